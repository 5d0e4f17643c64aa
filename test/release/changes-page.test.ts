import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import type { PackInParts } from '../../src/pack/join-pack.ts';
import { factsOfParts, type PackTools, setOwnPart } from '../../src/pack/parts.ts';
import { planPack } from '../../src/pack/plan.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import { setPacks } from '../../src/pack/set-packs.ts';
import { mapVersions, type VersionMap } from '../../src/pack/version-map.ts';
import { meetingView } from '../../src/registers/meetings.ts';
import { forPublic } from '../../src/registers/public.ts';
import { changesPage } from '../../src/release/changes-page.ts';
import type { RecordChange } from '../../src/release/compare.ts';
import { mapIssued } from '../../src/release/issued-changes.ts';
import type { IssuedPack } from '../../src/release/manifest.ts';
import { changesOfPack, type PackChanges } from '../../src/release/pack-changes.ts';
import { changesForReaders, type Version } from '../../src/release/readers.ts';
import { pageMapOf } from '../../src/release/redline-files.ts';
import { checkSource } from '../../src/rules/check-content.ts';
import { onlyForMembers, onlyForTheChair, town } from '../pack/town.ts';

const meeting = 'town-board/2017-10-18';
const folder = `meetings/${meeting}`;

/** What is written otherwise in the later version: file, words, other words. */
const edits: readonly (readonly [string, string, string])[] = [
  [`${folder}/02-banks.md`, 'It is as it is.', 'It is as it will be, for 40 years.'],
  [`${folder}/chair-brief.md`, 'which nobody will raise', 'which everybody will raise'],
  [`${folder}/04-tender.md`, 'It is as it is.', `It is as the ${onlyForMembers} has it.`],
  [`${folder}/04-tender.md`, 'All of it in a few words.', `All that the ${onlyForMembers} says.`],
  ['initiatives/bridge/milestones.yml', 'due: 2017-06-30', 'due: 2017-08-31'],
  ['roles.yml', 'Gardener', 'Head gardener'],
];

let browser: Browser | undefined;
let removeTown: (() => Promise<void>) | undefined;
let tools: PackTools;
let before: Version;
let after: Version;
let one: PackInParts;
let two: PackInParts;
let map: VersionMap;
let changes: readonly RecordChange[];
let chosen: PackChanges;

beforeAll(async () => {
  const { library, source, remove } = await town();
  before = { library, source };
  const files = source.files.map(({ path, text }) => {
    const own = edits.filter(([file]) => file === path);
    return { path, text: own.reduce((all, [, from, to]) => all.replace(from, to), text) };
  });
  for (const [file, , to] of edits) {
    if (!files.some(({ path, text }) => path === file && text.includes(to))) throw new Error(`${file} has no "${to}".`);
  }
  after = await checkSource({ ...source, files }, [], async () => '2017-10-11');
  const opened = await openBrowser();
  browser = opened;
  tools = {
    assets: await printAssets(library, source),
    readAsset: source.readAsset,
    typeset: { browser: async () => opened },
    generator: 'boardpack test',
  };
  const setOf = async (version: Version) => {
    const view = meetingView(version.library, meeting);
    const [pack] = await setPacks(version.library, view === undefined ? [] : [view], tools, {
      audience: 'members',
    });
    if (pack === undefined) throw new Error('The pack was not set.');
    return pack;
  };
  [one, two] = [await setOf(before), await setOf(after)];
  map = await mapVersions(one.parts, two.parts);
  ({ changes } = await changesForReaders(before, after, 'members'));
  chosen = changesOfPack(changes, two.plan, map);
  removeTown = remove;
});
afterAll(async () => {
  await browser?.close();
  await removeTown?.();
});

test('a pack is concerned by changes of its own folder, and by those that its changed parts are drawn from', () => {
  expect(chosen.own.map(({ file }) => file)).toEqual([`${folder}/02-banks.md`, `${folder}/04-tender.md`]);
  expect(chosen.others.map(({ file }) => file)).toEqual(['roles.yml']);
});

test('where its pages went is known again from what the tags of both versions say', async () => {
  const issuedOf = ({ parts }: PackInParts): IssuedPack => ({
    audience: 'members',
    edition: 'standard',
    extent: 'pack',
    file: 'x.pdf',
    pages: parts.reduce((sum, { set }) => sum + set.pages, 0),
    marking: 'OFFICIAL',
    parts: factsOfParts(parts).map(({ pages: _, ...part }, index) => ({ ...part, sha256: parts[index]?.sha256 ?? '' })),
  });
  const again = await mapIssued(issuedOf(one), issuedOf(two), pageMapOf(map));
  expect(again).toEqual({ ...map, parts: map.parts.filter(({ id }) => id !== 'chair') });
  const unknown = await mapIssued(issuedOf(one), issuedOf(two), undefined);
  expect(unknown.parts).toEqual(again.parts.map((part) => ({ ...part, pages: [] })));
});

