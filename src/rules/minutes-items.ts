import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { minutesSections } from '../registers/minutes-sections.ts';
import { sectionAt, sectionOf, topOf } from './minutes-parts.ts';
import { fieldAt } from './places.ts';
import type { FoundAt, Report, Rule } from './rule.ts';

export const minutesItems: Rule = {
  id: 'minutes-items',
  severity: 'error',
  asks: 'Every item of the agenda is minuted once, what was agreed under it stands in its section, and every decision that was asked is answered.',
  because: 'What was before a board and is not in its minutes is asked again, or is done by nobody.',
  mend: 'Minute the item in a section of its own, with "(Agenda item 4)" below the heading, and record its decision there.',
  check: ({ library, records, unread }, report) => {
    const blocks = [...records.decisions, ...records.actions, ...records.approvals, ...records.corrections];
    const byMeeting = Map.groupBy(blocks, ({ meeting }) => meeting);
    for (const minutes of Object.values(library.minutes)) {
      const meeting = find(library.meetings, minutes.id);
      if (meeting === undefined) continue;
      const own = byMeeting.get(minutes.id) ?? [];
      checkSections(minutes, meeting, report);
      for (const block of own) {
        const section = sectionAt(minutes, block.line);
        const right = sectionOf(minutes, block.data.item);
        if (right === undefined || section === right) continue;
        const under = section === undefined ? 'above the first section' : `under "${titled(section)}"`;
        const message = `This ${block.name} is of item ${block.data.item}, but stands ${under}.`;
        report(
          fieldAt(block, 'item'),
          message,
          `Move it to "${titled(right)}" at line ${right.line}, or put the item right.`,
        );
      }
      checkSummaries(library, minutes, meeting, report);
      // Where a block could not be read, it may be the one that answers.
      if (unread.has(minutes.file)) continue;
      const answered = new Set(
        own.flatMap(({ name, data }) => (name === 'decision' || name === 'approval' ? data.item : [])),
      );
      for (const { number, purpose, decision } of meeting.data.items) {
        const section = sectionOf(minutes, number);
        if (purpose !== 'decision' || answered.has(number) || section === undefined) continue;
        const asked = decision === undefined ? '' : ` ("${decision.replace(/\s+/g, ' ').trim()}")`;
        const message = `Item ${number} asked for a decision${asked}, and nothing here answers it.`;
        const hint = 'Record a decision under it; deferred and withdrawn are answers too.';
        report({ file: minutes.file, line: section.line, column: 1 }, message, hint);
      }
    }
  },
};

function checkSections(minutes: Entry<'minutes'>, meeting: Entry<'meeting'>, report: Report): void {
  const numbers = meeting.data.items.map(({ number }) => number);
  const at = (line: number): FoundAt => ({ file: minutes.file, line, column: 1 });
  const minuted = new Map<string, number>();
  for (const section of minutesSections(minutes)) {
    if (section.items.length === 0 && section.number !== null) {
      const hint = 'Write "(Agenda item 4)", with the right number, on a line of its own below the heading.';
      report(at(section.line), `"${titled(section)}" does not say which item of the agenda it minutes.`, hint);
    }
    for (const item of section.items) {
      const first = minuted.get(item);
      if (first !== undefined) {
        report(
          at(section.itemsLine),
          `Item ${item} is minuted already, at line ${first}.`,
          'Minute it in one section.',
        );
      } else if (!numbers.includes(item)) {
        const hint = `Its items are ${numbers.join(', ')}.`;
        report(at(section.itemsLine), `The agenda of this meeting has no item ${item}.`, hint);
      }
      minuted.set(item, first ?? section.line);
    }
  }
  let before = minutes.body?.line ?? 1;
  for (const { number, title } of meeting.data.items) {
    const line = minuted.get(number);
    if (line === undefined) {
      const hint = `Add a section for it here, with "(Agenda item ${number})" below the heading.`;
      report(at(before), `Item ${number} of the agenda, "${title}", is not minuted.`, hint);
    }
    before = line ?? before;
  }
}

function checkSummaries(library: Library, minutes: Entry<'minutes'>, meeting: Entry<'meeting'>, report: Report): void {
  const hidden = meeting.data.items.filter((item) => item.private !== undefined).map(({ number }) => number);
  const given = new Set<string>();
  for (const [index, { item }] of minutes.data.summaries.entries()) {
    const message = given.has(item)
      ? `There is a summary of item ${item} already.`
      : `Item ${item} was not taken in private, so it needs no summary.`;
    if (given.has(item) || !hidden.includes(item)) {
      report(fieldAt(minutes, 'summaries', index, 'item'), message, 'Take this one out, or put its item right.');
    }
    given.add(item);
  }
  if (find(library.boards, minutes.parts.board)?.data.audience !== 'public') return;
  for (const item of hidden.filter((one) => !given.has(one))) {
    const message = `Item ${item} was taken in private, and nothing says what the public may read of it.`;
    const at = minutes.data.summaries.length === 0 ? topOf(minutes) : fieldAt(minutes, 'summaries');
    report(at, message, `Add it under "summaries:", as in - { item: ${item}, summary: What was decided, in words. }`);
  }
}

function titled({ number, title }: { readonly number: number | null; readonly title: string }): string {
  return number === null ? title : `${number} ${title}`;
}
