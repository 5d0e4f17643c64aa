import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { feedFiles } from '../../src/feeds/files.ts';
import type { PublishedPack } from '../../src/feeds/news.ts';
import type { Library } from '../../src/library/library.ts';
import { find } from '../../src/library/shelf.ts';
import { decisionRegister } from '../../src/registers/decisions.ts';
import { forPublic, privateItems } from '../../src/registers/public.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { changedDemonstration } from '../changed-demonstration.ts';
import { odd, oddLibrary } from './odd-library.ts';

const atom = 'http://www.w3.org/2005/Atom';
const { library } = await checkContent('content', async (declared) => declared ?? '');
const packs = packsOf(library);
const files = feedFiles(library, packs);
const site = 'https://boards.example.org';
const onSite = feedFiles({ ...library, organisation: { ...library.organisation, site } }, packs);
const strange = feedFiles(await oddLibrary(), []);

/** A pack of every meeting that was called. */
function packsOf({ meetings }: Library): PublishedPack[] {
  return Object.values(meetings)
    .filter(({ data }) => ['issued', 'held', 'inquorate'].includes(data.status))
    .map(({ id }) => {
      const file = `${id.replace('/', '-')}-v1.pdf`;
      return { meeting: id, file, pages: 12, bytes: 345_678, version: 'v1', marking: 'OFFICIAL' };
    });
}

/** A feed, read by a parser that is not ours and stops at the first fault. */
function feedOf(text: string | undefined): Element {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text ?? '', 'application/xml');
  if (document.documentElement === null) throw new Error('There is no element.');
  return document.documentElement;
}

/** The elements of a name that stand in another. */
function all(of: Element, name: string): Element[] {
  return Array.from(of.childNodes).filter(
    (node): node is Element => node.nodeType === 1 && (node as Element).localName === name,
  );
}

function one(of: Element, name: string): string {
  const [found, ...more] = all(of, name);
  if (found === undefined || more.length > 0) throw new Error(`There is not one ${name}.`);
  return found.textContent?.trim() ?? '';
}

function linksOf(of: Element, rel: string): string[] {
  return all(of, 'link').flatMap((link) => (link.getAttribute('rel') === rel ? (link.getAttribute('href') ?? '') : []));
}

function entriesOf(text: string | undefined, kind?: string): Element[] {
  const entries = all(feedOf(text), 'entry');
  return kind === undefined
    ? entries
    : entries.filter((entry) => all(entry, 'category')[0]?.getAttribute('term') === kind);
}

const feeds = [files, onSite, strange].flatMap((all, index) =>
  [...all].filter(([address]) => address.endsWith('.xml')).map(([address, text]) => [index, address, text] as const),
);

