import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import type { Entry, Records } from '../records/read-records.ts';
import { attendanceAt } from '../registers/attendance.ts';
import { isPreparedAhead } from './minutes-parts.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const minutesConsistent: Rule = {
  id: 'minutes-consistent',
  severity: 'error',
  asks: 'Minutes are of a meeting that was held, record each person once and nobody in a role that was vacant, and name items of the agenda.',
  because: 'Minutes are evidence; minutes that contradict themselves are evidence of nothing.',
  mend: 'Keep what is true, and correct the other.',
  check: ({ library, records }, report) => {
    for (const minutes of Object.values(library.minutes)) {
      checkMeeting(library, minutes, report);
      checkPeople(library, minutes, report);
      checkParts(library, minutes, report);
    }
    const blocks = [
      ...records.decisions,
      ...records.actions,
      ...records.interests,
      ...records.approvals,
      ...records.corrections,
    ];
    for (const block of blocks) checkItem(library, block.data.item, fieldAt(block, 'item'), block.meeting, report);
    checkRecorded(library, records, report);
  },
};

function checkMeeting(library: Library, minutes: Entry<'minutes'>, report: Report): void {
  const meeting = find(library.meetings, minutes.id);
  const { status, approved_at } = minutes.data;
  if (status === 'approved' && approved_at === undefined) {
    const hint = 'Add "approved_at:" with the date of the meeting that approved them.';
    report(fieldAt(minutes, 'status'), 'These minutes are approved, but do not say when.', hint);
  }
  const was = meeting?.data.status;
  if (meeting === undefined || was === 'held' || was === 'inquorate') return;
  // A secretary may prepare the minutes of a meeting that is still to come.
  if (was !== 'cancelled' && isPreparedAhead(library, minutes)) return;
  const message = `These are minutes for a meeting that was never held: its agenda says that it is ${was}.`;
  const hint = `Write "status: held" in ${meeting.file} if it was held, or take these minutes out.`;
  report(fieldAt(minutes, 'status'), message, hint);
}

const attendanceLists = { present: 'present', apologies: 'sending apologies', in_attendance: 'in attendance' } as const;

function checkPeople(library: Library, minutes: Entry<'minutes'>, report: Report): void {
  const { chair, present, apologies, in_attendance } = minutes.data;
  const day = minutes.parts.date ?? '';
  for (const [index, role] of apologies.entries()) {
    if (!present.includes(role)) continue;
    const message = `"${role}" is recorded both as present and as having sent apologies.`;
    report(fieldAt(minutes, 'apologies', index), message, 'Keep the one that is true.');
  }
  for (const [index, role] of in_attendance.entries()) {
    if (!present.includes(role)) continue;
    const message = `"${role}" is recorded both as present and as in attendance.`;
    report(fieldAt(minutes, 'in_attendance', index), message, 'A member is present; anyone else attends.');
  }
  if (!present.includes(chair)) {
    const message = `"${chair}" took the chair, but is not recorded as present.`;
    report(fieldAt(minutes, 'chair'), message, 'Name who took the chair, or add them under "present:".');
  }
  for (const [list, words] of Object.entries(attendanceLists)) {
    for (const [index, role] of minutes.data[list as keyof typeof attendanceLists].entries()) {
      const vacant = find(library.roles, role)?.vacant;
      if (vacant === undefined || day < vacant.from || day > (vacant.until ?? day)) continue;
      const until = vacant.until === undefined ? `since ${vacant.from}` : `from ${vacant.from} until ${vacant.until}`;
      const message = `"${role}" is recorded as ${words}, but nobody held that role on ${day}: it was vacant ${until}.`;
      const cover = vacant.covered_by === undefined ? '' : `, such as "${vacant.covered_by}", who covered it`;
      report(fieldAt(minutes, list, index), message, `Name who was there${cover}, or take it out.`);
    }
  }
}

function checkParts(library: Library, minutes: Entry<'minutes'>, report: Report): void {
  const numbers = itemsOf(library, minutes.id);
  for (const [index, { role, from, to }] of minutes.data.in_part.entries()) {
    if (!isThere(minutes, role)) {
      const message = `"${role}" is said to have been there in part, but is recorded neither as present nor as in attendance.`;
      report(fieldAt(minutes, 'in_part', index, 'role'), message, 'Add it under "present:" or "in_attendance:".');
    }
    for (const end of ['from', 'to'] as const) {
      const item = end === 'from' ? from : to;
      if (item !== undefined) checkItem(library, item, fieldAt(minutes, 'in_part', index, end), minutes.id, report);
    }
    if (numbers === undefined || from === undefined || to === undefined) continue;
    if (!numbers.includes(from) || !numbers.includes(to) || numbers.indexOf(from) <= numbers.indexOf(to)) continue;
    const message = `"${role}" is said to have been there from item ${from} to item ${to}, which comes before it.`;
    const hint = '"from:" is the first item they were there for, "to:" the last.';
    report(fieldAt(minutes, 'in_part', index, 'from'), message, hint);
  }
}

function checkRecorded(library: Library, records: Records, report: Report): void {
  for (const interest of records.interests) {
    const minutes = find(library.minutes, interest.meeting);
    if (minutes === undefined || isThere(minutes, interest.data.role)) continue;
    const message = `"${interest.data.role}" declared an interest, but is recorded neither as present nor as in attendance.`;
    report(fieldAt(interest, 'role'), message, 'Add it under "present:" or "in_attendance:", or put the role right.');
  }
  for (const decision of records.decisions) checkDissent(library, decision, report);
}

function checkDissent(library: Library, decision: BlockEntry<'decision'>, report: Report): void {
  const minutes = find(library.minutes, decision.meeting);
  if (minutes === undefined || decision.data.dissent.length === 0) return;
  const attendance = attendanceAt(library, minutes);
  const item = attendance?.items.find(({ item }) => item === decision.data.item);
  for (const [index, { role }] of decision.data.dissent.entries()) {
    const why = item?.away.find((one) => one.role === role)?.why;
    // That somebody left because of an interest is for the rule on interests.
    if (why === 'interest' || (why === undefined && isThere(minutes, role))) continue;
    const was = why === undefined ? 'is not recorded as present' : absences[why];
    const message = `"${role}" is minuted as dissenting under item ${decision.data.item}, but ${was}.`;
    report(
      fieldAt(decision, 'dissent', index, 'role'),
      message,
      'Name the member who dissented, or put the attendance right.',
    );
  }
}

const absences = { 'before-arrival': 'had not come yet', 'after-leaving': 'had left by then' } as const;

function checkItem(library: Library, item: string, at: Parameters<Report>[0], meeting: string, report: Report): void {
  const numbers = itemsOf(library, meeting);
  if (numbers === undefined || numbers.includes(item)) return;
  report(at, `The agenda of this meeting has no item ${item}.`, `Its items are ${numbers.join(', ')}.`);
}

function itemsOf(library: Library, meeting: string): string[] | undefined {
  return find(library.meetings, meeting)?.data.items.map(({ number }) => number);
}

function isThere({ data }: Entry<'minutes'>, role: string): boolean {
  return data.present.includes(role) || data.in_attendance.includes(role);
}
