import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../src/pack/browser/session.ts';
import { type Assembly, assemble } from '../../src/pack/pdf/assemble.ts';
import { checkStructure } from '../../src/pack/pdf/check.ts';
import { readFacts } from '../../src/pack/pdf/facts.ts';
import { type Guest, readGuest } from '../../src/pack/pdf/guest.ts';
import { furniture, paper } from './documents.ts';
import { encrypted, tagged, untagged, withAdded } from './guests.ts';
import { mended, print } from './print.ts';
import { allWords, open, structureText } from './read.ts';

const sheet = { width: 595.28, height: 841.89, margins: { top: 57, right: 48, bottom: 54, left: 48 } };
const read = (bytes: Uint8Array) => readGuest(bytes, { sheet, called: 'Annex 2' });
const given = new Map<string, Uint8Array>();
const guests = new Map<string, Guest>();
let own: Uint8Array;
let joined: Uint8Array;

beforeAll(async () => {
  const browser = await openBrowser({ concurrency: 1 });
  try {
    own = await print(browser, paper('Own paper', 'other'));
    given.set(
      'printed',
      await print(browser, paper('Printed elsewhere', 'other').replace('lang="en-GB"', 'lang="cy"')),
    );
    given.set('untagged', await untagged());
    given.set('tagged', await tagged());
    given.set('typst', new Uint8Array(readFileSync(new URL('foreign/survey.pdf', import.meta.url))));
    for (const [name, bytes] of given) guests.set(name, await read(bytes));
    const parts = [{ id: 'own', pdf: await mended(own) }, ...Array.from(guests, ([id, { pdf }]) => ({ id, pdf }))];
    const pages = (await readFacts(own)).pages + [...guests.values()].reduce((sum, guest) => sum + guest.pages, 0);
    joined = (await assemble(assembly(parts, await print(browser, furniture(pages)), pages))).pdf;
  } finally {
    await browser.close();
  }
});

function assembly(parts: Assembly['parts'], overlay: Uint8Array | undefined, pages: number): Assembly {
  return {
    parts,
    ...(overlay && { overlays: [overlay] }),
    pageLabels: Array.from({ length: pages }, (_, page) => String(page + 1)),
    outline: [],
    metadata: {
      title: 'T',
      language: 'en-GB',
      author: '',
      subject: '',
      date: '2026-01-01',
      creator: 'c',
      producer: 'p',
    },
    attachments: [],
    origin: 'https://pack.invalid',
  };
}

function guest(name: string): Guest {
  const found = guests.get(name);
  if (found === undefined) throw new Error(`${name} was not read.`);
  return found;
}

async function joinedAlone(name: string): Promise<Uint8Array> {
  const { pdf, pages } = guest(name);
  return (await assemble(assembly([{ id: name, pdf }], undefined, pages))).pdf;
}

/** All dictionaries and plain values of a file, as text. */
async function objectsOf(pdf: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => String(object instanceof PDFRawStream ? object.dict : object))
    .join('\n');
}

describe('joined with pages of our own', () => {
  test('the whole has a structure without fault', async () => {
    expect(await checkStructure(joined)).toEqual([]);
  });

  test('all words are there, each once, in order', async () => {
    const words = await Promise.all([own, ...given.values()].map(allWords));
    const squeezed = (text: string) => text.replace(/\s+/g, '');
    const shown = squeezed((await allWords(joined)).replace(/Stamped \d+ of \d+/g, ''));
    // What has been filled in is drawn by the page, and so follows its other words.
    const expected = squeezed(words.join('')).replace('Topagetwo', 'TopagetwoFilledin');
    expect(shown).toBe(expected);
  });

  test('the same bytes again', async () => {
    for (const [name, bytes] of given) {
      expect([name, Buffer.compare((await read(bytes.slice())).pdf, guest(name).pdf)]).toEqual([name, 0]);
    }
  });
});

