import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import type { PackInParts } from '../../src/pack/join-pack.ts';
import { makePacks } from '../../src/pack/make-packs.ts';
import { makeOwnPapers } from '../../src/pack/own-papers.ts';
import { readSigns } from '../../src/pack/page-map.ts';
import type { Pack } from '../../src/pack/parts.ts';
import { checkStructure } from '../../src/pack/pdf/check.ts';
import { readFacts } from '../../src/pack/pdf/facts.ts';
import { loadPdf } from '../../src/pack/pdf/load.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import { setPacks } from '../../src/pack/set-packs.ts';
import { folderCache } from '../../src/pack/typeset/cache.ts';
import { readPdf } from '../../src/pack/typeset/pdf-read.ts';
import { meetingView } from '../../src/registers/meetings.ts';
import { openPdf, piecesOf } from './built.ts';
import { town } from './town.ts';

/** Points that sizes may be off by, since browsers reckon in pixels. */
const near = 1.5;

let packs: Record<'standard' | 'large' | 'booklet' | 'letter' | 'letterLarge', Pack>;
let again: Pack[];
let papers: Pack[];
/** The parts of a pack with charts, in large print on letter. */
let charted: PackInParts;
let settings: { standard: PackInParts; large: PackInParts };
let browser: Browser | undefined;
const files = new Map<Pack, PDFDocumentProxy>();

beforeAll(async () => {
  const { library, source, remove } = await town();
  browser = await openBrowser();
  const opened = browser;
  const kept = await mkdtemp(join(tmpdir(), 'boardpack-editions-'));
  const tools = {
    assets: await printAssets(library, source),
    readAsset: source.readAsset,
    typeset: { browser: async () => opened, cache: folderCache(kept) },
    generator: 'boardpack test',
  };
  const view = meetingView(library, 'town-board/2017-10-18');
  if (view === undefined) throw new Error('There is no such meeting.');
  const [standard, booklet, large] = await makePacks(library, [view], tools, {
    audience: 'members',
    editions: ['standard', 'large', 'booklet'],
  });
  // With nothing kept, so that all is set anew.
  const anew = { ...tools, typeset: { browser: async () => opened } };
  again = await makePacks(library, [view], anew, { audience: 'members', editions: ['large', 'booklet'] });
  papers = await makeOwnPapers(library, view, tools, { audience: 'members' });
  const inStandard = await setPacks(library, [view], tools, { audience: 'members' });
  const inLarge = await setPacks(library, [view], tools, { audience: 'members' }, inStandard);
  const american = { ...library, organisation: { ...library.organisation, paper: 'letter' as const } };
  const onLetter = { ...tools, assets: await printAssets(american, source) };
  const [letter, letterLarge] = await makePacks(american, [view], onLetter, {
    audience: 'members',
    editions: ['standard', 'large'],
  });
  const council = meetingView(american, 'full-council/2017-07-26');
  const plain = await setPacks(american, council === undefined ? [] : [council], onLetter, { audience: 'members' });
  const [chartedOnLetter] = await setPacks(
    american,
    council === undefined ? [] : [council],
    onLetter,
    { audience: 'members' },
    plain,
  );
  if (chartedOnLetter === undefined) throw new Error('There is no council.');
  charted = chartedOnLetter;
  if (!standard || !booklet || !large || !letter || !letterLarge || !inStandard[0] || !inLarge[0]) {
    throw new Error('An edition was not made.');
  }
  packs = { standard, large, booklet, letter, letterLarge };
  settings = { standard: inStandard[0], large: inLarge[0] };
  for (const pack of [...Object.values(packs), ...papers]) files.set(pack, await openPdf(pack.pdf));
  await remove();
  await rm(kept, { recursive: true });
});
afterAll(() => browser?.close());

function fileOf(pack: Pack): PDFDocumentProxy {
  const file = files.get(pack);
  if (file === undefined) throw new Error(`${pack.plan.name} was not opened.`);
  return file;
}

