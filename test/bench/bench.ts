/**
 * How fast the demonstration is built, beside what the browser alone takes to print the same pages as one document; and how soon
 * its pages can be read and worked with on a slow device, beside a page of one sentence. The machine and its load change every
 * time, so the ratios count and the seconds do not.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import { partDocument } from '../../src/pack/document.ts';
import { makePacks } from '../../src/pack/make-packs.ts';
import { packLinker } from '../../src/pack/pack-linker.ts';
import { partContent } from '../../src/pack/part-content.ts';
import { readFacts } from '../../src/pack/pdf/facts.ts';
import { planPack } from '../../src/pack/plan.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import { folderCache } from '../../src/pack/typeset/cache.ts';
import { typesetParts } from '../../src/pack/typeset/typeset.ts';
import { meetingList } from '../../src/registers/meetings.ts';
import { noHistory } from '../../src/registers/provenance.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { buildSite } from '../../src/site/build.ts';
import { benchPages } from './pages.ts';

const folder = await mkdtemp(join(tmpdir(), 'boardpack-bench-'));
let opened: Promise<Browser> | undefined;
const browser = (): Promise<Browser> => {
  opened ??= openBrowser();
  return opened;
};

try {
  const check = await timed(() => checkContent('content', async (declared) => declared ?? '2017-09-13'));
  const { library, source } = check.value;
  print('check', source.files.length, 'files', check.seconds);

  const assets = await printAssets(library, source);
  const meetings = meetingList(library);
  await timed(browser);
  const typeset = { browser, cache: folderCache(join(folder, 'parts')) };
  const tools = { assets, readAsset: source.readAsset, typeset, generator: 'bench' };
  const cold = await timed(() => makePacks(library, meetings, tools));
  const warm = await timed(() => makePacks(library, meetings, tools));
  const pages = cold.value.reduce((sum, pack) => sum + pack.pages, 0);
  print('packs, nothing kept', pages, 'pages', cold.seconds);
  print('packs, all parts kept', pages, 'pages', warm.seconds);

  const plain = await timed(() => printAsOne());
  print('the same parts as one plain print', plain.value, 'pages', plain.seconds);
  console.log(`packs, nothing kept: ${ratio(cold.seconds, plain.seconds)} times the plain print`);
  console.log(`packs, all parts kept: ${ratio(warm.seconds, cold.seconds)} times nothing kept`);

  const { readAsset } = source;
  const outDir = join(folder, 'site');
  await mkdir(outDir);
  const options = { outDir, readAsset, log: () => undefined };
  const site = await timed(() => buildSite({ library, packs: [], versions: [], provenance: noHistory }, options));
  print('site', site.value.pages, 'pages', site.seconds);
  await benchPages(outDir);

  async function printAsOne(): Promise<number> {
    const documents = meetings.flatMap((view) => {
      const plan = planPack(library, view);
      // Annexes are files of their own, which no document holds.
      const written = plan.parts.filter(({ subject }) => subject.kind !== 'annex');
      return written.map((part) => partContent(library, plan, part, { link: packLinker(plan.places) }));
    });
    const all = documents.map((content) => partDocument('all', 'en-GB', 'All', content).html);
    const bodies = all.map((html) => html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>')));
    const { html } = partDocument('all', 'en-GB', 'All', documents[0] ?? ('' as never));
    const whole = `${html.slice(0, html.indexOf('<body>') + 6)}${bodies.join('\n').replaceAll('footnote-note', 'note')}</body></html>`;
    const [part] = await typesetParts([{ id: 'all', html: whole }], assets, { browser });
    return part === undefined ? 0 : (await readFacts(part.pdf)).pages;
  }
} finally {
  await (await opened)?.close();
  await rm(folder, { recursive: true, force: true });
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

function print(what: string, count: number, unit: string, seconds: number): void {
  console.log(`${what}: ${count} ${unit} in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} a second`);
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}
