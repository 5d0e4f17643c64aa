import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/pack/browser/session.ts';
import { type Assembly, assemble, type OutlineEntry } from '../../src/pack/pdf/assemble.ts';
import { checkStructure } from '../../src/pack/pdf/check.ts';
import { readFacts } from '../../src/pack/pdf/facts.ts';
import { furniture, paper } from './documents.ts';
import { mended, print } from './print.ts';
import { allWords, open, type Reader, structureText, wordsOf } from './read.ts';

let first: Uint8Array;
let again: Uint8Array;
let second: Uint8Array;
let overlay: Uint8Array;
let half: Uint8Array;
let base: Assembly;
let joined: Uint8Array;
let each: number;

beforeAll(async () => {
  const browser = await openBrowser({ concurrency: 1 });
  try {
    first = await print(browser, paper('Paper one', 'two'));
    second = await print(browser, paper('Paper two', 'one'));
    again = await print(browser, paper('Paper one', 'two'));
    each = (await readFacts(first)).pages;
    overlay = await print(browser, furniture(2 * each));
    half = await print(browser, furniture(each));
  } finally {
    await browser.close();
  }
  base = {
    parts: [
      { id: 'one', pdf: await mended(first) },
      { id: 'two', pdf: await mended(second) },
    ],
    pageLabels: [
      ...Array.from({ length: each }, (_, page) => `${page + 1}`),
      ...Array.from({ length: each }, (_, page) => `S1-${page + 1}`),
    ],
    outline: [
      { title: 'Paper one', page: 0, children: [{ title: 'Ürsprung (a)', page: 1, children: [] }] },
      { title: 'Paper two', page: each, children: [] },
    ],
    metadata: {
      title: 'Pack & papers',
      language: 'en-GB',
      author: 'The Board',
      subject: 'Papers',
      date: '2026-03-04',
      creator: 'Test',
      producer: 'Joiner',
    },
    attachments: [
      { name: 'manifest.json', type: 'application/json', description: 'Manifest', data: Buffer.from('{"a":1}') },
    ],
    origin: 'https://pack.invalid',
  };
  joined = (await assemble(base)).pdf;
});

/** Wrappers that the join adds or takes away, and marks without text, such as those of borders. */
const WRAPPERS = ['', 'Root', 'Document', 'Part', 'LBody', 'NonStruct'];
/** Stands in a form XObject, whose content numbers the reader takes for the page's: see the test of its own below. */
const IN_FORM = 'Faded words';
const essence = (lines: readonly string[] | undefined) =>
  (lines ?? []).map((line) => line.trim()).filter((line) => !WRAPPERS.includes(line) && line !== IN_FORM);

describe('pages', () => {
  it('show the words of the parts, in order', async () => {
    expect(await allWords(joined)).toBe(`${await allWords(first)} ${await allWords(second)}`);
  });

  it('are as many and as large as those of the parts', async () => {
    const facts = await readFacts(joined);
    expect(facts.pages).toBe(2 * each);
    expect(facts.sizes.every(({ width, height }) => Math.round(width) === 595 && Math.round(height) === 842)).toBe(
      true,
    );
  });

  it('have their labels', async () => {
    expect(await (await open(joined)).getPageLabels()).toEqual(base.pageLabels);
  });
});

describe('structure', () => {
  it('is that of the parts, without the repeats of table heads', async () => {
    const parts = [...(await structureText(first)), ...(await structureText(second))].map(essence);
    const whole = (await structureText(joined)).map(essence);
    expect(whole).toHaveLength(parts.length);
    const heads = (pages: string[][]) => pages.map((lines) => lines.filter((line) => line === 'Headone').length);
    const repeated = Array.from({ length: each }, () => 1);
    const once = repeated.map((_, page) => (page === 0 ? 1 : 0));
    expect(heads(parts)).toEqual([...repeated, ...repeated]);
    expect(heads(whole)).toEqual([...once, ...once]);

    // The elements of the row stay, once for the table, and the reader shows them with each of its pages; the texts go.
    const repeats = ['Headone', 'Headtwo'];
    // Types of PDF 2.0 are mapped to those of 1.7, and the reader follows the map.
    const mapped = parts.map((lines) => lines.map((line) => (line === 'Em' || line === 'Strong' ? 'Span' : line)));
    const expected = mapped.map((lines, page) =>
      page % each === 0 ? lines : lines.filter((line) => !repeats.includes(line)),
    );
    expect(whole).toEqual(expected);
  });

  it('reaches text in form XObjects, and is reached from it', async () => {
    const { catalog, context } = await PDFDocument.load(joined, { updateMetadata: false });
    const key = (label: string) => PDFName.of(label);
    const root = context.lookup(catalog.get(key('StructTreeRoot')), PDFDict);
    const numbers = root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray);
    const holders = context.enumerateIndirectObjects().flatMap(([ref, object]) => {
      const kid = object instanceof PDFDict ? context.lookup(object.get(key('K'))) : undefined;
      return kid instanceof PDFDict && kid.has(key('Stm')) ? [{ ref, kid }] : [];
    });
    // The faded paragraph of each part.
    expect(holders).toHaveLength(2);
    for (const { ref, kid } of holders) {
      const form = kid.lookup(key('Stm'));
      if (!(form instanceof PDFRawStream)) throw new Error('/Stm leads to no stream.');
      const entries = numbers.asArray().findIndex((entry, place) => {
        const list = place % 2 === 1 ? context.lookup(entry) : undefined;
        return list instanceof PDFArray && list.asArray().includes(ref);
      });
      const stated = form.dict.lookup(key('StructParents'), PDFNumber).asNumber();
      expect(numbers.lookup(entries - 1, PDFNumber).asNumber()).toBe(stated);
    }
  });

  it('has no fault that the checks know of', async () => {
    expect(await checkStructure(joined)).toEqual([]);
    expect(await checkStructure((await assemble({ ...base, overlays: [overlay] })).pdf)).toEqual([]);
  });

  it('is one Document with a Part for each part', async () => {
    const { catalog, context } = await PDFDocument.load(joined, { updateMetadata: false });
    const document = context
      .lookup(catalog.get(PDFName.of('StructTreeRoot')), PDFDict)
      .lookup(PDFName.of('K'), PDFDict);
    expect(document.get(PDFName.of('S'))).toBe(PDFName.of('Document'));
    const kids = document.lookup(PDFName.of('K'), PDFArray);
    expect(kids.asArray().map((_, at) => kids.lookup(at, PDFDict).get(PDFName.of('S')))).toEqual([
      PDFName.of('Part'),
      PDFName.of('Part'),
    ]);
  });
});