describe.each(feeds)('feed %i %s keeps the rules of RFC 4287', (index, address, text) => {
  const feed = feedOf(text);
  const day = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

  test('the feed has what it must have (4.1.1)', () => {
    expect([feed.namespaceURI, feed.localName]).toEqual([atom, 'feed']);
    expect(one(feed, 'title')).not.toBe('');
    expect(one(feed, 'id')).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(one(feed, 'updated')).toMatch(day);
    expect(all(feed, 'author').map((author) => one(author, 'name'))).toEqual([
      index === 2 ? 'Example Council' : library.organisation.name,
    ]);
    expect(linksOf(feed, 'self')).toEqual([`${index === 1 ? site : ''}${address}`]);
    expect(linksOf(feed, 'alternate')).toHaveLength(1);
  });

  test('each entry has what it must have (4.1.2), the latest first, none later than the day of the records', () => {
    const entries = all(feed, 'entry');
    expect(entries.length).toBeGreaterThan(0);
    const ids = entries.map((entry) => one(entry, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of entries) {
      expect(one(entry, 'id')).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      for (const name of ['title', 'summary']) expect(one(entry, name)).not.toBe('');
      for (const name of ['updated', 'published']) expect(one(entry, name)).toMatch(day);
      expect(one(entry, 'updated') >= one(entry, 'published')).toBe(true);
      expect(linksOf(entry, 'alternate')).toHaveLength(1);
      const start = index === 1 ? `${site}/` : '/';
      for (const link of all(entry, 'link')) expect(link.getAttribute('href')?.startsWith(start)).toBe(true);
    }
    const days = entries.map((entry) => one(entry, 'updated'));
    expect(days).toEqual(days.toSorted().reverse());
    expect(one(feed, 'updated')).toBe(days[0]);
    expect(days.filter((one) => one.slice(0, 10) > (index === 2 ? '2018-03-21' : library.asAt))).toEqual([]);
  });
});

describe('the feed of the organisation', () => {
  const text = files.get('/feed.xml');

  test('has every pack, and leads to those that the public may read', () => {
    const found = entriesOf(text, 'pack').map((entry) => [linksOf(entry, 'alternate'), linksOf(entry, 'enclosure')]);
    const expected = packs.map(({ meeting, file }) => [
      [`/meetings/${meeting}/`],
      privateItems(library, meeting).size > 0 ? [] : [`/packs/${file}`],
    ]);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(expected.filter(([, file]) => file?.length === 0).length).toBeGreaterThan(0);
  });

  test('leads to the pack that was made for the public', () => {
    const own = packs.map((pack) => ({ ...pack, file: pack.file.replace('.pdf', '-public.pdf') }));
    const found = entriesOf(feedFiles(library, own).get('/feed.xml'), 'pack').flatMap((entry) =>
      linksOf(entry, 'enclosure'),
    );
    expect(found.toSorted()).toEqual(own.map(({ file }) => `/packs/${file}`).toSorted());
  });

  test('has the minutes of every meeting, and says whether they are a draft', () => {
    const found = entriesOf(text, 'minutes').map((entry) => [
      linksOf(entry, 'alternate')[0],
      one(entry, 'title').split(': ').at(-1),
    ]);
    const expected = Object.values(library.minutes).map(({ id, data }) => [`/meetings/${id}/minutes/`, data.status]);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('has every decision that the public may read, in words', () => {
    const rows = decisionRegister(forPublic(library));
    expect(rows.length).toBeLessThan(decisionRegister(library).length);
    const found = entriesOf(text, 'decision');
    expect(found.map((entry) => one(entry, 'title').split(':')[0]).toSorted()).toEqual(
      rows.map(({ decision }) => decision.reference).toSorted(),
    );
    for (const entry of found) expect(one(entry, 'summary')).not.toMatch(/\*\*|\]\(/);
  });
});

test('the feeds of the boards together are that of the organisation', () => {
  const ids = (address: string) => entriesOf(files.get(address)).map((entry) => one(entry, 'id'));
  const boards = [...files.keys()].filter((address) => /^\/feeds\/.*\.xml$/.test(address));
  expect(boards.length).toBeGreaterThan(1);
  expect(boards.flatMap(ids).toSorted()).toEqual(ids('/feed.xml').toSorted());
});

test('what is private is in no file', () => {
  const decision = find(library.decisions, 'OB-2017-D02');
  const action = find(library.actions, 'OB-2017-A02');
  if (decision === undefined || action === undefined) throw new Error('The demonstration has changed.');
  expect(privateItems(library, decision.meeting).has(decision.data.item)).toBe(true);
  expect(files.get('/feed.xml')).toContain('OB-2017-D01');
  for (const [address, text] of [...files, ...onSite, ...strange]) {
    const whole = text.replaceAll('\r\n ', '');
    expect([address, /OB-2017-D02|OB-2017-A02|lowest price|hushed|TB-2018-D02|TB-2018-A02/.exec(whole)]).toEqual([
      address,
      null,
    ]);
  }
});

describe('ids and days', () => {
  const meeting = 'portfolio-and-investment-board/2017-09-20';
  const minutesOf = (text: string | undefined) =>
    entriesOf(text, 'minutes').find((entry) => linksOf(entry, 'alternate')[0] === `/meetings/${meeting}/minutes/`);

  test('are those of the records: a build of another day has the same', async () => {
    const again = await changedDemonstration([], '2018-01-19');
    const read = (text: string | undefined) => entriesOf(text).map((entry) => [one(entry, 'id'), one(entry, 'title')]);
    expect(read(feedFiles(again.library, packs).get('/feed.xml'))).toEqual(read(files.get('/feed.xml')));
  });

  test('minutes keep their id when they are approved, and are news again on that day', async () => {
    const approved = find(library.minutes, meeting)?.data.approved_at ?? '';
    const { library: before } = await changedDemonstration([], '2017-10-17');
    const entries = [feedFiles(before, packs), files].map((all) => minutesOf(all.get('/feed.xml')));
    const [draft, after] = entries.map((entry) =>
      entry === undefined
        ? []
        : [one(entry, 'id'), one(entry, 'title').split(': ')[1], one(entry, 'updated').slice(0, 10)],
    );
    expect(approved).toBe('2017-10-18');
    expect(draft).toEqual([after?.[0], 'draft', '2017-09-20']);
    expect((after?.[2] ?? '') >= approved).toBe(true);
    expect(after?.[1]).toBe('approved');
  });

  test('nothing of a later day is in the feed of an earlier one', async () => {
    const { library: before } = await changedDemonstration([], '2017-09-13');
    const text = feedFiles(before, packs).get('/feed.xml');
    const days = entriesOf(text).map((entry) => one(entry, 'updated').slice(0, 10));
    expect(days[0]).toBe('2017-09-13');
    expect(text).not.toMatch(/PIB-2017-D1\d|\/2017-1\d-/);
  });
});

test('names and texts that are hard to write come out as they went in', () => {
  const text = strange.get('/feeds/town-board.xml');
  expect(one(feedOf(text), 'title')).toBe(`${odd.board}: packs, minutes and decisions`);
  const decision = entriesOf(text, 'decision').find((entry) => one(entry, 'title').startsWith('TB-2018-D01: '));
  if (decision === undefined) throw new Error('There is no such entry.');
  expect(one(decision, 'title')).toBe(`TB-2018-D01: ${odd.title} (approved)`);
  expect(one(decision, 'summary').split('\n')).toEqual([
    `${odd.board}, 20 March 2018: approved.`,
    `${odd.decision} See the bridge.`,
    'Reasons: Weil es so ist; ganz, ganz sicher.',
    'The minutes it stands in are a draft.',
  ]);
});
