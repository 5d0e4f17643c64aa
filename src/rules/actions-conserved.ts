import { nearest } from '../diagnostics/nearest.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { actionTally } from '../registers/action-tally.ts';
import { endOfTime, inWords } from '../registers/dates.ts';
import { type ActionMention, actionMentions } from './action-mentions.ts';
import { boardOf, countedUntil, dayOf, topOf } from './minutes-parts.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const actionsConserved: Rule = {
  id: 'actions-conserved',
  severity: 'error',
  binding: true,
  asks: 'An action that was agreed is carried forward from meeting to meeting until it is closed, superseded or not pursued.',
  because: 'What was agreed and then drops out of the minutes is done by nobody, and nobody notices.',
  mend: 'Put the block of the action back where it was agreed, or bring "carried_forward:" in line with what the minutes say.',
  check: ({ library, unread }, report) => {
    const lastSeen = new Map<string, ActionMention>();
    for (const mention of actionMentions(library)) {
      if (find(library.actions, mention.reference) !== undefined) continue;
      const known = lastSeen.get(mention.reference);
      if (known === undefined || dayOf(known.meeting) <= dayOf(mention.meeting))
        lastSeen.set(mention.reference, mention);
    }
    const until = countedUntil(unread);
    const references = Object.keys(library.actions);
    for (const [reference, { at, meeting }] of lastSeen) {
      // Where minutes could not be read, they may be the ones that raise it.
      if (until.size > 0) continue;
      const message = `Action ${reference} has vanished: these minutes, of ${inWords(dayOf(meeting))}, are the last that speak of it, and none raise it.`;
      const near = nearest(reference, references);
      const hint = `Put its block back into the minutes that agreed it${near === undefined ? '' : `, or write ${near} if that was meant`}.`;
      report(at, message, hint);
    }
    const heard = Map.groupBy(library.updates, ({ reference }) => reference);
    const whyNot = (reference: string, meeting: string): string => {
      const raised = find(library.actions, reference)?.meeting ?? '';
      if (boardOf(raised) !== boardOf(meeting)) return 'was raised by another board';
      if (dayOf(raised) > dayOf(meeting)) return `was raised only on ${inWords(dayOf(raised))}`;
      const by = heard.get(reference)?.findLast((update) => dayOf(update.meeting) <= dayOf(meeting));
      return by === undefined ? 'is not open' : `is ${by.data.status} since ${by.file}:${by.line}`;
    };
    for (const [board, meetings] of actionTally(library, endOfTime)) {
      for (const { minutes, carriedForward } of meetings) {
        if ((minutes.parts.date ?? '') >= (until.get(board) ?? endOfTime)) break;
        const open = { now: new Set(carriedForward), whyNot: (reference: string) => whyNot(reference, minutes.id) };
        compare(minutes, open, (reference) => lastSeen.has(reference), report);
      }
    }
  },
};

function compare(
  minutes: Entry<'minutes'>,
  open: { readonly now: ReadonlySet<string>; readonly whyNot: (reference: string) => string },
  isVanished: (reference: string) => boolean,
  report: Report,
): void {
  const listed = minutes.data.carried_forward;
  const seen = new Set<string>();
  for (const [index, reference] of listed.entries()) {
    const at = fieldAt(minutes, 'carried_forward', index);
    if (seen.has(reference)) report(at, `Action ${reference} is carried forward twice.`, 'Take one out.');
    else if (!open.now.has(reference) && !isVanished(reference)) {
      const message = `Action ${reference} is carried forward, but is not open when this meeting ends: it ${open.whyNot(reference)}.`;
      report(at, message, 'Take it out, or put right the update that closed it.');
    }
    seen.add(reference);
  }
  const missing = [...open.now].filter((reference) => !seen.has(reference));
  if (missing.length === 0) return;
  const at = listed.length === 0 ? topOf(minutes) : fieldAt(minutes, 'carried_forward');
  if (listed.length === 0) {
    const message = `Nothing says that ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} carried forward.`;
    report(at, message, `Add "carried_forward: [${missing.join(', ')}]".`);
    return;
  }
  for (const reference of missing) {
    const message = `Action ${reference} is open when this meeting ends, but is not carried forward.`;
    report(at, message, 'Add it to "carried_forward:", or record what became of it.');
  }
}
