import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { actionLog } from '../registers/actions.ts';
import { inWords } from '../registers/dates.ts';
import { matterViews } from '../registers/forward-plan.ts';
import { comingMeetings, type MeetingView, wasHeld } from '../registers/meetings.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

/** The most a message lists of what waits for a role; where there is more, its last entry counts the rest. */
const named = 4;

export const vacantRole: Rule = {
  id: 'vacant-role',
  severity: 'warning',
  asks: 'A role that nobody holds is covered by another for as long as an action, a paper, an item, a meeting or a matter waits for it.',
  because: 'What belongs to a role that nobody holds is done by nobody.',
  mend: 'Name under "covered_by:" the role that answers for it meanwhile, or give what waits for it to another.',
  check: ({ library, records }, report) => {
    const waiting = Map.groupBy(whatWaits(library), ({ role }) => role);
    for (const entry of records.roles) {
      for (const [index, { id, title, vacant }] of entry.data.entries()) {
        if (vacant === undefined) continue;
        const things = (waiting.get(id) ?? []).filter(({ day }) => isUncovered(library, id, day));
        if (things.length === 0) continue;
        const words = [...new Set(things.map(({ what }) => what))];
        const told = words.length > named ? [...words.slice(0, named - 1), `${words.length - named + 1} more`] : words;
        const list = told.length === 1 ? told[0] : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
        const message = `The role of ${title} is vacant from ${inWords(vacant.from)}, and nobody covers it when it is needed for ${list}.`;
        const at = fieldAt(entry, index, 'vacant', 'covered_by');
        const hint =
          vacant.covered_by === undefined
            ? 'Add "covered_by:" with the role that answers for it meanwhile, or give these to another.'
            : `"${vacant.covered_by}" is vacant too: name a role that somebody holds.`;
        report(at, message, hint);
      }
    }
  },
};

/** Something that a role is needed for on a day. */
interface Need {
  readonly role: string;
  readonly day: string;
  readonly what: string;
}

function whatWaits(library: Library): Need[] {
  const { asAt } = library;
  const actions = actionLog(library, asAt)
    .filter(({ isOpen }) => isOpen)
    .map(({ action }): Need => ({ role: action.data.owner, day: asAt, what: `action ${action.reference}` }));
  const matters = matterViews(library, asAt)
    .filter(({ isOpen }) => isOpen)
    .map(({ matter }): Need => ({ role: matter.data.lead, day: asAt, what: `the matter "${matter.id}"` }));
  const meetings = comingMeetings(library).filter(({ meeting }) => !wasHeld(meeting.data.status));
  return [...actions, ...matters, ...meetings.flatMap(needsOf)];
}

function needsOf({ board, date, items }: MeetingView): Need[] {
  const where = `the ${board.data.name} of ${inWords(date)}`;
  const ofItems = items.flatMap(({ item: { number, lead }, paper }): Need[] => [
    ...(lead === undefined ? [] : [{ role: lead, day: date, what: `item ${number} of ${where}` }]),
    ...[paper?.data.sponsor, paper?.data.author].flatMap((role) =>
      role === undefined || paper === undefined
        ? []
        : [{ role, day: date, what: `paper ${paper.data.reference} of ${where}` }],
    ),
  ]);
  return [{ role: board.data.chair, day: date, what: `the chair of ${where}` }, ...ofItems];
}

/** Whether a role is vacant on a day, and whoever should cover it, and cover for them, is so too. */
function isUncovered(library: Library, role: string, day: string): boolean {
  const seen = new Set<string>();
  for (let next = role; !seen.has(next); ) {
    seen.add(next);
    const vacant = find(library.roles, next)?.vacant;
    if (vacant === undefined || day < vacant.from || day > (vacant.until ?? day)) return false;
    if (vacant.covered_by === undefined) return true;
    next = vacant.covered_by;
  }
  return true;
}
