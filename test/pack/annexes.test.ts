import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWideTable, readAnnexTable } from '../../src/pack/annex-table.ts';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import { makePacks } from '../../src/pack/make-packs.ts';
import type { Pack, PackTools } from '../../src/pack/parts.ts';
import { checkStructure } from '../../src/pack/pdf/check.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import { type MeetingView, meetingView } from '../../src/registers/meetings.ts';
import { sha256 } from '../../src/source/sha256.ts';
import { tagged } from '../pdf/guests.ts';
import { openPdf, pageOf, piecesOf } from './built.ts';
import { town } from './town.ts';

const coming = 'town-board/2017-10-18';
const { library, source, remove } = await town();
let browser: Browser;
let tools: PackTools;
let view: MeetingView;
let pack: Pack;
let file: PDFDocumentProxy;

beforeAll(async () => {
  browser = await openBrowser();
  const assets = await printAssets(library, source);
  tools = {
    assets,
    readAsset: source.readAsset,
    typeset: { browser: async () => browser },
    generator: 'boardpack test',
  };
  const found = meetingView(library, coming);
  if (found === undefined) throw new Error(`There is no meeting ${coming}.`);
  view = found;
  const [made] = await makePacks(library, [view], tools);
  if (made === undefined) throw new Error('The pack was not made.');
  pack = made;
  file = await openPdf(pack.pdf);
});
afterAll(async () => {
  await browser.close();
  await remove();
});

function partOf(id: string): Pack['manifest']['parts'][number] {
  const part = pack.manifest.parts.find((one) => one.id === id);
  if (part === undefined) throw new Error(`There is no part ${id}.`);
  return part;
}

