import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import type { Entry } from '../records/read-records.ts';
import { sectionOf, titleOf } from './minutes-parts.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';
import { takesPart } from './taking-part.ts';

type Interest = BlockEntry<'interest'>;

export const minutesInterests: Rule = {
  id: 'minutes-interests',
  severity: 'error',
  asks: 'Who declares an interest and goes out takes no part in that item, and who only speaks does not vote.',
  because: 'A decision that somebody with an interest took part in can be undone, however good it was.',
  source: 'Localism Act 2011, section 31',
  mend: 'Write what happened: take out the part they did not take, or say how the interest was in truth handled.',
  check: ({ library, records }, report) => {
    const gone = new Set(records.interests.filter(isLeaving).map(keyOf));
    const declared = new Map<string, Interest>();
    const decisions = Map.groupBy(records.decisions, ({ meeting, data }) => `${meeting} ${data.item}`);
    for (const interest of records.interests) {
      const minutes = find(library.minutes, interest.meeting);
      if (minutes === undefined) continue;
      const { role, item } = interest.data;
      const first = declared.get(keyOf(interest));
      if (first !== undefined) {
        const message = `"${role}" has declared an interest in item ${item} already, at line ${first.line}.`;
        report(interest, message, 'Write one block that says all of it.');
        continue;
      }
      declared.set(keyOf(interest), interest);
      checkTimes(library, interest, report);
      checkChair(minutes, interest, gone, report);
      if (isLeaving(interest)) checkPart(library, minutes, interest, report);
      if (!isLeaving(interest) && interest.data.handling !== 'speak-not-vote') continue;
      for (const decision of decisions.get(`${interest.meeting} ${item}`) ?? []) {
        const index = decision.data.dissent.findIndex((dissent) => dissent.role === role);
        if (index === -1) continue;
        const did = isLeaving(interest) ? 'went out' : 'had no vote';
        const message = `"${role}" is minuted as dissenting under item ${item}, but ${did} because of an interest.`;
        report(fieldAt(decision, 'dissent', index, 'role'), message, mendHandling(interest));
      }
    }
  },
};

function keyOf({ meeting, data: { role, item } }: Interest): string {
  return `${meeting} ${role} ${item}`;
}

function isLeaving({ data }: Interest): boolean {
  return data.handling === 'leave';
}

function mendHandling({ file, line }: Interest): string {
  return `Take it out if it did not happen, or put "handling:" right at ${file}:${line}.`;
}

function checkPart(library: Library, minutes: Entry<'minutes'>, interest: Interest, report: Report): void {
  const { role, item } = interest.data;
  const section = sectionOf(minutes, item);
  if (section === undefined) return;
  // What somebody is to do afterwards is no part in the item.
  const later = (minutes.body?.blocks ?? []).filter(({ name }) => name === 'action');
  const lines = section.lines.filter(
    ({ line }) => !later.some((block) => line >= block.line && line <= block.lastLine),
  );
  const title = titleOf(library, role);
  const others = Object.values(library.roles).flatMap((other) => (other.title.includes(title) ? other.title : []));
  for (const { line, column, words } of takesPart(lines, title, others)) {
    const message = `"${role}" went out for item ${item} because of an interest, but takes part in it here: "${words}".`;
    report({ file: minutes.file, line, column }, message, mendHandling(interest));
  }
}

function checkTimes(library: Library, interest: Interest, report: Report): void {
  const { left, returned, handling } = interest.data;
  const meeting = find(library.meetings, interest.meeting);
  for (const [field, time] of Object.entries({ left, returned })) {
    if (time === undefined) continue;
    if (handling !== 'leave') {
      const message = `"${field}:" is given, but the interest was handled by ${handling}, so nobody went out.`;
      report(fieldAt(interest, field), message, 'Write "handling: leave", or take it out.');
    } else if (meeting !== undefined && (time < meeting.data.start || time > meeting.data.end)) {
      const message = `${time} is not within the meeting, which was from ${meeting.data.start} to ${meeting.data.end}.`;
      report(fieldAt(interest, field), message, `Put it right, or the times of the meeting in ${meeting.file}.`);
    }
  }
  if (left === undefined || returned === undefined || handling !== 'leave' || left < returned) return;
  report(fieldAt(interest, 'returned'), `They returned at ${returned}, but left at ${left}.`, 'Put the times right.');
}

function checkChair(minutes: Entry<'minutes'>, interest: Interest, gone: ReadonlySet<string>, report: Report): void {
  const { role, item, chair } = interest.data;
  const hasGone = role === minutes.data.chair && isLeaving(interest);
  if (hasGone && chair === undefined) {
    const message = `"${role}" was in the chair and went out for item ${item}, and nothing says who took the chair.`;
    report(fieldAt(interest, 'role'), message, 'Add "chair:" with the role that took it meanwhile.');
  }
  if (chair === undefined) return;
  const wrong = !hasGone
    ? [`"${chair}" is said to have taken the chair, but whoever was in the chair did not go out.`, 'Take "chair:" out.']
    : chair === role
      ? [`"${chair}" went out, so cannot have been in the chair meanwhile.`, 'Name who took the chair.']
      : !minutes.data.present.includes(chair)
        ? [
            `"${chair}" took the chair for item ${item}, but is not recorded as present.`,
            'Name a member who was there.',
          ]
        : gone.has(`${interest.meeting} ${chair} ${item}`)
          ? [`"${chair}" took the chair for item ${item}, but went out for it too.`, 'Name a member who was there.']
          : undefined;
  if (wrong !== undefined) report(fieldAt(interest, 'chair'), wrong[0] ?? '', wrong[1]);
}
