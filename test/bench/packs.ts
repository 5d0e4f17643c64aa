/**
 * How fast packs are made, and what memory that takes, beside other ways to print the same content on the same machine in
 * the same run: Chromium printing it as one document, Paged.js setting it as one, and WeasyPrint where it is installed.
 * Every measurement is a process of its own. The machine and its load change every time, so the ratios count and the
 * seconds do not.
 *
 *     node test/bench/packs.ts [pages …]      default: 50 100 200 400 800
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import { partDocument } from '../../src/pack/document.ts';
import { makePacks } from '../../src/pack/make-packs.ts';
import { packLinker } from '../../src/pack/pack-linker.ts';
import { partContent } from '../../src/pack/part-content.ts';
import { readFacts } from '../../src/pack/pdf/facts.ts';
import { planPack } from '../../src/pack/plan.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import { folderCache } from '../../src/pack/typeset/cache.ts';
import { load } from '../../src/pack/typeset/load.ts';
import type { Asset } from '../../src/pack/typeset/part.ts';
import { print } from '../../src/pack/typeset/print.ts';
import { setByPaged } from '../../src/pack/typeset/set-paged.ts';
import { meetingView } from '../../src/registers/meetings.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { meeting, writePackContent, writePaper } from './generated-pack.ts';
import { watchMemory } from './memory.ts';

/** One way of making the pages. */
type Way = 'cold' | 'one paper changed' | 'Chromium' | 'Paged.js' | 'WeasyPrint';

interface Measured {
  readonly pages: number;
  readonly seconds: number;
  readonly megabytes: number | undefined;
}

const [, , way, folder] = process.argv;
if (way !== undefined && folder !== undefined && !/^\d+$/.test(way)) {
  console.log(JSON.stringify(await measure(way as Way, folder)));
} else {
  const sizes = process.argv.slice(2).map(Number);
  await compare(sizes.length > 0 ? sizes : [50, 100, 200, 400, 800]);
}

async function measure(way: Way, folder: string): Promise<Omit<Measured, 'megabytes'>> {
  const content = join(folder, 'content');
  const { library, source } = await checkContent(content, async (declared) => declared ?? '2017-10-11');
  const view = meetingView(library, meeting);
  if (view === undefined) throw new Error('There is no meeting.');
  const assets = await printAssets(library, source);
  const start = performance.now();
  let opened: Promise<Browser> | undefined;
  const browser = (): Promise<Browser> => {
    opened ??= openBrowser();
    return opened;
  };
  const elapsed = (): number => (performance.now() - start) / 1000;
  try {
    if (way === 'cold' || way === 'one paper changed') {
      const typeset = { browser, cache: folderCache(join(folder, 'parts')) };
      const tools = { assets, readAsset: source.readAsset, typeset, generator: 'bench' };
      const [pack] = await makePacks(library, [view], tools);
      return { pages: pack?.pages ?? 0, seconds: elapsed() };
    }
    const html = asOneDocument();
    if (way === 'WeasyPrint') {
      await writeFile(join(folder, 'one.html'), await standingAlone(html, assets));
      const from = performance.now();
      await promisify(execFile)('weasyprint', [join(folder, 'one.html'), join(folder, 'one.pdf')]);
      const seconds = (performance.now() - from) / 1000;
      return { pages: (await readFacts(await readFile(join(folder, 'one.pdf')))).pages, seconds };
    }
    const pdf = await (await browser()).render({ scripts: way === 'Paged.js' }, async (tab) => {
      const part = { id: 'one', html };
      if (way === 'Paged.js') return (await setByPaged(tab, part, assets)).pdf;
      const { ids } = await load(tab, part, assets);
      return await print(tab, ids);
    });
    const took = elapsed();
    return { pages: (await readFacts(pdf)).pages, seconds: took };
  } finally {
    await (await opened)?.close();
  }

  /** The parts of the pack as one document, with its notes where they are called. */
  function asOneDocument(): string {
    if (view === undefined) return '';
    const plan = planPack(library, view);
    const parts = plan.parts.map((part) => partContent(library, plan, part, { link: packLinker(plan.places) }));
    const documents = parts.map((content) => partDocument('one', 'en-GB', 'One', content).html);
    const bodyOf = (html: string) => html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>'));
    const [head = ''] = (documents[0] ?? '').split('<body>');
    const bodies = documents.map((html) => `<div style="break-before: page">${bodyOf(html)}</div>`).join('\n');
    return `${head}<body>${way === 'Paged.js' ? bodies : bodies.replaceAll('footnote-note', 'note')}</body></html>`;
  }
}

/** The document with its style and pictures in it, for a program that reads it from a file. */
async function standingAlone(html: string, assets: ReadonlyMap<string, Asset>): Promise<string> {
  const inlined = (text: string): string =>
    [...assets].reduce((done, [path, { type, bytes }]) => {
      const address = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
      return path === '/print.css'
        ? done
        : done.replaceAll(`"${path}"`, `"${address}"`).replaceAll(`url(${path})`, `url(${address})`);
    }, text);
  const css = Buffer.from(assets.get('/print.css')?.bytes ?? []).toString('utf8');
  return inlined(html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`));
}

async function compare(sizes: readonly number[]): Promise<void> {
  const others: Way[] = ['Chromium', 'Paged.js', ...((await hasWeasyPrint()) ? (['WeasyPrint'] as const) : [])];
  const cold: Measured[] = [];
  for (const size of sizes) {
    const place = await mkdtemp(join(tmpdir(), 'boardpack-bench-'));
    try {
      const content = join(place, 'content');
      await writePackContent(content, size / 10);
      const first = await inProcess('cold', place);
      cold.push(first);
      row(`${size} pages: cold`, first);
      await writePaper(content, 0, 'second');
      const again = await inProcess('one paper changed', place);
      row('  one paper changed', again, first);
      for (const other of others) {
        // Paged.js takes longer than the limit of a part there.
        if (other === 'Paged.js' && size > 400) continue;
        const one = await inProcess(other, place);
        row(`  ${other}, one document`, one, first);
      }
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }
  const [least, most] = [cold.find(({ pages }) => pages >= 95), cold.at(-1)];
  if (least !== undefined && most !== undefined && most.pages > least.pages) {
    const exponent = Math.log(most.seconds / least.seconds) / Math.log(most.pages / least.pages);
    console.log(`growth of cold from ${least.pages} to ${most.pages} pages: exponent ${exponent.toFixed(2)}`);
  }
}

async function hasWeasyPrint(): Promise<boolean> {
  return await promisify(execFile)('weasyprint', ['--version']).then(
    () => true,
    () => false,
  );
}

async function inProcess(way: Way, folder: string): Promise<Measured> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), way, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = watchMemory(child.pid ?? 0);
  let out = '';
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const megabytes = await end();
  if (status !== 0) throw new Error(`"${way}" ended with status ${status}.`);
  return { ...JSON.parse(out), megabytes };
}

function row(what: string, { pages, seconds, megabytes }: Measured, first?: Measured): void {
  const against = first === undefined ? '' : `, ${(seconds / first.seconds).toFixed(2)} times cold`;
  const memory = megabytes === undefined ? '' : `, ${Math.round(megabytes)} MB`;
  console.log(
    `${what}: ${pages} pages in ${seconds.toFixed(1)} s, ${(pages / seconds).toFixed(1)} a second${memory}${against}`,
  );
}
