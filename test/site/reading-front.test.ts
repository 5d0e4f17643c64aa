import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import type { PackFacts, PartFacts } from '../../src/pack/pack-facts.ts';
import { type MeetingView, meetingView } from '../../src/registers/meetings.ts';
import type { IssuedChanges } from '../../src/release/issued-changes.ts';
import { readingOf } from '../../src/site/reading/reading-parts.ts';
import { town } from '../pack/town.ts';

const meeting = 'town-board/2017-10-18';

let library: Library;
let view: MeetingView;
let removeTown: (() => Promise<void>) | undefined;
beforeAll(async () => {
  const made = await town();
  const found = meetingView(made.library, meeting);
  if (found === undefined) throw new Error('There is no such meeting.');
  [library, view, removeTown] = [made.library, found, made.remove];
});
afterAll(() => removeTown?.());

const part = (id: string, title: string, from: number, to: number, series?: string): PartFacts => ({
  id,
  reference: /^s\d+-front$/.test(id) ? `Supplement ${series?.slice(1)}` : id.replace(/^(?:s\d+-)?item-/, 'Item '),
  title,
  from,
  to,
  words: 400,
  ...(series !== undefined && { series }),
});

/** Parts of a pack; whatever stands in them is of no account here. */
const packOf = (version: string, parts: readonly PartFacts[], more: Partial<PackFacts> = {}): PackFacts => ({
  meeting,
  file: `${version}.pdf`,
  pages: parts.length,
  bytes: 1,
  version,
  edition: 'standard',
  marking: 'OFFICIAL',
  parts,
  ...more,
});

/** The words of each part of the front, by its id. */
function frontOf(pack: PackFacts | undefined, changes?: IssuedChanges): Map<string, string> {
  const { front } = readingOf(library, view, pack, 'members', changes);
  return new Map(front.map(({ id, content }) => [id, String(content)]));
}

const words = (html = ''): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

const issued = [
  part('chair', 'Page 1 for the chair', 1, 1),
  part('changes', 'Changes since version 1', 2, 2),
  part('front', 'Agenda and contents', 3, 4),
  part('item-2', 'The banks', 5, 6),
  part('item-2a', 'The trees: to follow', 7, 7),
];

const changes: IssuedChanges = {
  meeting,
  version: 'v2',
  since: 'v1',
  lines: ['The banks: changed: 3 words'],
  map: {
    pages: { before: 5, after: 7 },
    parts: [
      { id: 'front', reference: '', title: 'Agenda and contents', kind: 'changed', pages: [] },
      { id: 'item-2', reference: 'Item 2', title: 'The banks', kind: 'changed', pages: [] },
      { id: 'item-9', reference: 'Item 9', title: 'The well', kind: 'added', pages: [] },
    ],
  },
  changes: { own: [], others: [] },
};

describe('the front of a pack that is read on screen', () => {
  test('has what a pack that was issued again says of the version before, on pages 1 and 2', () => {
    const pack = packOf('v2', issued, { marking: 'OFFICIAL-SENSITIVE' });
    const front = frontOf(pack, changes);
    expect([...front.keys()]).toEqual(['chair', 'changes', 'front']);
    expect(words(front.get('chair'))).toMatch(/Changes since version 1 The banks: changed: 3 words In full on page 2/);
    expect(front.get('chair')).toContain(`href="/meetings/${meeting}/read/#changes"`);
    expect(words(front.get('changes'))).toContain('2 parts have changed, 1 is new');
    expect(front.get('changes')).toContain(`href="/meetings/${meeting}/read/#item-2"`);
    // A part that the page has no longer is named without a link.
    expect(front.get('changes')).not.toContain('#item-9"');
    expect(String([...front.values()])).not.toContain('pack.invalid');
    expect(readingOf(library, view, pack, 'members', changes).marking).toBe('OFFICIAL-SENSITIVE');
    expect(readingOf(library, view, pack, 'members').marking).toBe('OFFICIAL');
  });

  test('says on page 1 what supplements brought, and names it in the contents', () => {
    const came = [
      part('s1-front', 'Contents of the supplement', 1, 1, 'S1'),
      part('s1-item-2a', 'The trees', 2, 4, 'S1'),
    ];
    const front = frontOf(packOf('v1-s1', [...issued, ...came], { extent: 'full', pages: 11 }));
    expect(words(front.get('chair'))).toMatch(
      /Changes since version 1 Item 2a, page S1-2: The trees In full on page S1-1/,
    );
    expect(words(front.get('chair'))).toContain('7 pages');
    expect(words(front.get('front'))).toMatch(/Item 2a The trees: to follow 7 1 .*Item 2a The trees S1-2 3 /);
    expect(words(front.get('front'))).toMatch(/All 7 1,600 /);
  });

  test('lists what has come since the pack was made, and without a pack no pages', () => {
    expect(words(frontOf(packOf('v2', issued)).get('front'))).toMatch(/Item 3 The lamps – – – –/);
    const contents = words(frontOf(undefined).get('front'));
    expect(contents).toMatch(/Item Title Item 1 /);
    expect(contents).not.toContain('To read: at');
  });
});
