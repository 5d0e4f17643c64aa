import { describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { chairPage } from '../../src/registers/chair-page.ts';
import { type MeetingView, meetingView } from '../../src/registers/meetings.ts';
import { quorumRisk } from '../../src/registers/quorum-risk.ts';
import { countWords, readingMinutes } from '../../src/registers/reading.ts';
import { shorten } from '../../src/views/shorten.ts';
import { town } from '../pack/town.ts';

const { library, remove } = await town();
await remove();

const day = '2017-10-11';
const coming = 'town-board/2017-10-18';
const viewOf = (from: Library, id = coming): MeetingView => {
  const view = meetingView(from, id);
  if (view === undefined) throw new Error(`There is no meeting ${id}.`);
  return view;
};
const drawn = (from: Library, id = coming, asOf = day) => chairPage(from, viewOf(from, id), asOf);

function entry<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is no such record.');
  return value;
}

/** The library with some changes to the agenda of the coming meeting. */
function withMeeting(changes: Partial<Library['meetings'][string]['data']>): Library {
  const meeting = entry(library.meetings[coming]);
  return {
    ...library,
    meetings: { ...library.meetings, [coming]: { ...meeting, data: { ...meeting.data, ...changes } } },
  };
}

/** The library with a second report of the bridge, handed in between the last meeting and the coming one. */
function withReport(changes: Partial<Library['reports'][string]['data']>): Library {
  const first = entry(library.reports['bridge/2017-18-q1']);
  const cycle = entry(library.cycles['2017-18-q1']);
  const second = {
    ...first,
    id: 'bridge/2017-18-q2',
    parts: { ...first.parts, cycle: '2017-18-q2' },
    data: { ...first.data, submitted: '2017-10-05', ...changes },
  };
  const next = { ...cycle, id: '2017-18-q2', data: { ...cycle.data, cutoff: '2017-09-30' } };
  return {
    ...library,
    reports: { ...library.reports, [second.id]: second },
    cycles: { ...library.cycles, [next.id]: next },
  };
}

describe('decisions asked', () => {
  test('come with the paper’s first recommendation and sponsor, else with the agenda’s words and lead', () => {
    const asked = drawn(library).decisions.map(({ item, sponsorTitle, recommendation }) => [
      item.number,
      sponsorTitle,
      recommendation,
    ]);
    expect(asked).toEqual([
      ['1', 'Chair', 'Approve the minutes of the last meeting as a correct record.'],
      ['2', 'Engineer', 'Clear the north bank first.'],
    ]);
  });

  test('of the next meeting are named, and there is none after the last', () => {
    const { next } = drawn(library, 'town-board/2017-09-20', '2017-09-13');
    expect(next?.view.id).toBe(coming);
    expect(next?.decisions.map(({ number }) => number)).toEqual(['1', '2']);
    expect(drawn(library).next).toBeUndefined();
  });

  test('of a next meeting whose agenda went out later are what the forward plan had by then', () => {
    const { next } = drawn(
      withMeeting({ status: 'issued', issued: '2017-10-02' }),
      'town-board/2017-09-20',
      '2017-09-13',
    );
    expect(next).toMatchObject({ isFromForwardPlan: true, view: { id: coming } });
    expect(next?.decisions.map(({ number, title }) => [number, title])).toEqual([['2', 'The banks']]);
    const before = drawn(
      withMeeting({ status: 'issued', issued: '2017-10-02' }),
      'town-board/2017-09-20',
      '2017-05-31',
    );
    expect(before.next?.decisions).toEqual([]);
  });

  test('leave out a meeting that was called later, at short notice', () => {
    const called = withMeeting({
      issued: '2017-10-16',
      short_notice: { reason: 'The bank gave way.', agreed_by: 'chair' },
    });
    expect(drawn(called, 'town-board/2017-09-20', '2017-09-13').next).toBeUndefined();
    expect(drawn(called, 'town-board/2017-09-20', '2017-10-16').next?.view.id).toBe(coming);
  });

  test('name a meeting until the day it was cancelled', () => {
    const off = withMeeting({ status: 'cancelled', cancelled: { on: '2017-09-20', reason: 'Too few can come.' } });
    expect(drawn(off, 'town-board/2017-09-20', '2017-09-13').next?.view.id).toBe(coming);
    expect(drawn(off, 'town-board/2017-09-20', '2017-09-20').next).toBeUndefined();
  });
});

test('minutes planned are held against the slot', () => {
  expect(drawn(library).time).toEqual({ planned: 75, slot: 60 });
});

describe('papers', () => {
  test('that are late or to follow are named with their reason, in the order of the agenda', () => {
    expect(drawn(library).papers).toMatchObject([
      {
        state: 'to-follow',
        item: { number: '2a' },
        ownerTitle: 'Gardener',
        reason: 'The trees are still being counted.',
        agreedBy: 'Chair',
        day: '2017-10-16',
      },
      { state: 'late', item: { number: '3' }, reason: 'The wires were tested twice.', day: '2017-10-10' },
    ]);
  });

  test('that nobody has spoken for are due on the day of submission, ten working days before', () => {
    const items = viewOf(library).meeting.data.items.map(({ to_follow: _, ...item }) => item);
    const [paper] = drawn(withMeeting({ items })).papers;
    expect(paper).toMatchObject({ state: 'to-follow', reason: null, agreedBy: null, day: '2017-10-04' });
  });

  test('handed in after the issue are changes, those that were to follow among them; a draft has none yet', () => {
    expect(drawn(library).changes).toBeNull();
    expect(drawn(withMeeting({ status: 'issued', issued: '2017-10-11' })).changes).toEqual([]);
    const came = viewOf(library).meeting.data.items.map((item) =>
      item.number === '2a' ? { ...item, paper: '02-banks' } : item,
    );
    const changes = drawn(withMeeting({ status: 'issued', issued: '2017-10-09', items: came })).changes;
    expect(changes?.map(({ item, kind, date }) => [item.number, kind, date])).toEqual([
      ['2a', 'came', '2017-09-30'],
      ['3', 'handed-in', '2017-10-10'],
    ]);
  });
});