test('each part is told, with what became of it and its pages', () => {
  const text = wordsOf(String(changesPage({ since: 'v1', map, changes: chosen })));
  expect(text).toContain('Changes since version 1');
  expect(text).toMatch(/Item 2 The banks Changed \d+ to \d+ \d+ to \d+/);
  expect(text).toMatch(/Item 3 The lamps Unchanged/);
  expect(text).toContain('added: It is as it will be, for 40 years. end of addition');
  expect(text).toContain('removed: It is as it is. end of removal');
  expect(text).toMatch(/Roles .*Head gardener/);
});

test('it is set on one page and passes all guards, and its links lead to the parts', async () => {
  const content = changesPage({ since: 'v1', map, changes: chosen });
  const title = 'Changes since version 1';
  const part = await setOwnPart(after.library, { id: 'changes', title }, content, tools);
  expect(part.set.pages).toBe(1);
  const large = await setOwnPart(after.library, { id: 'changes', title, isLarge: true }, content, tools);
  expect(large.set.pages).toBeGreaterThan(1);
  const targets = [...String(content).matchAll(/href="https?:\/\/[^/"]+\/([^"#]+)"/g)].map(([, id]) => id);
  expect(targets).toEqual(map.parts.map(({ id }) => id));
});

test('a part that is gone is told without a link, and pages that moved apart are told run by run', () => {
  const shown = { id: 'item-9', reference: 'Item 9' };
  const parts: VersionMap['parts'] = [
    {
      ...shown,
      title: 'The well',
      kind: 'changed',
      before: { from: 4, to: 6 },
      after: { from: 5, to: 8 },
      pages: [
        { page: 4, from: 5, to: 5 },
        { page: 5, from: 6, to: 6 },
        { page: 6, from: 7, to: 8 },
      ],
    },
    { ...shown, id: 'item-8', title: 'The pump', kind: 'removed', before: { from: 7, to: 7 }, pages: [] },
  ];
  const page = String(
    changesPage({ since: 'v2', map: { pages: { before: 7, after: 8 }, parts }, changes: { own: [], others: [] } }),
  );
  expect(wordsOf(page)).toContain('The well 4 to 5 now 5 to 6; 6 now 7 to 8');
  expect(wordsOf(page)).toContain('The pump Gone 7 –');
  expect(page).not.toContain('/item-8"');
});

test('a paragraph that has moved is told with its words, and only the end of a long one is left out', () => {
  const moved = {
    kind: 'moved',
    from: 'Costs',
    under: 'Benefits',
    text: `The bridge stays. ${'It is old. '.repeat(60)}`,
  } as const;
  const change = {
    kind: 'changed',
    file: `${folder}/02-banks.md`,
    record: '',
    title: 'The banks',
    fields: [],
  } as const;
  const own = [{ ...change, prose: [moved] }];
  const page = changesPage({ since: 'v1', map, changes: { own, others: [] } });
  expect(wordsOf(String(page))).toMatch(/Moved from “Costs”: The bridge stays\. (It is old\. )+.{0,10}…/);
});

describe('what readers may not see', () => {
  test('nothing is compared of a paper or an initiative that was marked above the ceiling of now', async () => {
    const marked = ['initiatives/bridge/index.md', `${folder}/02-banks.md`];
    const filesOf = ({ source }: Version, edit: (path: string, text: string) => string) =>
      source.files.map(({ path, text }) => ({ path, text: edit(path, text) }));
    const read = (files: Version['source']['files']) =>
      checkSource({ ...before.source, files }, [], async () => '2017-10-11');
    const was = await read(
      filesOf(before, (path, text) =>
        marked.includes(path) ? text.replace(/^---\n/, '---\nmarking: OFFICIAL-SENSITIVE\n') : text,
      ),
    );
    const lower = await read(
      filesOf(after, (path, text) => (path === 'organisation.yml' ? `${text}ceiling: OFFICIAL\n` : text)),
    );
    const told = async (now: Version) => (await changesForReaders(was, now, 'members')).changes.map(({ file }) => file);
    expect(await told(after)).toEqual(expect.arrayContaining(['initiatives/bridge/milestones.yml', ...marked]));
    expect(await told(lower)).toEqual([`${folder}/04-tender.md`, 'organisation.yml', 'roles.yml']);
  });

  test('the brief for the chair is not compared, for nobody', async () => {
    expect(JSON.stringify(changes)).not.toContain('chair-brief');
    const page = String(changesPage({ since: 'v1', map, changes: chosen }));
    for (const word of [...onlyForTheChair, 'everybody']) expect(page).not.toContain(word);
  });

  test('the public is told nothing of a paper that was taken in private, nor of its name', async () => {
    expect(JSON.stringify(changes)).toContain(onlyForMembers);
    const { changes: open } = await changesForReaders(before, after, 'public');
    const view = meetingView(forPublic(after.library), meeting);
    if (view === undefined) throw new Error('There is no such meeting.');
    const plan = planPack(forPublic(after.library), view, 'public');
    const page = String(changesPage({ since: 'v1', map, changes: changesOfPack(open, plan, map) }));
    expect(page).toContain('for 40 years');
    for (const text of [JSON.stringify(open), page]) {
      expect(text).not.toContain(onlyForMembers);
      expect(text).not.toContain('04-tender');
    }
  });
});

function wordsOf(page: string): string {
  return page.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
}