describe('tags of another program', () => {
  const wrappers = ['', 'Root', 'Document', 'Part', 'LBody', 'NonStruct', 'Faded words'];
  const essence = (pages: string[][]) =>
    pages.map((lines) => lines.map((line) => line.trim()).filter((line) => !wrappers.includes(line)));

  test('stay: the same elements with the same words, in the same order', async () => {
    const before = essence(await structureText(given.get('typst') as Uint8Array));
    expect(before[0]).toEqual(
      expect.arrayContaining(['H1', 'Survey of lamps', 'Table', 'THead', 'TH', 'Note', 'Link']),
    );
    expect(essence(await structureText(await joinedAlone('typst')))).toEqual(before);
    // As the join of pages of our own has it, which mends the browser's tags.
    const printed = { id: 'printed', pdf: await mended(given.get('printed') as Uint8Array) };
    const whole = await assemble(assembly([printed], undefined, guest('printed').pages));
    expect(essence(await structureText(await joinedAlone('printed')))).toEqual(essence(await structureText(whole.pdf)));
  });

  test('keep what they say of pictures and of the heads of tables', async () => {
    const objects = await objectsOf(await joinedAlone('typst'));
    expect(objects).toContain('/Alt (A blue bar)');
    expect(objects).toMatch(/\/Headers \[ \(typst\.\d\) \]/);
    expect(objects).toContain('/ListNumbering /Circle');
  });

  test('are mended where they are wrong', async () => {
    const lines = (await structureText(await joinedAlone('tagged'))).map((page) =>
      page.filter((line) => line !== 'Root'),
    );
    const first = lines[0]?.join(' ');
    // The reader does not look up marks that are named; those of the paragraph are.
    expect(first).toContain('H1 Foreign heading P  Figure');
    expect(first).toContain('Link To page two');
    expect(first).toContain('P Held by nobody P Filled in Link');
    // H3 came right after H1.
    expect(lines[1]?.join(' ')).toContain('H2 Deep heading');
    const tree = JSON.stringify(await (await (await open(joined)).getPage(10)).getStructTree());
    expect(tree).toContain('A picture without a description, page 1 of Annex 2');
  });

  test('are spoken of where they are wrong and nobody can mend them', async () => {
    const uneven = await withAdded(({ context, catalog }, page) => {
      page.node.set(PDFName.of('Contents'), context.register(context.stream([0, 1, 2].map(cell).join('\n'))));
      const element = (role: string, kids: unknown) =>
        context.register(context.obj({ Type: 'StructElem', S: role, Pg: page.ref, K: kids } as never));
      const rows = [element('TR', [element('TH', 0), element('TH', 1)]), element('TR', element('TD', 2))];
      const root = { Type: 'StructTreeRoot', K: element('Table', rows) };
      catalog.set(PDFName.of('StructTreeRoot'), context.register(context.obj(root as never)));
    });
    const { pdf, notes } = await read(uneven);
    expect(notes).toContain(
      'Its tags have faults that are its own: Row 2 of a table has 1 cells where the first has 2.',
    );
    expect((await objectsOf(pdf)).match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(guest('typst').notes).toEqual([]);

    function cell(mcid: number): string {
      return `/TD <</MCID ${mcid}>> BDC 20 ${300 - 20 * mcid} 10 10 re f EMC`;
    }
  });

  test('keep their language', async () => {
    expect(await objectsOf(joined)).toMatch(/\/Lang \(de-DE\)/);
    expect(await objectsOf(joined)).toMatch(/\/Lang \(cy\)/);
  });
});

describe('a document without tags', () => {
  test('is a figure for each page, with the first words of it', async () => {
    const reader = await open(await joinedAlone('untagged'));
    const trees = await Promise.all(
      [1, 2, 3].map(async (page) => JSON.stringify(await (await reader.getPage(page)).getStructTree())),
    );
    expect(trees[0]).toContain('"role":"Figure","children":[');
    expect(trees[0]).toContain('Annex 2, page 1 of 3, of a document without tags: Upright words at the top');
    expect(trees[2]).toContain('Annex 2, page 3 of 3, of a document without tags: Turned words');
    expect(guest('untagged').notes[0]).toContain('It has no tags');
  });

  test('says so where no words can be read either', async () => {
    const scan = await withAdded((document, page) =>
      page.node.set(PDFName.of('Contents'), document.context.register(document.context.stream('0 0 50 50 re f'))),
    );
    const { pdf } = await read(scan);
    expect(await objectsOf(pdf)).toContain(
      'Annex 2, page 1 of 1, of a document without tags: it holds no text that can be read',
    );
  });
});

describe('pages', () => {
  test('are on sheets of one size, turned on their side where they are seen wide', async () => {
    const sizes = (await readFacts(guest('untagged').pdf)).sizes.map(({ width, height }) => [
      Math.round(width),
      Math.round(height),
    ]);
    expect(sizes).toEqual([
      [595, 842],
      [842, 595],
      [842, 595],
    ]);
  });

  test('stand within the margins, as large as they may be, whichever way they are turned', async () => {
    const before = await open(given.get('untagged') as Uint8Array);
    const after = await open(guest('untagged').pdf);
    const scales: number[] = [];
    for (let page = 1; page <= 3; page += 1) {
      const [old, made] = [await before.getPage(page), await after.getPage(page)];
      const [seen, sheetSeen] = [old.getViewport({ scale: 1 }), made.getViewport({ scale: 1 })];
      const free = { width: sheetSeen.width - 96, height: sheetSeen.height - 111 };
      const scale = Math.min(1, free.width / seen.width, free.height / seen.height);
      scales.push(Number(scale.toFixed(2)));
      const corner = { x: 48 + (free.width - seen.width * scale) / 2, y: 57 + (free.height - seen.height * scale) / 2 };
      const [was, is] = [await old.getTextContent(), await made.getTextContent()];
      const at = (viewport: typeof seen, item: (typeof was.items)[number] | undefined) =>
        item !== undefined && 'str' in item
          ? viewport.convertToViewportPoint(item.transform[4], item.transform[5])
          : [];
      const [x = 0, y = 0] = at(seen, was.items[0]);
      const [left = 0, top = 0] = at(sheetSeen, is.items[0]);
      expect([page, left.toFixed(1), top.toFixed(1)]).toEqual([
        page,
        (corner.x + x * scale).toFixed(1),
        (corner.y + y * scale).toFixed(1),
      ]);
    }
    expect(scales).toEqual([0.84, 0.58, 0.54]);
    expect(guest('untagged').notes).toContain('Made smaller than 60% of its size: pages 2, 3.');
  });

  test('move their patterns with them, which are laid on the paper', async () => {
    const dotted = await withAdded(({ context }, page) => {
      const pattern = context.stream('0 0 5 5 re f', {
        Type: 'Pattern',
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, 10, 10],
        XStep: 10,
        YStep: 10,
        Resources: {},
        Matrix: [2, 0, 0, 2, 7, 0],
      });
      page.node.Resources()?.set(PDFName.of('Pattern'), context.obj({ P: context.register(pattern) }));
    });
    // A page of 300 × 400 keeps its size, in the middle of the 499.28 × 730.89 that are free.
    expect(await objectsOf((await read(dotted)).pdf)).toContain('/Matrix [ 2 0 0 2 154.64 219.445 ]');
  });
});

