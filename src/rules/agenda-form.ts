import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { inWords } from '../registers/dates.ts';
import { mayAgree, whoAgrees } from './chairs.ts';
import { dayOf } from './minutes-parts.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const agendaForm: Rule = {
  id: 'agenda-form',
  severity: 'error',
  asks: 'A cancelled meeting says when and why, items are numbered in order without gaps, an item in private names the paragraph or section and an end still to come, and a paper that is to follow comes before the meeting, with the chair’s agreement.',
  because:
    'Minutes, actions and decisions name items by number; and what is withheld or comes late must be so for a reason that holds.',
  source: 'Local Government Act 1972, section 100A(4) and (5), for items in private',
  mend: 'Put the number, the day or the name right.',
  check: ({ library }, report) => {
    for (const meeting of Object.values(library.meetings)) {
      checkCancelled(meeting, report);
      checkNumbers(meeting, report);
      for (const index of meeting.data.items.keys()) {
        checkPrivate(meeting, index, report);
        checkToFollow(library, meeting, index, report);
      }
    }
  },
};

function checkCancelled(meeting: Entry<'meeting'>, report: Report): void {
  const { status, cancelled } = meeting.data;
  if (status === 'cancelled' && cancelled === undefined) {
    report(
      fieldAt(meeting, 'status'),
      'The meeting was cancelled, and the agenda does not say when and why.',
      'Say so: cancelled: { on: the day, reason: the words }.',
    );
  } else if (status !== 'cancelled' && cancelled !== undefined) {
    report(
      fieldAt(meeting, 'cancelled'),
      `The agenda says why the meeting was cancelled, and its status is ${status}.`,
      'Write status: cancelled, or take this out.',
    );
  }
}

/** Numbers that may come after another: after 4 comes 5, or 5a, or 4a; after 4a comes 4b, or 5, or 5a. */
function numbersAfter(number: string | undefined): string[] {
  if (number === undefined) return ['1', '1a'];
  const main = Number.parseInt(number, 10);
  const letter = /[a-z]$/.exec(number)?.[0];
  const sub = letter === undefined ? 'a' : letter === 'z' ? undefined : String.fromCharCode(letter.charCodeAt(0) + 1);
  return [`${main + 1}`, `${main + 1}a`, ...(sub === undefined ? [] : [`${main}${sub}`])];
}

function checkNumbers(meeting: Entry<'meeting'>, report: Report): void {
  const seen = new Set<string>();
  let last: string | undefined;
  for (const [index, { number }] of meeting.data.items.entries()) {
    // That a number stands twice is for the rule on papers and numbers.
    if (seen.has(number)) continue;
    const due = numbersAfter(last);
    if (!due.includes(number)) {
      const after = last === undefined ? 'The first item' : `The item after ${last}`;
      const words = `${due.slice(0, -1).join(', ')} or ${due.at(-1)}`;
      report(
        fieldAt(meeting, 'items', index, 'number'),
        `${after} is numbered ${number}; it would be ${words}.`,
        'Number items in order, with sub-items 5a, 5b after item 5 or in its place.',
      );
    }
    seen.add(number);
    last = number;
  }
}

function checkPrivate(meeting: Entry<'meeting'>, index: number, report: Report): void {
  const item = meeting.data.items[index];
  if (item?.private === undefined) return;
  const { exemption, until } = item.private;
  if (!/\d/.test(exemption)) {
    const message = `Item ${item.number} is taken in private, but "${exemption}" names no paragraph or section that allows it.`;
    const hint = 'Write it as in "Local Government Act 1972, schedule 12A, paragraph 3".';
    report(fieldAt(meeting, 'items', index, 'private', 'exemption'), message, hint);
  }
  const day = dayOf(meeting.id);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || until >= day) return;
  const message = `Item ${item.number} is private until ${inWords(until)}, which is before the meeting of ${inWords(day)}.`;
  const hint = 'Put the day or the event right, or take the item in public.';
  report(fieldAt(meeting, 'items', index, 'private', 'until'), message, hint);
}

function checkToFollow(library: Library, meeting: Entry<'meeting'>, index: number, report: Report): void {
  const item = meeting.data.items[index];
  const board = find(library.boards, meeting.parts.board);
  if (item?.to_follow === undefined || board === undefined) return;
  const { agreed_by, due } = item.to_follow;
  if (item.paper === undefined) {
    const message = `Item ${item.number} says that its paper is to follow, but names no paper.`;
    report(fieldAt(meeting, 'items', index, 'to_follow'), message, 'Add "paper:" with the name it will have.');
  }
  if (!mayAgree(library, board, agreed_by)) {
    const message = `That a paper may follow is for the chair of the board to agree to, and "${agreed_by}" is not that.`;
    report(fieldAt(meeting, 'items', index, 'to_follow', 'agreed_by'), message, whoAgrees(library, board));
  }
  if (due <= dayOf(meeting.id)) return;
  const message = `The paper of item ${item.number} is to follow by ${inWords(due)}, after the meeting.`;
  report(
    fieldAt(meeting, 'items', index, 'to_follow', 'due'),
    message,
    'Give an earlier day, or move the item to a later meeting.',
  );
}
