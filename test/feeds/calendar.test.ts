import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { feedFiles } from '../../src/feeds/files.ts';
import type { Library } from '../../src/library/library.ts';
import { find } from '../../src/library/shelf.ts';
import { actionLog } from '../../src/registers/actions.ts';
import { meetingView } from '../../src/registers/meetings.ts';
import { forPublic } from '../../src/registers/public.ts';
import { meetingTimetable } from '../../src/registers/timetable.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { changedDemonstration } from '../changed-demonstration.ts';
import { clockIn, odd, oddLibrary } from './odd-library.ts';

const { library } = await checkContent('content', async (declared) => declared ?? '');
const files = feedFiles(library, []);

/** The events of a calendar, read by a parser that is not ours. */
function eventsOf(text: string | undefined): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text ?? ''));
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

function ofKind(text: string | undefined, kind: 'Meeting' | 'Deadline' | 'Action'): ICAL.Event[] {
  return eventsOf(text).filter(({ component }) => component.getFirstPropertyValue('categories') === kind);
}

function statusOf({ component }: ICAL.Event): unknown {
  return component.getFirstPropertyValue('status');
}

/** Words that tell one meeting from all others: its board, and when it starts and ends on the clocks of London. */
function wordsOf({ summary, startDate, endDate }: ICAL.Event): string {
  const [start, end] = [startDate, endDate].map((time) => clockIn('Europe/London', time.toJSDate()));
  return `${summary.replace('Cancelled: ', '')} ${start} ${end}`;
}

function expectedWords({ boards, meetings }: Library): string[] {
  return Object.values(meetings).map(({ parts: { board, date }, data }) => {
    return `${find(boards, board)?.data.name} ${date} ${data.start} ${date} ${data.end}`;
  });
}