describe('links', () => {
  const leadsTo = async (page: number, text: string) => {
    const reader = await open(joined);
    const annotations = await (await reader.getPage(page)).getAnnotations();
    const link = annotations.find(({ contentsObj }) => contentsObj?.str === text);
    if (link === undefined) throw new Error(`No link says "${text}": ${annotations.map((a) => a.contentsObj?.str)}`);
    if (link.dest === null || link.dest === undefined) return link.url;
    const destination = await reader.getDestination(link.dest);
    return destination && (await reader.getPageIndex(destination[0] as { num: number; gen: number }));
  };

  it('lead to the right page, within a part and across', async () => {
    const own = (await readFacts(first)).destinations.get('costs') ?? -1;
    expect(own).toBeGreaterThanOrEqual(0);
    expect(await leadsTo(1, 'link within')).toBe(own);
    expect(await leadsTo(each + 1, 'link within')).toBe(each + own);
    expect(await leadsTo(1, 'the other paper')).toBe(each);
    expect(await leadsTo(each + 1, 'the other paper')).toBe(0);
    expect(await leadsTo(1, 'its costs')).toBe(each + own);
    expect(await leadsTo(1, 'a site')).toBe('https://example.org/');
  });

  it('that lead nowhere are told, and lose their address', async () => {
    expect((await assemble(base)).deadLinks).toEqual([
      { page: 0, target: 'https://pack.invalid/missing' },
      { page: each, target: 'https://pack.invalid/missing' },
    ]);
    expect(await leadsTo(1, 'a gap')).toBeUndefined();
  });

  it('have names that begin with the part', async () => {
    const names = [...(await readFacts(joined)).destinations.keys()];
    expect(names).toEqual(expect.arrayContaining(['one', 'one.costs', 'two', 'two.costs']));
    expect(names.every((label) => /^(?:one|two)(?:\.|$)/.test(label))).toBe(true);
  });
});

describe('the document', () => {
  it('has the outline', async () => {
    const reader = await open(joined);
    type Item = Awaited<ReturnType<typeof reader.getOutline>>[number];
    const read = async (items: readonly Item[]): Promise<OutlineEntry[]> =>
      Promise.all(
        items.map(async ({ title, dest, items: below }) => {
          const [page] = dest as [{ num: number; gen: number }];
          return { title, page: await reader.getPageIndex(page), children: await read(below) };
        }),
      );
    expect(await read(await reader.getOutline())).toEqual(base.outline);
  });

  it('states its metadata', async () => {
    const { info, metadata } = await (await open(joined)).getMetadata();
    expect(info).toMatchObject({
      Title: 'Pack & papers',
      Author: 'The Board',
      Subject: 'Papers',
      CreationDate: 'D:20260304000000Z',
      Language: 'en-GB',
    });
    expect(metadata?.get('dc:title')).toBe('Pack & papers');
    expect(metadata?.get('pdfuaid:part')).toBe('1');
  });

  it('carries its attachments', async () => {
    const reader = await open(joined);
    expect([...((await reader.getAttachments()) as Map<string, unknown>).keys()]).toEqual(['manifest.json']);
    expect(Buffer.from((await reader.getAttachmentContent('manifest.json')) ?? []).toString()).toBe('{"a":1}');
  });

  it('holds each font and image once', async () => {
    const twice = await assemble({
      ...base,
      parts: [
        { id: 'one', pdf: first },
        { id: 'two', pdf: first },
      ],
    });
    const count = async (pdf: Uint8Array, type: string) => {
      const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
      const dicts = context.enumerateIndirectObjects().map(([, o]) => (o instanceof PDFRawStream ? o.dict : o));
      return dicts.filter(
        (d) =>
          d instanceof PDFDict && [d.get(PDFName.of('Type')), d.get(PDFName.of('Subtype'))].includes(PDFName.of(type)),
      ).length;
    };
    for (const type of ['Font', 'FontDescriptor', 'Image']) {
      expect(await count(first, type)).toBeGreaterThan(0);
      expect(await count(twice.pdf, type)).toBe(await count(first, type));
    }
  });
});