async function textOf(page: number): Promise<string> {
  const pieces = await piecesOf(file, page);
  return pieces
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

const treeOf = async (page: number) => JSON.stringify(await (await file.getPage(page)).getStructTree());

describe('in a pack', () => {
  test('the cover of the paper leads to each annex, and names what is not printed', async () => {
    const { from } = partOf('item-3');
    expect(await textOf(from)).toContain('Not printed; on the site: Annex 3 (lamps.docx).');
    const links = (await (await file.getPage(from)).getAnnotations()).filter(({ contentsObj }) =>
      /^Annex \d/.test(contentsObj.str),
    );
    const led = await Promise.all(
      links.map(async ({ contentsObj, dest }) => [contentsObj.str, await pageOf(file, dest)]),
    );
    expect(led).toEqual([1, 2, 4].map((annex) => [`Annex ${annex}`, partOf(`item-3-annex-${annex}`).from]));
  });

  test('a picture has a page, and its title in place of it for those who cannot see it', async () => {
    const { from, to } = partOf('item-3-annex-1');
    expect(to).toBe(from);
    expect(await textOf(from)).toContain(
      'Item 3 Annex 1 Where the lamps stand Item 3 Annex 1 OFFICIAL DRAFT, Late paper',
    );
    expect(await treeOf(from)).toContain('"alt":"Where the lamps stand"');
  });

  test('CSV is a table with headings, figures to the right', async () => {
    const { from } = partOf('item-3-annex-2');
    expect(await textOf(from)).toContain('lamp street hours One Mill Lane 4100 Two Mill Lane, north 3,900');
    expect((await treeOf(from)).match(/"role":"TH"/g)).toHaveLength(5);
    const pieces = await piecesOf(file, from);
    const at = (text: string) => pieces.find((piece) => piece.text === text)?.x ?? 0;
    expect(at('3,900')).toBeGreaterThan(400);
  });

  test('a PDF keeps its tags, has the edges of the pack, and its digest is that of the file', async () => {
    const { from, to, engine, notes, sha256: digest } = partOf('item-3-annex-4');
    expect([to - from, engine, digest]).toEqual([1, 'given', sha256(await tagged())]);
    expect(notes.join(' ')).toContain('Left out, since they lead neither within it nor to the web: links, 2.');
    for (const page of [from, to]) {
      expect(await textOf(page)).toContain(
        `Item 3 Annex 4 OFFICIAL DRAFT, Late paper D R A F T Town Board, 18 Oct 2017, draft OFFICIAL Page ${page} of`,
      );
    }
    expect(await treeOf(from)).toContain('{"role":"H1","children":[{"type":"content"');
    expect(await checkStructure(pack.pdf)).toEqual([]);
  });

  test('the outline has them under their paper, and their own bookmarks under them', async () => {
    const item = (await file.getOutline()).find(({ title }) => title === 'Item 3: The lamps');
    expect(item?.items.map(({ title }) => title)).toEqual([
      'Item 3 Annex 1: Where the lamps stand',
      'Item 3 Annex 2: Each lamp',
      'Item 3 Annex 4: The survey',
    ]);
    const [own] = item?.items[2]?.items ?? [];
    expect([own?.title, await pageOf(file, own?.dest)]).toEqual(['First level', partOf('item-3-annex-4').to]);
  });

  test('the contents name each, and the agenda counts them to their item', async () => {
    const front = await Promise.all([2, 3].map(textOf));
    const { from, to } = { from: partOf('item-3').from, to: partOf('item-3-annex-4').to };
    expect(front.join(' ')).toContain(`Item 3 Annex 4 The survey ${partOf('item-3-annex-4').from} 2`);
    expect(front[0]).toContain(`${to - from + 1} pages`);
  });

  test('the same bytes again, with what was kept and without', async () => {
    const kept = new Map<string, Uint8Array>();
    const write = async (key: string, bytes: Uint8Array) => void kept.set(key, bytes);
    const cache = { read: async (key: string) => kept.get(key) ?? null, write };
    const typeset = { ...tools.typeset, cache };
    for (const round of ['cold', 'warm']) {
      const [again] = await makePacks(library, [view], { ...tools, typeset });
      expect([round, Buffer.compare(again?.pdf ?? new Uint8Array(), pack.pdf)]).toEqual([round, 0]);
    }
  });
});

test('what cannot be printed is refused by name, all of it at once', async () => {
  const readAsset = async (path: string): Promise<Uint8Array> =>
    path.endsWith('.csv') ? Buffer.from('lamp,street\n1\n') : (await tagged()).slice(0, 3000);
  await expect(makePacks(library, [view], { ...tools, readAsset })).rejects.toMatchObject({
    name: 'TypesetError',
    faults: [
      {
        part: 'town-board-2017-10-18-draft/item-3-annex-2',
        message:
          'The annex meetings/town-board/2017-10-18/lamps.csv cannot be printed. Row 2 has 1 cells; the row of headings has 2.',
      },
      {
        part: 'town-board-2017-10-18-draft/item-3-annex-4',
        message:
          'The annex meetings/town-board/2017-10-18/lamps.pdf cannot be printed. It is cut short: its end mark is missing.',
      },
    ],
  });
});

describe('a CSV file', () => {
  const read = (text: string | Uint8Array) => readAnnexTable(Buffer.from(text));

  test.each([
    ['commas', 'a,b\n1,"2, 3"\n'],
    ['semicolons', 'a;b\r\n1;2, 3\r\n'],
    ['tabs, after a byte-order mark', '\ufeffa\tb\n1\t2, 3\n'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({ headings: ['a', 'b'], rows: [['1', '2, 3']] });
  });

  test.each([
    ['', 'It is empty.'],
    ['a,b\n', 'It has headings and no rows.'],
    ['a,b\n1,2,3\n', 'Row 2 has 3 cells; the row of headings has 2.'],
    ['a,b\n"1,2\n', 'It is not CSV that can be read'],
    ['a,\0\n', 'This file is not text'],
  ])('is refused as %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('lies on its side where it has many columns, or long ones', () => {
    expect(isWideTable(read('a,b,c\n1,2,3\n'))).toBe(false);
    expect(isWideTable(read('a,b,c,d,e,f,g,h\n1,2,3,4,5,6,7,8\n'))).toBe(true);
    const words = 'words of more than twenty-six characters';
    expect(isWideTable(read(`a,b,c,d\n${[words, words, words, words].join(',')}\n`))).toBe(true);
  });
});