async function textOf(pack: Pack, page: number): Promise<string> {
  const pieces = await piecesOf(fileOf(pack), page);
  return pieces
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

async function allText(pack: Pack): Promise<string[]> {
  return await Promise.all(Array.from({ length: pack.pages }, (_, index) => textOf(pack, index + 1)));
}

/** How often each size of page occurs, e.g. `595×842`. */
async function sizesOf(pack: Pack): Promise<Set<string>> {
  const { sizes } = await readFacts(pack.pdf);
  const known = [595.3, 841.9, 612, 792, 1190.6];
  const named = (points: number) => known.find((size) => Math.abs(size - points) < near) ?? points;
  return new Set(sizes.map(({ width, height }) => `${named(width)}×${named(height)}`));
}

describe('the size of pages', () => {
  const a4 = new Set(['595.3×841.9', '841.9×595.3']);
  const letter = new Set(['612×792', '792×612']);

  test('is A4, held upright or on its side, and letter where the organisation says so', async () => {
    expect(await sizesOf(packs.standard)).toEqual(a4);
    expect(await sizesOf(packs.large)).toEqual(a4);
    expect(await sizesOf(packs.letter)).toEqual(letter);
    expect(await sizesOf(packs.letterLarge)).toEqual(letter);
  });

  test('leaves room at the edges of letter pages, where furniture stands within the page', async () => {
    for (const pack of [packs.letter, packs.letterLarge]) {
      for (let page = 1; page <= pack.pages; page += 1) {
        const foot = (await piecesOf(fileOf(pack), page)).filter(({ text }) => text.startsWith('Page '));
        expect(foot.some(({ y }) => y > 15 && y < 80)).toBe(true);
      }
    }
  });
});

describe('large print', () => {
  test('says what it is, in its name, its manifest, its title and at the foot of each page', async () => {
    const { plan, manifest } = packs.large;
    expect([plan.name, manifest.edition]).toEqual(['town-board-2017-10-18-draft-large', 'large']);
    const { info } = await fileOf(packs.large).getMetadata();
    expect(Object(info).Title).toMatch(/large print$/);
    for (const text of await allText(packs.large)) expect(text).toContain('draft, large print');
    for (const text of await allText(packs.standard)) expect(text).not.toContain('large print');
  });

  test('has nothing smaller than 16 pt, and is set anew, not enlarged', async () => {
    const sizes = new Set<number>();
    // The pages of a PDF that is an annex are as they were given.
    const given = packs.large.manifest.parts.filter(({ engine }) => engine === 'given');
    for (let page = 1; page <= packs.large.pages; page += 1) {
      if (given.some(({ from, to }) => page >= from && page <= to)) continue;
      const { items } = await (await fileOf(packs.large).getPage(page)).getTextContent();
      for (const item of items) {
        if ('str' in item && item.str.trim() !== '') {
          const [, , c, d] = item.transform.map(Number);
          sizes.add(Math.round(Math.hypot(c ?? 0, d ?? 0) * 100) / 100);
        }
      }
    }
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(15.99);
    expect(sizes).toContain(16);
    expect(packs.large.pages).toBeGreaterThan(packs.standard.pages);
  });

  test('has words of 16 pt in tables and text beside charts, and in charts where those fit on the page', async () => {
    for (const { id, set } of charted.parts) {
      const { leaves } = readPdf(await loadPdf(set.pdf, id));
      const sizesOf = (inFigure: boolean) =>
        leaves
          .filter(({ figure }) => figure === inFigure)
          .flatMap(({ pages }) => pages.flatMap(({ segments }) => segments))
          .flatMap(({ text, size }) => (text.trim() === '' ? [] : size));
      expect([id, Math.min(...sizesOf(false)) >= 15.99]).toEqual([id, true]);
      if (id === 'item-3') expect(Math.max(...sizesOf(true))).toBeGreaterThanOrEqual(16);
    }
  });

  test('says the same words, part by part', async () => {
    const { standard, large } = settings;
    const own = standard.parts.filter(({ set }) => set.engine !== 'given');
    const read = own.filter(({ id }) => id !== 'chair' && id !== 'front');
    expect(read.length).toBeGreaterThan(4);
    for (const { id, set } of read) {
      const other = large.parts.find((part) => part.id === id);
      const [one, two] = [await readSigns(set.pdf), await readSigns(other?.set.pdf ?? new Uint8Array())];
      expect(two.text).toBe(one.text);
      expect(one.text.length).toBeGreaterThan(20);
    }
  });

  test('has a structure without fault', async () => {
    expect(await checkStructure(packs.large.pdf)).toEqual([]);
    expect(await checkStructure(packs.letterLarge.pdf)).toEqual([]);
  });

  test('numbers its own pages in contents, foot and label', async () => {
    const { manifest } = packs.large;
    const contents = (await allText(packs.large)).slice(0, manifest.parts[1]?.to).join(' ');
    for (const { id, title, from, to, words } of manifest.parts.slice(2)) {
      if (id !== 'page-map') expect(contents).toContain(`${title} ${from} ${to - from + 1} ${words}`);
      expect(await textOf(packs.large, from)).toContain(`Page ${from} of ${manifest.pages}`);
    }
    expect(contents).toContain(`page map, page ${manifest.parts.at(-1)?.from} ,`);
    expect((await fileOf(packs.large).getPageLabels())?.at(-1)).toBe(String(packs.large.pages));
    expect((await fileOf(packs.large).getOutline())?.at(-1)?.title).toBe('Page map');
  });

  test('ends with a map that leads from each page of the standard edition to the same words', async () => {
    const map = packs.large.manifest.parts.at(-1);
    expect(map?.id).toBe('page-map');
    const rows = (await allText(packs.large)).slice((map?.from ?? 0) - 1).join(' ');
    const found = [...rows.matchAll(/Page (\d+) pages? (\d+)(?: to (\d+))?/g)].map(([, page, from, to]) =>
      [page, from, to ?? from].map(Number),
    );
    expect(found.map(([page]) => page)).toEqual(Array.from({ length: packs.standard.pages }, (_, index) => index + 1));
    const [standard, large] = [await allText(packs.standard), await allText(packs.large)];
    const first = packs.standard.manifest.parts[1]?.to ?? 0;
    const once = (word: string, texts: string[]) => texts.filter((text) => text.split(' ').includes(word)).length === 1;
    let compared = 0;
    for (const [page = 0, from = 0, to = 0] of found.slice(first)) {
      for (const word of new Set(standard[page - 1]?.split(' '))) {
        if (word.length < 6 || !once(word, standard) || !once(word, large)) continue;
        const stands = large.findIndex((text) => text.split(' ').includes(word)) + 1;
        expect([word, page, stands >= from && stands <= to]).toEqual([word, page, true]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});

describe('the booklet', () => {
  test('has two pages on each side of A3, and as many sides as four to a sheet make', async () => {
    expect(await sizesOf(packs.booklet)).toEqual(new Set(['1190.6×841.9']));
    const { pages } = packs.standard;
    expect(packs.booklet.pages).toBe(Math.ceil(pages / 4) * 2);
    expect(packs.booklet.manifest).toMatchObject({ edition: 'booklet', pages, sides: packs.booklet.pages });
    expect(packs.booklet.plan.name).toBe('town-board-2017-10-18-draft-booklet');
  });

  test('has each page once, at the size it has, and in its place', async () => {
    const { pages } = packs.standard;
    const places = Math.ceil(pages / 4) * 4;
    const seen: number[] = [];
    for (let side = 1; side <= packs.booklet.pages; side += 1) {
      const pieces = await piecesOf(fileOf(packs.booklet), side);
      for (const { text, x, y } of pieces) {
        const number = Number(new RegExp(`^Page (\\d+) of ${pages}$`).exec(text)?.[1] ?? 0);
        if (number === 0) continue;
        seen.push(number);
        // Pages on their side are turned to the left, so that their foot is at the right edge of their half.
        const isLeft = x < 595;
        expect([number, isLeft ? 'left' : 'right']).toEqual([number, number % 2 === 0 ? 'left' : 'right']);
        expect([number, side]).toEqual([number, Math.min(number, places + 1 - number)]);
        expect(y).toBeGreaterThan(0);
      }
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
  });

  test('says that it is for printers and not tagged', async () => {
    const { info } = await fileOf(packs.booklet).getMetadata();
    expect(Object(info).Title).toContain('booklet, for printers only: not tagged');
    expect((await fileOf(packs.booklet).getMarkInfo())?.Marked ?? false).toBe(false);
  });
});

test('large print and booklet are the same to the byte each time', () => {
  expect(again.map(({ plan }) => plan.name)).toEqual([packs.booklet, packs.large].map(({ plan }) => plan.name));
  const [booklet, large] = again;
  expect(Buffer.compare(booklet?.pdf ?? new Uint8Array(), packs.booklet.pdf)).toBe(0);
  expect(Buffer.compare(large?.pdf ?? new Uint8Array(), packs.large.pdf)).toBe(0);
});

describe('papers by themselves', () => {
  test('are all parts of the pack that can be read, each with its annexes, by name', () => {
    const parts = packs.standard.manifest.parts.slice(2).filter(({ id }) => !id.includes('-annex-'));
    const annexes = packs.standard.manifest.parts.filter(({ id }) => id.startsWith('item-3-annex-'));
    expect(annexes.length).toBeGreaterThan(0);
    const withAnnexes = papers.find(({ plan }) => plan.name.endsWith('-item-3'));
    expect(withAnnexes?.manifest.parts.slice(1).map(({ id, from }) => [id, from])).toEqual(
      annexes.map(({ id, from }) => [id, from]),
    );
    expect(papers.map(({ plan }) => plan.name)).toEqual(parts.map(({ id }) => `town-board-2017-10-18-draft-${id}`));
    expect(papers.map(({ manifest }) => manifest.parts[0]?.from)).toEqual(parts.map(({ from }) => from));
  });

  test('have the numbers, labels, edges and words that they have in the pack', async () => {
    for (const paper of papers) {
      const [part] = paper.manifest.parts;
      const from = part?.from ?? 0;
      const labels = await fileOf(paper).getPageLabels();
      expect(labels).toEqual(Array.from({ length: paper.pages }, (_, index) => String(from + index)));
      for (const [index, text] of (await allText(paper)).entries()) {
        expect(text).toBe(await textOf(packs.standard, from + index));
        expect(text).toContain(`Page ${from + index} of ${packs.standard.pages}`);
        expect(text).toContain(part?.reference);
      }
    }
  });

  test('are tagged and have titles of their own', async () => {
    for (const paper of papers) {
      expect(await checkStructure(paper.pdf)).toEqual([]);
      const { info } = await fileOf(paper).getMetadata();
      const [part] = paper.manifest.parts;
      expect(Object(info).Title).toBe(`${part?.reference}: ${part?.title}. Town Board, 18 Oct 2017`);
      expect(paper.manifest.edition).toBe('paper');
    }
  });
});