describe('bytes', () => {
  it('are the same for prints from a fresh and from a used tab', async () => {
    expect(Buffer.compare(first, again)).not.toBe(0);
    const other = await assemble({ ...base, parts: [{ id: 'one', pdf: await mended(again) }, ...base.parts.slice(1)] });
    expect(Buffer.compare(joined, other.pdf)).toBe(0);
  });

  it('differ, identifier included, where the content does', async () => {
    const other = await assemble({ ...base, metadata: { ...base.metadata, title: 'Pack & pamphlet' } });
    const id = async (pdf: Uint8Array) =>
      (await PDFDocument.load(pdf, { updateMetadata: false })).context.trailerInfo.ID?.toString();
    expect(await id(joined)).toMatch(/<[0-9a-f]{32}>/);
    expect(await id(joined)).not.toContain('00000000000000000000000000000000');
    expect(await id(other.pdf)).not.toBe(await id(joined));
  });
});

describe('the overlay', () => {
  it('is stamped on each page, outside the structure', async () => {
    const { pdf } = await assemble({ ...base, overlays: [overlay] });
    const reader = await open(pdf);
    for (let page = 1; page <= reader.numPages; page += 1) {
      expect(await wordsOf(reader, page)).toContain(`Stamped ${page} of ${2 * each}`);
    }
    expect((await structureText(pdf)).flat().join(' ')).not.toContain('Stamped');
    expect(await structureText(pdf)).toEqual(await structureText(joined));
  });

  it('stands where it was drawn, whatever the page did to the graphics state', async () => {
    const [alone, stamped] = [await open(overlay), await open((await assemble({ ...base, overlays: [overlay] })).pdf)];
    const place = async (reader: Reader, page: number) => {
      const { items } = await (await reader.getPage(page)).getTextContent();
      const item = items.find((one) => 'str' in one && one.str.includes('Stamped'));
      if (item === undefined || !('transform' in item)) throw new Error(`No stamp on page ${page}.`);
      return item.transform.map((value: number) => Math.round(value * 100));
    };
    for (let page = 1; page <= 2 * each; page += 1) {
      expect(await place(stamped, page)).toEqual(await place(alone, page));
    }
  });

  it('may come in pieces', async () => {
    const reader = await open((await assemble({ ...base, overlays: [half, half] })).pdf);
    for (let page = 1; page <= reader.numPages; page += 1) {
      expect(await wordsOf(reader, page)).toContain(`Stamped ${((page - 1) % each) + 1} of ${each}`);
    }
  });

  it('must have as many pages', async () => {
    await expect(assemble({ ...base, overlays: [first] })).rejects.toThrow(/overlay has \d+ pages/);
  });
});

describe('faults of input', () => {
  const withPart = (pdf: Uint8Array) => assemble({ ...base, parts: [...base.parts, { id: 'bad', pdf }] });

  it('name the part and the cause', async () => {
    await expect(withPart(new Uint8Array())).rejects.toThrow(/Part "bad" is empty/);
    await expect(withPart(Buffer.from('<html>'))).rejects.toThrow(/Part "bad" is not a PDF/);
    await expect(withPart(first.slice(0, first.length / 2))).rejects.toThrow(/Part "bad"/);
    const locked = await PDFDocument.load(first);
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    await expect(withPart(await locked.save())).rejects.toThrow(/Part "bad" is encrypted/);
  });

  it('are found before anything is joined', async () => {
    await expect(assemble({ ...base, parts: [] })).rejects.toThrow('no parts');
    await expect(assemble({ ...base, parts: [{ id: 'One', pdf: first }] })).rejects.toThrow('"One"');
    await expect(assemble({ ...base, parts: [...base.parts, ...base.parts] })).rejects.toThrow('Two parts');
    await expect(assemble({ ...base, pageLabels: ['1'] })).rejects.toThrow('1 page labels');
    await expect(assemble({ ...base, outline: [{ title: 'Far', page: 99, children: [] }] })).rejects.toThrow('"Far"');
  });
});

it('writes labels as runs', async () => {
  const { catalog, context } = await PDFDocument.load(joined, { updateMetadata: false });
  const labels = context.lookup(catalog.get(PDFName.of('PageLabels')), PDFDict);
  expect(labels.lookup(PDFName.of('Nums'), PDFArray).size()).toBe(4);
});
