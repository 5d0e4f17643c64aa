import type { SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { MeetingTally } from '../registers/action-tally.ts';
import { counted } from '../registers/counted.ts';
import { short } from '../registers/dates.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { table } from './table.ts';

/**
 * The actions of one board counted from meeting to meeting. In each row, brought forward and raised together are closed,
 * superseded, not pursued and carried forward together.
 */
export function tallyTable(
  tallies: readonly MeetingTally[],
  { caption, link }: { caption: string; link: Linker },
): SafeHtml {
  const count = (heading: string, of: (tally: MeetingTally) => readonly string[]) => ({
    heading,
    kind: 'number' as const,
    cell: (tally: MeetingTally) => String(of(tally).length),
  });
  return table<MeetingTally>({
    caption,
    rows: tallies,
    className: 'action-tally',
    none: 'No minutes of this board are on record.',
    columns: [
      {
        heading: 'Meeting',
        kind: 'row-heading',
        cell: ({ minutes }) => linked(link, addresses.minutes(minutes.id), short(minutes.parts.date ?? '')),
      },
      count('Brought forward', ({ broughtForward }) => broughtForward),
      count('Raised', ({ raised }) => raised),
      count('Closed', ({ closed }) => closed),
      count('Superseded', ({ superseded }) => superseded),
      count('Not pursued', ({ notPursued }) => notPursued),
      count('Carried forward', ({ carriedForward }) => carriedForward),
    ],
  });
}

/** What became of every action that a board ever raised, as a sum. */
export function tallySum(tallies: readonly MeetingTally[]): string {
  const all = (of: (tally: MeetingTally) => readonly string[]): number =>
    tallies.reduce((sum, tally) => sum + of(tally).length, 0);
  const open = tallies.at(-1)?.carriedForward.length ?? 0;
  return `${counted(
    all(({ raised }) => raised),
    'action',
  )} raised = ${open} open + ${all(({ closed }) => closed)} closed + ${all(({ superseded }) => superseded)} superseded + ${all(({ notPursued }) => notPursued)} not pursued.`;
}