describe('movements since the last meeting', () => {
  const red = { overall: { value: 'red' as const, path_to_green: 'None.' } };
  const worse = withReport({
    rag: red,
    milestones: [
      { id: 'bridge-open', status: 'at-risk', forecast: '2018-05-31' },
      { id: 'bridge-lamps', status: 'on-track', forecast: '2018-06-30' },
    ],
    risks: [{ id: 'bridge-flood', probability: 4, impact: 4 }],
  });
  const found = (from: Library, asOf = day) =>
    drawn(from, coming, asOf).movements?.map((one) => [one.kind, one.kind === 'rating' ? one.to : one.title]);

  test('are ratings, then milestones, then risks, the largest of each first', () => {
    expect(found(worse)).toEqual([
      ['rating', 'red'],
      ['milestone', 'Bridge open'],
      ['milestone', 'Lamps lit'],
      ['risk', 'The site is under water.'],
    ]);
    expect(drawn(worse).lastMeeting).toBe('2017-09-20');
  });

  test('are none where nothing became worse, nor before the report was handed in', () => {
    expect(found(library)).toEqual([]);
    expect(found(worse, '2017-10-04')).toEqual([]);
    expect(found(withReport({ rag: { overall: { value: 'green' } } }))).toEqual([]);
  });

  test('reach the board above, and no board that has no portfolio', () => {
    expect(drawn(worse, 'full-council/2017-10-25').movements).toHaveLength(4);
    const portfolios = {};
    expect(drawn({ ...worse, portfolios }).movements).toBeNull();
  });
});

test('actions are the board’s own, overdue on the day or due by the meeting', () => {
  const action = entry(library.actions['TB-2017-A01']);
  const added = (reference: string, due: string) => ({
    [reference]: { ...action, reference, data: { ...action.data, due } },
  });
  const actions = {
    ...library.actions,
    ...added('TB-2017-A02', '2017-10-01'),
    ...added('TB-2017-A03', '2017-10-18'),
    ...added('TB-2017-A04', '2017-11-01'),
  };
  const own = drawn({ ...library, actions }).actions;
  expect(own.open).toBe(3);
  expect(own.overdue.map((row) => [row.action.reference, row.daysOverdue])).toEqual([['TB-2017-A02', 10]]);
  expect(own.due.map((row) => row.action.reference)).toEqual(['TB-2017-A03']);
  expect(drawn({ ...library, actions }, 'full-council/2017-10-25').actions.open).toBe(0);
});

describe('quorum', () => {
  const risk = (from: Library) => quorumRisk(from, viewOf(from), day);
  const vacancy = (role: string, covered_by?: string): Library => {
    const vacant = { from: '2017-10-01', ...(covered_by && { covered_by }) };
    return { ...library, roles: { ...library.roles, [role]: { ...entry(library.roles[role]), vacant } } };
  };

  test('is at risk with just enough, and not reached with one fewer', () => {
    expect(risk(library)).toMatchObject({ members: 3, quorum: 2, expected: 2, state: 'at-risk' });
    expect(risk(withMeeting({ apologies: [] }))).toMatchObject({ expected: 3, state: 'safe' });
    expect(risk(vacancy('engineer'))).toMatchObject({ expected: 1, vacant: ['engineer'], state: 'too-few' });
  });

  test('a vacant role counts where one who is no member covers it, and from the day it is vacant', () => {
    expect(risk(vacancy('engineer', 'clerk'))).toMatchObject({ expected: 2, vacant: [] });
    expect(risk(vacancy('engineer', 'chair'))).toMatchObject({ expected: 1, vacant: ['engineer'] });
    expect(quorumRisk(vacancy('engineer'), viewOf(library), '2017-09-30')).toMatchObject({ vacant: [] });
  });

  test('one who went out for a matter before is not counted for it again', () => {
    const meeting = entry(library.meetings['town-board/2017-09-20']);
    const items = meeting.data.items.map((item) => ({ ...item, matter: 'banks' }));
    const interest = {
      ...entry(library.actions['TB-2017-A01']),
      name: 'interest' as const,
      reference: '',
      meeting: meeting.id,
      data: { role: 'engineer', item: '1', nature: 'Owns the land.', handling: 'leave' as const },
    };
    const declared: Library = {
      ...library,
      interests: [interest],
      meetings: { ...library.meetings, [meeting.id]: { ...meeting, data: { ...meeting.data, items } } },
    };
    expect(risk(declared)).toMatchObject({
      expected: 2,
      recusals: [{ item: '2', roles: ['engineer'] }],
      fewest: 1,
      state: 'too-few',
    });
    const stayed = { ...interest, data: { ...interest.data, handling: 'stay' as const } };
    expect(risk({ ...declared, interests: [stayed] }).recusals).toEqual([]);
  });
});

test('words are read at 238 a minute', () => {
  expect(countWords('In 2017-18 it cost £3,233.2m – the members’ share.')).toBe(8);
  expect([0, 1, 119, 357, 2380].map(readingMinutes)).toEqual([0, 1, 1, 2, 10]);
});

test('a line is cut after a whole word', () => {
  expect(shorten('Agree  the\ndesign.', 20)).toBe('Agree the design.');
  expect(shorten('Agree the design, and what it costs.', 20)).toBe('Agree the design…');
  expect(shorten('x'.repeat(30), 10)).toBe(`${'x'.repeat(9)}…`);
});
