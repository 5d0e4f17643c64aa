import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { counted } from '../registers/counted.ts';
import type { CycleTracker, ReturnRow } from '../registers/cycles.ts';
import { inWords } from '../registers/dates.ts';
import type { BroughtBy } from '../source/commits.ts';

/** One return as a program reads it. */
export interface ReturnData {
  readonly initiative: string;
  readonly author: string;
  readonly file: string;
  readonly status: ReturnRow['status'];
  readonly submitted: string | null;
  readonly daysLate: number;
  /** The commit that brought the report, where the history knows it. */
  readonly commit: BroughtBy | null;
}

/** The returns of a cycle as data. */
export function returnsData({ rows }: CycleTracker, commits: ReadonlyMap<string, BroughtBy> | undefined): ReturnData[] {
  return rows.map(({ initiative, author, file, status, report, daysLate }) => ({
    initiative: initiative.id,
    author,
    file,
    status,
    submitted: report?.data.submitted ?? null,
    daysLate,
    commit: (report && commits?.get(file)) ?? null,
  }));
}

/** The returns of a cycle as lines of text: what stands out first, then one line for each return. */
export function returnsText({ cycle, portfolio, rows, counts }: CycleTracker, data: readonly ReturnData[]): string {
  const { period, due } = cycle.data;
  const width = Math.max(0, ...rows.map(({ initiative }) => initiative.id.length));
  const lines = data.map(({ initiative, status, submitted, daysLate, commit, author }) => {
    const when = submitted === null ? `to be written by ${author}` : `handed in ${submitted}`;
    const late = daysLate === 0 ? '' : `, ${counted(daysLate, 'day')} ${submitted === null ? 'overdue' : 'late'}`;
    const by = commit === null ? '' : `, brought by ${commit.commit} on ${commit.date}`;
    return `  ${initiative.padEnd(width)}  ${status.padEnd(8)} ${when}${late}${by}\n`;
  });
  const sum = `${counts['on-time']} on time, ${counts.late} late, ${counts.missing} missing, ${counts.awaited} awaited`;
  return `${portfolio?.data.name ?? cycle.data.portfolio}, ${period} (cycle ${cycle.id}), due ${due}: ${sum}\n${lines.join('')}`;
}

/** A message to whoever has not handed in a return, ready to be sent. */
export interface Chaser {
  readonly to: string;
  readonly initiative: string;
  /** The file that is missing. */
  readonly file: string;
  readonly subject: string;
  readonly text: string;
}

/** Writes one message for each return that is missing, or not in yet. */
export function chasers(library: Library, { cycle, portfolio, rows }: CycleTracker, content: string): Chaser[] {
  const { period, due, cutoff, challenge, meeting } = cycle.data;
  const [board, day = ''] = meeting.split('/');
  const boardName = find(library.boards, board)?.data.name ?? board ?? '';
  return rows
    .filter(({ report }) => report === undefined)
    .map(({ initiative, author, authorTitle, status, daysLate, file }) => {
      const { name } = initiative.data;
      const state =
        status === 'missing'
          ? `was due on ${inWords(due)}, ${counted(daysLate, 'day')} ago`
          : `is due on ${inWords(due)}`;
      const session =
        challenge !== undefined && challenge >= library.asAt
          ? ` It will be gone through at the challenge session on ${inWords(challenge)}.`
          : '';
      return {
        to: author,
        initiative: initiative.id,
        file,
        subject: `Highlight report for ${name}, ${period}`,
        text: `To: ${authorTitle}
Subject: Highlight report for ${name}, ${period}

The highlight report of ${name} for ${period} (${portfolio?.data.name ?? ''} portfolio) ${state}.
It goes to the ${boardName} on ${inWords(day)}, and without it the board is shown that none was handed in.${session}

Please write it to ${content}/${file}, with data up to ${inWords(cutoff)},
and run "npx boardpack check" before you hand it in.
`,
      };
    });
}
