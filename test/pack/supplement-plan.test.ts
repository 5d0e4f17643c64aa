import { expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { planPack } from '../../src/pack/plan.ts';
import { papersShown, planSupplement } from '../../src/pack/supplement-plan.ts';
import { meetingView } from '../../src/registers/meetings.ts';
import { town } from './town.ts';

const { library, remove } = await town();
await remove();
const meeting = 'town-board/2017-10-18';
const folder = `meetings/${meeting}`;
const lamps = `${meeting}/03-lamps`;

function viewOf(from: Library) {
  const view = meetingView(from, meeting);
  if (view === undefined) throw new Error(`There is no meeting ${meeting}.`);
  return view;
}

/** The supplement to what was issued, by its parts, and the addresses that stand in it. */
function supplement(now: Library, version = 'v1-s1', before: readonly string[] = []) {
  const base = viewOf(library);
  const shown = new Set([...papersShown(planPack(library, base)), ...before]);
  const { parts, places, marking } = planSupplement(now, viewOf(now), 'members', version, { base, shown });
  return { parts: parts.map(({ id, annexOf, reference }) => [id, annexOf, reference]), places, marking };
}

/** The library with papers that were not there, as copies of the one on lamps, and the items of its agenda otherwise. */
function withPapers(
  added: Readonly<Record<string, Partial<Library['papers'][string]['data']>>>,
  items: (items: Library['meetings'][string]['data']['items']) => Library['meetings'][string]['data']['items'] = (
    all,
  ) => all,
): Library {
  const [like, agenda] = [library.papers[lamps], library.meetings[meeting]];
  if (like === undefined || agenda === undefined) throw new Error('The town is another.');
  const papers = Object.entries(added).map(([name, data]) => {
    const own = { ...like, id: `${meeting}/${name}`, file: `${folder}/${name}.md`, data: { ...like.data, ...data } };
    return [own.id, own] as const;
  });
  const changed = { ...agenda, data: { ...agenda.data, items: items(agenda.data.items) } };
  return {
    ...library,
    papers: { ...library.papers, ...Object.fromEntries(papers) },
    meetings: { ...library.meetings, [meeting]: changed },
  };
}

const annexes = library.papers[lamps]?.data.annexes ?? [];
const plan = { file: 'plan.csv', title: 'The plan' };

test('nothing is added where no paper has come', () => {
  expect(supplement(library).parts).toEqual([]);
});

test('a paper comes with its annexes, in the place of the item that waited for it', () => {
  const { parts, places } = supplement(withPapers({ '02a-trees': { annexes: [plan] } }));
  expect(parts).toEqual([
    ['s1-item-2a', undefined, 'Item 2a'],
    ['s1-item-2a-annex-1', 's1-item-2a', 'Item 2a Annex 1'],
  ]);
  expect(places.get(`item:${meeting}/2a`)).toBe('s1-item-2a');
});

test('an annex comes to a paper that was issued, and to one that came with the supplement before', () => {
  const more = withPapers({ '03-lamps': { annexes: [...annexes, plan], marking: 'OFFICIAL-SENSITIVE' } });
  expect(supplement(more)).toMatchObject({
    parts: [['s1-item-3-annex-5', undefined, 'Item 3 Annex 5']],
    marking: 'OFFICIAL-SENSITIVE',
  });
  // In front of the others it is Annex 1, and they are no news.
  const first = withPapers({ '03-lamps': { annexes: [plan, ...annexes] } });
  expect(supplement(first).parts).toEqual([['s1-item-3-annex-1', undefined, 'Item 3 Annex 1']]);
  const trees = withPapers({ '02a-trees': { annexes: [plan] } });
  expect(supplement(trees, 'v1-s2', [`${folder}/02a-trees.md`]).parts).toEqual([
    ['s2-item-2a-annex-1', undefined, 'Item 2a Annex 1'],
  ]);
});

test('items that have another number bring nothing again, and what comes stands where it was awaited', () => {
  const renumbered = withPapers({ '02a-trees': { annexes: [] } }, (all) =>
    all.map((item, index) => ({ ...item, number: String(index + 11) })),
  );
  const { parts, places } = supplement(renumbered);
  expect(parts).toEqual([['s1-item-2a', undefined, 'Item 13']]);
  expect([...places.keys()].filter((address) => address.startsWith('item:'))).toEqual([`item:${meeting}/2a`]);
});

test('an item that was not on the agenda takes the place of none', () => {
  const added = withPapers({ '03-news': { annexes: [plan] } }, (all) =>
    all.map((item) => (item.number === '3' ? { ...item, title: 'News', paper: '03-news' } : item)),
  );
  const { parts, places } = supplement(added);
  expect(parts).toEqual([
    ['s1-new-item-3', undefined, 'Item 3'],
    ['s1-new-item-3-annex-1', 's1-new-item-3', 'Item 3 Annex 1'],
  ]);
  expect(places.has(`item:${meeting}/3`)).toBe(false);
});
