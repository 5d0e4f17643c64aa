import { describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { type PlannedPart, planPack } from '../../src/pack/plan.ts';
import { meetingView } from '../../src/registers/meetings.ts';
import { forPublic } from '../../src/registers/public.ts';
import { town } from './town.ts';

const { library, remove } = await town();
await remove();

const coming = 'town-board/2017-10-18';

function planned(from: Library, audience: 'members' | 'public' = 'members') {
  const view = meetingView(from, coming);
  if (view === undefined) throw new Error(`There is no meeting ${coming}.`);
  return planPack(from, view, audience);
}

function partOf(from: Library, id: string): PlannedPart | undefined {
  return planned(from).parts.find((part) => part.id === id);
}

/** The library with other front matter in some minutes, or in an agenda. */
function withData(
  shelf: 'minutes' | 'meetings',
  id: string,
  data: Partial<Library['minutes'][string]['data'] | Library['meetings'][string]['data']>,
): Library {
  const entry = library[shelf][id];
  if (entry === undefined) throw new Error(`${id} is not on record.`);
  return { ...library, [shelf]: { ...library[shelf], [id]: { ...entry, data: { ...entry.data, ...data } } } };
}

describe('minutes of the last meeting', () => {
  const last = 'town-board/2017-09-20';

  test('are a draft in a pack that is made before the day they are approved, whatever they have become since', () => {
    const approvedLater = withData('minutes', last, { status: 'approved', approved_at: coming.split('/')[1] });
    expect(planned(approvedLater).asOf).toBe('2017-10-11');
    expect(partOf(approvedLater, 'item-1')).toMatchObject({ isDraft: true, flag: 'minutes' });
  });

  test('are none in a pack made after it', () => {
    const approved = withData('minutes', last, { status: 'approved', approved_at: '2017-10-11' });
    expect(partOf(approved, 'item-1')).toMatchObject({ isDraft: false, flag: '' });
  });

  test('bring those before with them where that meeting had no quorum and could approve nothing', () => {
    const before = 'minutes-2017-07-19';
    expect(partOf(library, before)).toBeUndefined();
    const inquorate = withData('meetings', last, { status: 'inquorate' });
    expect(partOf(inquorate, before)).toBeUndefined();
    const entry = library.minutes['town-board/2017-07-19'];
    if (entry === undefined) throw new Error('The minutes of July are not on record.');
    const draft = { ...entry, data: { ...entry.data, status: 'draft' as const, approved_at: undefined } };
    const waiting = { ...inquorate, minutes: { ...inquorate.minutes, [entry.id]: draft } } as Library;
    expect(partOf(waiting, before)).toMatchObject({ reference: 'Appendix A', isDraft: true });
  });
});

test('the action log is an appendix where no item shows actions', () => {
  expect(partOf(library, 'action-log')).toMatchObject({ reference: 'Appendix A', title: 'Action log' });
  const items = library.meetings[coming]?.data.items ?? [];
  const outstanding = items.map((item) =>
    item.number === '3' ? { ...item, paper: undefined, view: 'outstanding-actions' as const } : item,
  );
  const shown = planned(withData('meetings', coming, { items: outstanding }));
  expect(shown.parts.map(({ id }) => id)).not.toContain('action-log');
  expect(shown.places.get('/registers/actions/')).toBe('item-3');
});

test('each annex that can be printed is a part after its paper, and is led to by its address', () => {
  const { parts, places } = planned(library);
  const own = parts.filter(({ id }) => id.startsWith('item-3'));
  expect(own.map(({ id, annexOf, reference, title, flag }) => [id, annexOf, reference, title, flag])).toEqual([
    ['item-3', undefined, 'Item 3', 'The lamps', 'Late paper'],
    ['item-3-annex-1', 'item-3', 'Item 3 Annex 1', 'Where the lamps stand', 'Late paper'],
    ['item-3-annex-2', 'item-3', 'Item 3 Annex 2', 'Each lamp', 'Late paper'],
    ['item-3-annex-4', 'item-3', 'Item 3 Annex 4', 'The survey', 'Late paper'],
  ]);
  expect(places.get('/files/meetings/town-board/2017-10-18/lamps.csv')).toBe('item-3-annex-2');
  expect(places.get(`item:${coming}/3`)).toBe('item-3');
  expect([...places.keys()].filter((place) => place.startsWith('item:'))).toHaveLength(5);
});

test('the pack for the public has a page for what is withheld in the place of its paper', () => {
  expect(partOf(library, 'item-4')).toMatchObject({ title: 'The tender', subject: { kind: 'paper' } });
  const { name, parts } = planned(forPublic(library), 'public');
  expect(name).toBe('town-board-2017-10-18-draft-public');
  expect(parts.find(({ id }) => id === 'item-4')).toMatchObject({
    title: 'The tender: withheld',
    flag: 'Withheld',
    subject: { kind: 'withheld' },
  });
});
