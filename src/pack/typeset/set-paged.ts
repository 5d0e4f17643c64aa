import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { withLimit } from '../browser/limit.ts';
import type { Tab } from '../browser/tab.ts';
import { footnoteClass, own } from './classes.ts';
import { load, refuse } from './load.ts';
import { paginate, seedChance } from './paged-in-page.ts';
import type { Asset, PartSource } from './part.ts';
import { print } from './print.ts';
import type { Sheet } from './sheet.ts';
import { takeRuns } from './snapshot.ts';

const require = createRequire(import.meta.url);
const pagedFolder = dirname(dirname(require.resolve('pagedjs')));

/** Paged.js set 400 pages in one document in 59 s; a part that takes longer than this goes to the browser's own print. */
const paginationLimit = 120_000;

/**
 * Our own additions to the styles of a part. Footnote bodies need a display other than that of a list item, or their
 * text is not tagged; a row must not be broken, because Paged.js loses words of long ones.
 */
const styles = `
.${footnoteClass} { float: footnote; display: block; }
[data-footnote-call]::after { content: counter(footnote); vertical-align: super; font-size: 0.7em; line-height: 0; }
[data-footnote-marker] { display: block !important; }
[data-footnote-marker]::before { content: counter(footnote-marker) ". "; }
tr { break-inside: avoid; }
`;

let script: Promise<string> | undefined;

/** Version of Paged.js, for cache keys. */
export async function pagedVersion(): Promise<string> {
  return (JSON.parse(await readFile(join(pagedFolder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Sets a part by Paged.js, with footnotes at the foot of their pages. Needs a tab with scripts. */
export async function setByPaged(tab: Tab, part: PartSource, assets: ReadonlyMap<string, Asset>): Promise<Sheet> {
  const { ids, used } = await load(tab, part, assets);
  const source = await takeRuns(tab.protocol);
  script ??= readFile(join(pagedFolder, 'dist', 'paged.min.js'), 'utf8');
  await withLimit(tab.page.evaluate(seedChance), 10_000, 'preparing Paged.js');
  // Past the driver, which would have the page evaluate it as a string once more: that took three times as long.
  await withLimit(tab.protocol.send('Runtime.evaluate', { expression: await script }), 10_000, 'loading Paged.js');
  const { pages, faults } = await withLimit(
    tab.page.evaluate(paginate, { styles, made: own.made }),
    paginationLimit,
    'Paged.js',
  );
  const laidOut = await takeRuns(tab.protocol);
  const pdf = await print(tab, ids);
  refuse(tab);
  return { pdf, pages, source, laidOut, ids, used, faults };
}
