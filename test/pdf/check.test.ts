import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../src/pack/browser/session.ts';
import { assemble } from '../../src/pack/pdf/assemble.ts';
import { checkStructure } from '../../src/pack/pdf/check.ts';
import { readFacts } from '../../src/pack/pdf/facts.ts';
import { paper } from './documents.ts';
import { mended, print } from './print.ts';

let good: Uint8Array;
let raw: Uint8Array;

beforeAll(async () => {
  const browser = await openBrowser({ concurrency: 1 });
  try {
    raw = await print(browser, paper('Paper', 'one'));
  } finally {
    await browser.close();
  }
  const { pages } = await readFacts(raw);
  const metadata = {
    title: 'T',
    language: 'en',
    author: '',
    subject: '',
    date: '2026-01-01',
    creator: 'c',
    producer: 'p',
  };
  const pageLabels = Array.from({ length: pages }, (_, page) => `${page + 1}`);
  const parts = [{ id: 'one', pdf: await mended(raw) }];
  const origin = 'https://pack.invalid';
  good = (await assemble({ parts, pageLabels, outline: [], metadata, attachments: [], origin })).pdf;
});

const key = (label: string) => PDFName.of(label);

/** The file with one change made to its objects. */
async function changed(change: (context: PDFContext, catalog: PDFDict) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  change(document.context, document.catalog);
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

function elements(context: PDFContext, role: string): PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(key('S')) === key(role));
}

function one<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('The test document has nothing of the kind.');
  return item;
}

const dicts = (context: PDFContext, type: string, value: string): PDFDict[] =>
  context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(key(type)) === key(value));

function parentNumbers(context: PDFContext, catalog: PDFDict): PDFArray {
  const root = context.lookup(catalog.get(key('StructTreeRoot')), PDFDict);
  return root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray);
}

it('finds nothing in a good file, and knows the same file saved again', async () => {
  expect(await checkStructure(good)).toEqual([]);
  expect(await checkStructure(await changed(() => {}))).toEqual([]);
});

it('finds what the browser leaves undone', async () => {
  const clauses = new Set((await checkStructure(raw)).map(({ clause }) => clause));
  expect([...clauses].sort()).toEqual(['ISO 32000-1 14.8.4.3', 'PDF/UA-1 5', 'PDF/UA-1 7.1', 'PDF/UA-1 7.18.5']);
});

const FAULTS: Record<string, [RegExp, (context: PDFContext, catalog: PDFDict) => void]> = {
  'a figure without text': [/^PDF\/UA-1 7\.3 .*figure/, (c) => one(elements(c, 'Figure')).delete(key('Alt'))],
  'no language': [/^PDF\/UA-1 7\.2 /, (_, catalog) => catalog.delete(key('Lang'))],
  'not declared tagged': [/^PDF\/UA-1 7\.1 .*Marked/, (_, catalog) => catalog.delete(key('MarkInfo'))],
  'title not shown': [/DisplayDocTitle/, (_, catalog) => catalog.delete(key('ViewerPreferences'))],
  'no metadata': [/^PDF\/UA-1 5 /, (_, catalog) => catalog.delete(key('Metadata'))],
  'suspect tags': [
    /suspect/,
    (_, catalog) => catalog.lookup(key('MarkInfo'), PDFDict).set(key('Suspects'), PDFBool.True),
  ],
  'a hole in the parent tree': [
    /14\.7\.4\.4 .*not in the parent tree/,
    (context, catalog) => {
      const list = context.lookup(parentNumbers(context, catalog).get(1), PDFArray);
      const filled = list.asArray().findIndex((entry) => entry !== PDFNull);
      list.set(filled, PDFNull);
    },
  ],
  'a parent tree that leads astray': [
    /14\.7\.4\.4 .*does not hold it/,
    (context, catalog) => {
      const list = context.lookup(parentNumbers(context, catalog).get(1), PDFArray);
      const filled = list.asArray().flatMap((entry, at) => (entry === PDFNull ? [] : [at]));
      list.set(filled[0] ?? 0, list.get(filled[1] ?? 0));
    },
  ],
  'page without its place in the parent tree': [
    /14\.7\.4\.4 .*not in the parent tree/,
    (context) => one(dicts(context, 'Type', 'Page')).delete(key('StructParents')),
  ],
  'an element with another parent': [
    /14\.7\.2 .*parent \(P\)/,
    (context) => {
      const other = one(elements(context, 'H2')).get(key('P'));
      if (other !== undefined) one(elements(context, 'Caption')).set(key('P'), other);
    },
  ],
  'an unknown role': [/^PDF\/UA-1 7\.1 .*Fancy/, (context) => one(elements(context, 'P')).set(key('S'), key('Fancy'))],
  'a heading level left out': [/^PDF\/UA-1 7\.4\.2 .*H3/, (c) => one(elements(c, 'H2')).set(key('S'), key('H3'))],
  'no first heading': [/^PDF\/UA-1 7\.4\.2 .*first/, (c) => one(elements(c, 'H1')).set(key('S'), key('P'))],
  'a header cell without scope': [/^PDF\/UA-1 7\.5 .*scope/, (c) => one(elements(c, 'TH')).delete(key('A'))],
  'a row too short': [
    /^PDF\/UA-1 7\.5 .*cells/,
    (context) => elements(context, 'TR')[3]?.lookup(key('K'), PDFArray).remove(1),
  ],
  'a cell too wide': [
    /^PDF\/UA-1 7\.5 .*cells/,
    (context) => one(elements(context, 'TD')).set(key('A'), context.obj({ O: 'Table', ColSpan: PDFNumber.of(2) })),
  ],
  'a list item without body': [
    /14\.8\.4\.3 .*LI element holds a NonStruct/,
    (context) => one(elements(context, 'LBody')).set(key('S'), key('NonStruct')),
  ],
  'a link without description': [
    /^PDF\/UA-1 7\.18\.5 .*Contents/,
    (context) => one(dicts(context, 'Subtype', 'Link')).delete(key('Contents')),
  ],
  'a link the parent tree does not know': [
    /14\.7\.4\.4 .*StructParent/,
    (context) => one(dicts(context, 'Subtype', 'Link')).delete(key('StructParent')),
  ],
  'another tab order': [/^PDF\/UA-1 7\.18\.3 /, (c) => one(dicts(c, 'Type', 'Page')).delete(key('Tabs'))],
  'drawing without a mark': [
    /^PDF\/UA-1 7\.1 1 drawing/,
    (context) => {
      const page = one(dicts(context, 'Type', 'Page'));
      const extra = context.register(context.stream('0 0 10 10 re f\n'));
      page.set(key('Contents'), context.obj([page.get(key('Contents')) ?? PDFNull, extra]));
    },
  ],
  'text without a mark': [
    /^PDF\/UA-1 7\.1 1 drawing/,
    (context) => {
      const page = one(dicts(context, 'Type', 'Page'));
      const extra = context.register(context.stream('BT (x) Tj ET\n'));
      page.set(key('Contents'), context.obj([page.get(key('Contents')) ?? PDFNull, extra]));
    },
  ],
};

it.each(Object.entries(FAULTS))('finds %s', async (_, [expected, plant]) => {
  const findings = await checkStructure(await changed(plant));
  const lines = findings.map(({ clause, message }) => `${clause} ${message}`);
  expect(lines.filter((line) => expected.test(line))).not.toEqual([]);
});