describe('links and bookmarks', () => {
  test('lead within the file and to the web, and nowhere else', async () => {
    const reader = await open(await joinedAlone('tagged'));
    const annotations = await (await reader.getPage(1)).getAnnotations();
    expect(annotations.map(({ url, dest, contentsObj }) => [url, dest?.[1]?.name, contentsObj.str])).toEqual([
      [undefined, 'XYZ', 'Annex 2, page 2'],
      ['https://example.org/', undefined, 'https://example.org/'],
    ]);
    expect(await reader.getPageIndex(annotations[0]?.dest[0])).toBe(1);
    expect(guest('tagged').notes).toContain('Left out, since they lead neither within it nor to the web: links, 2.');
  });

  test('bookmarks keep three levels', () => {
    expect(guest('tagged').bookmarks).toEqual([
      {
        title: 'First level',
        page: 1,
        children: [{ title: 'Second level', page: 1, children: [{ title: 'Third level', page: 1, children: [] }] }],
      },
    ]);
  });
});

test('nothing that runs, opens a file or holds one comes along', async () => {
  const dangers =
    /\/(?:JavaScript|JS|Launch|AA|OpenAction|EmbeddedFiles?|EF|FileAttachment|AcroForm|Next|SubmitForm)\b/;
  expect(await objectsOf(given.get('tagged') as Uint8Array)).toMatch(dangers);
  expect(await objectsOf(guest('tagged').pdf)).not.toMatch(dangers);
  expect(await objectsOf(joined)).not.toMatch(dangers);
  expect(guest('tagged').notes.join(' ')).toContain('attached files');
});

describe('refused', () => {
  const layer = (document: PDFDocument) => {
    const group = document.context.register(document.context.obj({ Type: 'OCG', Name: PDFString.of('Old') }));
    document.catalog.set(PDFName.of('OCProperties'), document.context.obj({ OCGs: [group], D: { OFF: [group] } }));
  };
  const redaction = (document: PDFDocument, page: PDFPage) =>
    page.node.set(
      PDFName.of('Annots'),
      document.context.obj([{ Type: 'Annot', Subtype: 'Redact', Rect: [0, 0, 9, 9] }]),
    );
  const portfolio = (document: PDFDocument) => document.catalog.set(PDFName.of('Collection'), document.context.obj({}));
  const pageless = (document: PDFDocument) => document.removePage(0);
  const flat = (document: PDFDocument, page: PDFPage) =>
    page.node.set(PDFName.of('MediaBox'), document.context.obj([0, 0, 0, 400]));
  const torn = (document: PDFDocument, page: PDFPage) =>
    page.node.set(
      PDFName.of('Contents'),
      document.context.register(document.context.stream('torn', { Filter: 'FlateDecode' })),
    );

  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['encrypted', encrypted, 'It is encrypted.'],
    ['cut short', async () => (await tagged()).slice(0, 2000), 'It is cut short'],
    ['no PDF', async () => Buffer.from('PK\u0003\u0004 a letter'), 'It is not a PDF.'],
    ['nothing', async () => new Uint8Array(), 'It is empty'],
    ['no pages', () => withAdded(pageless), 'It has no pages.'],
    ['a page without a size', () => withAdded(flat), 'A page of it has no size.'],
    ['a page that cannot be read', () => withAdded(torn), 'It is damaged'],
    ['hidden layers', () => withAdded(layer), 'It has layers that are not shown'],
    ['words to be blacked out', () => withAdded(redaction), 'On page 1 words are marked to be blacked out'],
    ['a portfolio', () => withAdded(portfolio), 'It is a portfolio of other files'],
  ])('%s', async (_, make, message) => {
    await expect(make().then(read)).rejects.toThrow(message);
  });
});
