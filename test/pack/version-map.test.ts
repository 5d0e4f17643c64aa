import { html } from '@remix-run/html-template';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLibrary } from '../../src/library/library.ts';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import { type PackTools, type SetPart, setOwnPart } from '../../src/pack/parts.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import { mapVersions, type VersionMap } from '../../src/pack/version-map.ts';
import { readWords } from '../../src/pack/version-words.ts';
import { readRecords } from '../../src/records/read-records.ts';

/** Paragraphs of about half a dozen lines, each with a word of its own: a page has about eight. */
const paragraphs = Array.from(
  { length: 24 },
  (_, nth) =>
    `Here stands Landmark${nth} with what the council’s engineers have said of it. ${'The old bridge is narrow and closed to lorries, and the works can begin in the spring. '.repeat(5)}`,
);

let browser: Browser | undefined;
let setPicture: (drawing: string) => Promise<SetPart>;
let set: (id: string, title: string, texts: readonly string[]) => Promise<SetPart>;
let before: SetPart[];
let after: SetPart[];
let map: VersionMap;

beforeAll(async () => {
  const { library } = makeLibrary(readRecords([]).records, [], '2017-07-01');
  const opened = await openBrowser();
  browser = opened;
  const tools: PackTools = {
    assets: await printAssets(library, { readAsset: async () => new Uint8Array() }),
    readAsset: async () => new Uint8Array(),
    typeset: { browser: async () => opened },
    generator: 'boardpack test',
  };
  set = (id, title, texts) =>
    setOwnPart(library, { id, title }, html`<h1>${title}</h1>${texts.map((text) => html`<p>${text}</p>`)}`, tools);
  setPicture = (drawing) => {
    const bytes = new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${drawing}</svg>`,
    );
    const assets = new Map([...tools.assets, ['/files/mill & lane.svg', { type: 'image/svg+xml', bytes }]]);
    const content = html`<h1>The mill</h1><p>It stands.</p><img src="/files/mill%20&%20lane.svg" alt="The mill">`;
    return setOwnPart(library, { id: 'item-1', title: 'The mill' }, content, { ...tools, assets });
  };
  const grown = [
    ...paragraphs.slice(0, 4),
    ...paragraphs.slice(0, 9).map((text) => text.replace('Landmark', 'New')),
    ...paragraphs.slice(4),
  ];
  const [front, bridge, lamps, trees, ducks, longer, banks] = await Promise.all([
    set('front', 'Agenda', ['One, two, three.']),
    set('item-1', 'The bridge', paragraphs),
    set('item-2', 'The lamps', ['They give light to 40 streets.', ...paragraphs.slice(0, 12)]),
    set('item-3', 'The trees', ['They are counted.']),
    set('item-4', 'The ducks', ['They swim.']),
    set(
      'item-1',
      'The bridge',
      grown.map((text, nth) =>
        nth === 20 ? text.replace('spring', 'autumn').replace('narrow', 'wide').replace('old', 'new') : text,
      ),
    ),
    set('item-3', 'The banks', ['Steep slopes, long grass.']),
  ]);
  before = [front, bridge, lamps, trees, ducks];
  // The lamps come one item later, and the trees are gone.
  after = [front, longer, { ...ducks, id: 'item-2' }, banks, { ...lamps, id: 'item-4' }];
  map = await mapVersions(before, after);
});
afterAll(() => browser?.close());

const partOf = (title: string) => map.parts.find((part) => part.title === title);

test('parts are told as unchanged, changed, new and gone, with the pages they have and had', () => {
  const [pages, more] = [before[1]?.set.pages ?? 0, after[1]?.set.pages ?? 0];
  const lamps = before[2]?.set.pages ?? 0;
  expect(map.parts.map(({ title, kind, before: was, after: is }) => [title, kind, was?.from, is?.from])).toEqual([
    ['Agenda', 'unchanged', 1, 1],
    ['The bridge', 'changed', 2, 2],
    ['The ducks', 'unchanged', 2 + pages + lamps + 1, 2 + more],
    ['The banks', 'added', undefined, 3 + more],
    ['The lamps', 'unchanged', 2 + pages, 4 + more],
    ['The trees', 'removed', 2 + pages + lamps, undefined],
  ]);
  expect(map.pages).toEqual({ before: 3 + pages + lamps, after: 3 + more + lamps });
});

test('pages of a part that is unchanged map one to one, wherever it stands now', () => {
  const lamps = partOf('The lamps');
  expect(lamps?.pages.length).toBeGreaterThan(1);
  const [was, is] = [lamps?.before?.from ?? 0, lamps?.after?.from ?? 0];
  expect(was).not.toBe(is);
  expect(lamps?.pages).toEqual(lamps?.pages.map((_, at) => ({ page: was + at, from: is + at, to: is + at })));
});

test('each word of a changed part is on the pages that its page is mapped to', async () => {
  const bridge = partOf('The bridge');
  const [was, is] = [
    await readWords(before[1]?.set.pdf ?? new Uint8Array()),
    await readWords(after[1]?.set.pdf ?? new Uint8Array()),
  ];
  const pageOf = ({ words, pages }: typeof was, word: string) => 2 + (pages[words.indexOf(word)] ?? -9);
  const moved = paragraphs.map((_, nth) => {
    const word = `Landmark${nth}`;
    const [old, now] = [pageOf(was, word), pageOf(is, word)];
    const mapped = bridge?.pages.find(({ page }) => page === old);
    expect([word, (mapped?.from ?? 0) <= now && now <= (mapped?.to ?? 0)]).toEqual([word, true]);
    return now - old;
  });
  expect(new Set(moved).size).toBeGreaterThan(1);
  // Not the whole part: the map leads to a place.
  expect(bridge?.pages.every(({ from, to }) => to - from <= 2)).toBe(true);
});

test('an item that has another title is the same one where it says much of the same', async () => {
  const one = await set('item-7', 'The park', ['The park is to be closed at night, from dusk to dawn.']);
  const other = await set('item-7', 'The gardens', ['The park is to be closed at night, from ten to dawn.']);
  expect((await mapVersions([one], [other])).parts.map(({ kind }) => kind)).toEqual(['changed']);
});

test('a part that is gone is told last, and pages that were given are mapped as far along', async () => {
  const given = { ...(before[2] as SetPart), set: { ...(before[2] as SetPart).set, engine: 'given' as const } };
  const other = { ...given, sha256: 'another' };
  const { parts } = await mapVersions([before[0] as SetPart, given, before[3] as SetPart], [other]);
  expect(parts.map(({ title, kind }) => [title, kind])).toEqual([
    ['The lamps', 'changed'],
    ['Agenda', 'removed'],
    ['The trees', 'removed'],
  ]);
  expect(parts[0]?.pages).toEqual(given.set.sizes.map((_, at) => ({ page: at + 2, from: at + 1, to: at + 1 })));
});

test('a part that shows a picture which has other bytes has changed', async () => {
  const [round, again, square] = [
    await setPicture('<circle cx="4" cy="4" r="3"/>'),
    await setPicture('<circle cx="4" cy="4" r="3"/>'),
    await setPicture('<rect width="6" height="6"/>'),
  ];
  const kindOf = async (was: SetPart, is: SetPart) => (await mapVersions([was], [is])).parts[0];
  expect(await kindOf(round, again)).toMatchObject({ kind: 'unchanged' });
  expect(await kindOf(round, square)).toMatchObject({ kind: 'changed', pages: [{ page: 1, from: 1, to: 1 }] });
});
