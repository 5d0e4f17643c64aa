/** Run by session.test.ts in a process of its own: opens a browser, says so, and ends in the way it is told. */
import { openBrowser } from '../../src/pack/browser/session.ts';

const browser = await openBrowser({ concurrency: 1 });
await browser.render({ scripts: false }, async (tab) => tab.open({ html: '<p>x</p>', assets: new Map() }));
console.log('open');
if (process.argv[2] === 'exit') process.exit(3);
if (process.argv[2] === 'throw') throw new Error('on purpose');
if (process.argv[2] === 'close') await browser.close();
else setInterval(() => {}, 1000);
