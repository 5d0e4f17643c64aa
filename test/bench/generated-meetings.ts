import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../../src/library/library.ts';
import { readRecords } from '../../src/records/read-records.ts';
import { approvedText } from '../../src/registers/approvals.ts';

/** How many boards, and how many times each of them meets: ten times a year, not in August or December. */
export interface Size {
  readonly boards: number;
  readonly meetings: number;
}

/**
 * Writes years of meetings that break no rule: the small council of the test cases with other boards, each of which at
 * each meeting decides on a paper, agrees three actions, hears of those that are open and approves its last minutes.
 */
export async function writeMeetings(folder: string, { boards, meetings }: Size): Promise<void> {
  await cp('test/cases/base/content', folder, { recursive: true });
  for (const gone of [
    'change-requests',
    'cycles',
    'finance',
    'indicators',
    'initiatives',
    'meetings',
    'portfolios',
    'strategy',
  ]) {
    await rm(join(folder, gone), { recursive: true });
  }
  for (let board = 0; board < boards; board += 1) {
    const parent = board === 0 ? '' : `\nparent: board-${board - 1}`;
    const fields = `name: Board ${board}\nabbreviation: B${board}\nchair: chair\nmembers: [chair, clerk, engineer]\nquorum: 2\ncadence: monthly${parent}`;
    await write(folder, `boards/board-${board}.md`, front(fields, 'It meets.'));
    let last = '';
    for (let nth = 0; nth < meetings; nth += 1) {
      const place = `meetings/board-${board}/${dayOf(nth)}`;
      const text = minutes(board, nth, last, nth === meetings - 1);
      last = fingerprint(`${place}/minutes.md`, text);
      await write(folder, `${place}/agenda.md`, agenda(nth));
      await write(folder, `${place}/04-paper.md`, paper(board, nth));
      await write(folder, `${place}/minutes.md`, text);
    }
  }
}

function dayOf(nth: number): string {
  return `${yearOf(nth)}-${String([1, 2, 3, 4, 5, 6, 7, 9, 10, 11][nth % 10]).padStart(2, '0')}-20`;
}

function yearOf(nth: number): number {
  return 2017 + Math.floor(nth / 10);
}

function agenda(nth: number): string {
  const approve = `purpose: decision, minutes: 5, view: last-minutes, decision: Approve the last minutes.`;
  return front(
    `start: "10:00"
end: "12:00"
place: Town hall
status: held
items:
  - { number: 1, title: Welcome, purpose: information, minutes: 5 }
  - { number: 2, title: Minutes, ${nth === 0 ? 'purpose: information, minutes: 5' : approve} }
  - { number: 3, title: Actions, purpose: assurance, minutes: 10, view: outstanding-actions }
  - { number: 4, title: The works, purpose: decision, minutes: 30, lead: engineer, paper: 04-paper, decision: Agree the works. }`,
    '',
  );
}

function paper(board: number, nth: number): string {
  return front(
    `reference: B${board}-${dayOf(nth)}-04
title: The works of meeting ${nth}
author: engineer
sponsor: engineer
purpose: decision
decision_sought: Agree the works.
recommendations: [Agree the works.]
options: [Do nothing., Do the works.]
implications: { financial: None., legal: None., risk: None., equality: None., data_protection: None., workforce: None. }
summary: There are works to be done.`,
    'They are needed.',
  );
}

function minutes(board: number, nth: number, last: string, isDraft: boolean): string {
  const first = 4 * (nth % 10) + 1;
  // Each meeting agrees three actions; the next but one closes them.
  const agreed = (at: number): string[] =>
    at < 0 ? [] : [1, 2, 3].map((n) => `B${board}-${yearOf(at)}-A${String(3 * (at % 10) + n).padStart(2, '0')}`);
  const waiting = agreed(nth - 1).map((reference) => `::: update ${reference}\nstatus: open\n\nIt is begun.\n:::`);
  const closed = agreed(nth - 2).map(
    (reference) => `::: update ${reference}\nstatus: verified-closed\nevidence: A photograph.\n\nIt is done.\n:::`,
  );
  const decision = `B${board}-${yearOf(nth)}-D${String((nth % 10) + 1).padStart(2, '0')}`;
  const actions = agreed(nth).map(
    (reference) =>
      `::: action ${reference}\nitem: 4\nowner: engineer\ndue: ${dayOf(nth + 2)}\ndecision: ${decision}\n\nBuild a part of it.\n:::`,
  );
  const approval =
    nth === 0
      ? `${first + 1}.1 There were none.`
      : `::: approval ${dayOf(nth - 1)}\nitem: 2\nfingerprint: "${last}"\n\n**Resolved –** That the minutes be approved.\n:::`;
  const open = [...agreed(nth - 1), ...agreed(nth)].map((reference) => `  - ${reference}`);
  return front(
    `status: ${isDraft ? 'draft' : `approved\napproved_at: ${dayOf(nth + 1)}`}
chair: chair
present: [chair, clerk, engineer]
carried_forward:
${open.join('\n')}`,
    [
      `## ${first} Welcome\n\n(Agenda item 1)\n\n${first}.1 Those present were welcomed.`,
      `## ${first + 1} Minutes\n\n(Agenda item 2)\n\n${approval}`,
      `## ${first + 2} Actions\n\n(Agenda item 3)\n\n${first + 2}.1 The actions were gone through.`,
      ...waiting,
      ...closed,
      `## ${first + 3} The works\n\n(Agenda item 4)\n\n${first + 3}.1 The board considered [the paper](04-paper.md).`,
      `::: decision ${decision}\nitem: 4\noutcome: approved\nreasons: They are needed.\n\n**Resolved –** That the works be agreed.\n:::`,
      ...actions,
    ].join('\n\n'),
  );
}

/** The fingerprint of minutes that nobody has corrected. */
function fingerprint(path: string, text: string): string {
  const [entry] = readRecords([{ path, text }]).records.minutes;
  if (entry === undefined) throw new Error(`${path} is not minutes.`);
  return approvedText({ approvals: [], corrections: [] } as unknown as Library, entry).fingerprint;
}

function front(fields: string, body: string): string {
  return `---\n${fields}\n---\n\n${body}\n`;
}

async function write(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
}