describe('the calendar of the organisation', () => {
  const text = files.get('/calendar.ics');

  test('has every meeting, with its start and end on the clocks of its zone', () => {
    expect(ofKind(text, 'Meeting').map(wordsOf).toSorted()).toEqual(expectedWords(library).toSorted());
  });

  test.each([
    ['portfolio-and-investment-board', '2017-10-18', '2017-10-18T08:30:00.000Z', 'summer'],
    ['management-board', '2017-11-15', '2017-11-15T14:00:00.000Z', 'winter, after the change in October'],
    ['portfolio-and-investment-board', '2018-03-21', '2018-03-21T09:30:00.000Z', 'winter, before the change in March'],
    ['portfolio-and-investment-board', '2018-04-18', '2018-04-18T08:30:00.000Z', 'summer again'],
  ])('%s on %s starts at %s: %s', (board, day, instant) => {
    const name = find(library.boards, board)?.data.name;
    const found = ofKind(text, 'Meeting').filter(
      (event) => event.summary === name && event.startDate.toString().startsWith(day),
    );
    expect(found.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual([instant]);
  });

  test('marks cancelled meetings, and has no deadlines for them', () => {
    const cancelled = Object.values(library.meetings).filter(({ data }) => data.status === 'cancelled');
    expect(cancelled.length).toBeGreaterThan(0);
    const marked = ofKind(text, 'Meeting').filter((event) => statusOf(event) === 'CANCELLED');
    expect(marked.map(wordsOf).toSorted()).toEqual(
      expectedWords({ ...library, meetings: Object.fromEntries(cancelled.map((one) => [one.id, one])) }).toSorted(),
    );
    for (const { summary, sequence } of marked) expect([summary.slice(0, 11), sequence]).toEqual(['Cancelled: ', 1]);
    expect(ofKind(text, 'Deadline')).toHaveLength(5 * (Object.keys(library.meetings).length - cancelled.length));
  });

  test('has what is due for a meeting as whole days', () => {
    const view = meetingView(library, 'portfolio-and-investment-board/2018-01-24');
    if (view === undefined) throw new Error('The demonstration has changed.');
    const days = meetingTimetable(library, view);
    const found = ofKind(text, 'Deadline').filter(({ summary }) => summary.startsWith('PIB, 24 January 2018: '));
    expect(found.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(found.map(({ summary, startDate }) => [summary.split(': ')[1], startDate.toString()])).toEqual([
      ['papers are asked for', days.commission],
      ['papers are due', days.submission],
      ['the pack goes out', days.dispatch],
      ['actions are sent out', days.actionsOut],
      ['draft minutes are due', days.draftMinutes],
    ]);
  });

  test('lets go of what was due more than a year ago, but of no meeting', () => {
    const later = feedFiles({ ...library, asAt: '2018-07-10' }, []).get('/calendar.ics');
    expect(ofKind(later, 'Meeting')).toHaveLength(Object.keys(library.meetings).length);
    const due = (of: string | undefined, day: string) =>
      ofKind(of, 'Deadline').filter(({ summary }) => summary.includes(`, ${day}: `)).length;
    expect(['3 July 2017', '19 July 2017'].map((day) => [due(text, day), due(later, day)])).toEqual([
      [5, 0],
      [5, 5],
    ]);
  });

  test('has each open action that the public may know of, on the day it is due', () => {
    const open = actionLog(forPublic(library)).filter(({ isOpen }) => isOpen);
    expect(open.length).toBeGreaterThan(0);
    const found = ofKind(text, 'Action').map(({ summary, startDate }) => [
      summary.split(' is due: ')[0],
      startDate.isDate ? startDate.toString() : 'at a time',
    ]);
    expect(found.toSorted()).toEqual(open.map(({ action, due }) => [action.reference, due]).toSorted());
  });
});

test('the calendars of the boards together are that of the organisation, each with its own only', () => {
  const boards = Object.values(library.boards).flatMap(({ id, data }) => {
    const own = files.get(`/feeds/${id}.ics`);
    if (own === undefined) return [];
    for (const { summary } of ofKind(own, 'Meeting')) expect(summary.replace('Cancelled: ', '')).toBe(data.name);
    return eventsOf(own).map(({ uid }) => uid);
  });
  const whole = eventsOf(files.get('/calendar.ics')).map(({ uid }) => uid);
  expect(boards.toSorted()).toEqual(whole.toSorted());
});

describe('ids', () => {
  const idsOf = (text: string | undefined) =>
    new Map(eventsOf(text).map((event) => [`${event.summary} ${event.startDate.toString()}`, event.uid]));

  test('are UUIDs, and none is used twice', () => {
    const ids = eventsOf(files.get('/calendar.ics')).map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('stay when another day is built, and when the first meeting of all goes', async () => {
    const { library: later } = await changedDemonstration([], '2018-01-19');
    const { 'one-met-model-programme-board/2017-06-09': _, ...meetings } = later.meetings;
    const before = idsOf(files.get('/calendar.ics'));
    const after = idsOf(feedFiles({ ...later, meetings }, []).get('/calendar.ics'));
    expect(after.size).toBe(before.size - 6);
    for (const [event, id] of after) expect([event, before.get(event)]).toEqual([event, id]);
  });

  test('stay when an action is put off', async () => {
    const [row] = actionLog(library).filter(({ isOpen, updates }) => isOpen && updates.length === 0);
    if (row === undefined) throw new Error('The demonstration has changed.');
    const { reference, data } = row.action;
    const action = { ...row.action, data: { ...data, due: '2018-12-24' } };
    const changed = feedFiles({ ...library, actions: { ...library.actions, [reference]: action } }, []);
    const [before, after] = [files, changed].map((all) =>
      ofKind(all.get('/calendar.ics'), 'Action').find(({ summary }) => summary.startsWith(`${reference} is due`)),
    );
    expect(after?.startDate.toString()).toBe('2018-12-24');
    expect(after?.uid).toBe(before?.uid);
  });
});

test('is the same to the byte on a machine in another zone', async () => {
  const here = process.env.TZ;
  try {
    process.env.TZ = 'Pacific/Kiritimati';
    expect(new Date('2018-01-01T00:00:00Z').getTimezoneOffset()).toBe(-14 * 60);
    const again = await checkContent('content', async (declared) => declared ?? '');
    expect([...feedFiles(again.library, [])]).toEqual([...files]);
  } finally {
    if (here === undefined) delete process.env.TZ;
    else process.env.TZ = here;
  }
});

describe('names that are hard to write', async () => {
  const text = feedFiles(await oddLibrary(), []).get('/feeds/town-board.ics') ?? '';
  const [held, planned, cancelled] = ofKind(text, 'Meeting').slice(-3);

  test('come out as they went in', () => {
    expect(held?.summary).toBe(odd.board);
    expect(held?.location).toBe(odd.place);
    expect(held?.description).toBe(`1 ${odd.title}\n2 The price (in private)`);
    expect(cancelled?.description).toBe('The hall, alas; burnt down.');
    // The parser gives names outside the standard as they are written.
    const name = String(new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue('x-wr-calname'));
    expect(name).toMatch(/^Brücken\\, /);
    expect(name.replace(/\\([\\;,])/g, '$1')).toBe(`${odd.board}: meetings`);
    const [action] = ofKind(text, 'Action').filter(({ summary }) => summary.startsWith('TB-2018-A01'));
    expect(action?.summary).toBe('TB-2018-A01 is due: Build it, and paint it; then rest.');
  });

  test('no line is longer than 75 octets, none is broken inside a letter, and each ends as it should', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = text.slice(0, -2).split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => /[\r\n]/.test(line) || !line.isWellFormed())).toEqual([]);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
  });

  test('meetings keep their hour over the change of the clocks', () => {
    const starts = [held, planned].map((event) => event?.startDate.toJSDate().toISOString());
    expect(starts).toEqual(['2018-03-20T10:00:00.000Z', '2018-03-27T09:00:00.000Z']);
  });

  test('nothing of a private item but its title is there', () => {
    // Unfolded, since a fold can part a word.
    const whole = text.replaceAll('\r\n ', '');
    expect(whole).not.toMatch(/hushed|TB-2018-A02/);
    expect(whole).toContain('TB-2018-A01');
  });
});

describe('zones and links', () => {
  test.each([
    ['Europe/Kiev', ['2018-03-20T08:00:00.000Z', '2018-03-27T07:00:00.000Z']],
    ['America/New_York', ['2018-03-20T14:00:00.000Z', '2018-03-27T14:00:00.000Z']],
    ['UTC', ['2018-03-20T10:00:00.000Z', '2018-03-27T10:00:00.000Z']],
    ['+05:30', ['2018-03-20T04:30:00.000Z', '2018-03-27T04:30:00.000Z']],
  ])('meetings in %s', async (zone, expected) => {
    const text = feedFiles(await oddLibrary(`time_zone: "${zone}"\n`), []).get('/calendar.ics');
    const found = ofKind(text, 'Meeting').slice(-3, -1);
    expect(found.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual(expected);
  });

  test('a link is whole where there is a site, and is left out where there is none', async () => {
    const links = async (organisation: string) =>
      eventsOf(feedFiles(await oddLibrary(organisation), []).get('/calendar.ics')).map(({ component }) =>
        component.getFirstPropertyValue('url'),
      );
    expect(new Set(await links(''))).toEqual(new Set([null]));
    const whole = await links('site: https://boards.example.org\n');
    expect(whole).toContain('https://boards.example.org/meetings/town-board/2018-03-20/');
    expect(whole.every((link) => String(link).startsWith('https://boards.example.org/meetings/'))).toBe(true);
  });
});
