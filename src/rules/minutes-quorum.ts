import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { type Absence, type Attendance, attendanceAt, type ItemAttendance } from '../registers/attendance.ts';
import { sectionAt, titleOf } from './minutes-parts.ts';
import { fieldAt } from './places.ts';
import type { FoundAt, Rule } from './rule.ts';

export const minutesQuorum: Rule = {
  id: 'minutes-quorum',
  severity: 'error',
  asks: 'Nothing is resolved while too few members are there, counted item by item without those who had left or gone out.',
  because: 'What is decided without a quorum is not decided, and whoever acts on it acts without authority.',
  source: 'Local Government Act 1972, schedule 12, paragraph 6',
  mend: 'Write what was recommended to those who can decide, or defer it to a meeting that has a quorum.',
  check: ({ library }, report) => {
    for (const minutes of Object.values(library.minutes)) {
      const attendance = attendanceAt(library, minutes);
      const meeting = find(library.meetings, minutes.id);
      if (attendance === undefined || meeting === undefined) continue;
      const { status } = meeting.data;
      const never = attendance.items.length > 0 && attendance.items.every(({ isQuorate }) => !isQuorate);
      const always = attendance.items.length > 0 && attendance.items.every(({ isQuorate }) => isQuorate);
      const resolved = resolvedLines(minutes).flatMap((at) => {
        const short = shortItem(minutes, attendance, at.line);
        return short === undefined ? [] : [{ at, short }];
      });
      for (const { at, short } of resolved) {
        const which = short.item === '' ? 'this meeting' : `item ${short.item}`;
        const away = short.away.map(({ role, why }) => `${titleOf(library, role)} ${absences[why]}`);
        const because = away.length === 0 ? '' : `; ${away.join('; ')}`;
        const message = `Nothing can be resolved under ${which}, which was inquorate: ${counted(short, attendance)}${because}.`;
        const also = never && status === 'held' ? ` Say "status: inquorate" in ${meeting.file} too.` : '';
        report(at, message, `Write "**Recommended –**", or defer it to a meeting with a quorum.${also}`);
      }
      if (status === 'held' && never && resolved.length === 0) {
        const message = `This meeting was inquorate from the first item to the last: ${counted(attendance.items[0], attendance)}.`;
        report(fieldAt(meeting, 'status'), message, 'Write "status: inquorate".');
      }
      if (status === 'inquorate' && always) {
        const message = `This meeting had a quorum for every item: ${counted(attendance.items[0], attendance)}.`;
        report(
          fieldAt(meeting, 'status'),
          message,
          `Write "status: held", or put the attendance right in ${minutes.file}.`,
        );
      }
    }
  },
};

const absences: Record<Absence, string> = {
  'before-arrival': 'had not come yet',
  'after-leaving': 'had left',
  interest: 'had gone out because of an interest',
};

/** The item that a line minutes, where there were too few for it; of several, the first such. */
function shortItem(minutes: Entry<'minutes'>, attendance: Attendance, line: number): ItemAttendance | undefined {
  const named = sectionAt(minutes, line)?.items ?? [];
  const items = attendance.items.filter(({ item }) => named.includes(item));
  if (items.length > 0) return items.find(({ isQuorate }) => !isQuorate);
  // What stands under no item was resolved by the meeting as a whole.
  if (attendance.isQuorate) return undefined;
  return { item: '', there: minutesMembers(attendance), away: [], isQuorate: false };
}

/** Members who were there for any item. */
function minutesMembers({ items }: Attendance): string[] {
  return [...new Set(items.flatMap(({ there, away }) => [...there, ...away.map(({ role }) => role)]))];
}

/** Lines on which the board resolves something: "**Resolved –**", or the same without its stars. */
function resolvedLines({ file, body }: Entry<'minutes'>): FoundAt[] {
  return (body?.text ?? '').split('\n').flatMap((text, index) => {
    const column = text.search(/\*\*\s*resolved\b|__\s*resolved\b|^\s*resolved\s*[–—:-]/i);
    return column === -1 ? [] : [{ file, line: (body?.line ?? 1) + index, column: column + 1 }];
  });
}

function counted(item: ItemAttendance | undefined, { members, quorum }: Attendance): string {
  const there = item?.there.length ?? 0;
  const were = there === 1 ? 'was' : 'were';
  return `${there} of the ${members} members ${were} there, and ${quorum} make${quorum === 1 ? 's' : ''} a quorum`;
}
