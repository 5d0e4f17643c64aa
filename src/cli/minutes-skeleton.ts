import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { actionTally } from '../registers/action-tally.ts';
import { approvedText } from '../registers/approvals.ts';
import { addDays, inWords } from '../registers/dates.ts';
import { type ItemView, type MeetingView, previousMeeting } from '../registers/meetings.ts';
import { nextMinuteNumber, nextReferences } from '../registers/next-numbers.ts';

/** Stands where the secretary has something to write; the check finds every one that is left. */
export const blank = '____';

/**
 * The minutes of a meeting as far as its agenda tells them, as Markdown with front matter: a section for each item, numbered
 * on from the last minutes, a decision for each that is asked, an update for each action that is open. The rest is blanks.
 */
export function minutesSkeleton(library: Library, view: MeetingView): string {
  const open = actionTally(library, addDays(view.date, -1)).get(view.board.id)?.at(-1)?.carriedForward ?? [];
  const { data } = view.meeting;
  const members = view.board.data.members;
  const isChairComing = !data.apologies.includes(view.board.data.chair);
  const leads = view.items.flatMap(({ item }) => item.lead ?? []);
  const lines = [
    '---',
    'status: draft',
    `chair: ${isChairComing ? view.board.data.chair : blank}`,
    ...list(
      'present',
      members.filter((role) => !data.apologies.includes(role)),
    ),
    ...list(
      'apologies',
      data.apologies.filter((role) => members.includes(role)),
    ),
    ...list(
      'in_attendance',
      [...new Set(leads)].filter((role) => !members.includes(role)),
    ),
    ...list('carried_forward', open),
    ...summaries(view),
    '---',
    '',
  ];
  const decisions = nextReferences(library, view.board.id, view.date, 'D');
  const number = nextMinuteNumber(library, view.board.id, view.date);
  const actionsItem =
    view.items.find(({ item }) => followThrough.includes(item.view ?? '')) ??
    view.items.find(({ item }) => item.view === 'last-minutes') ??
    view.items[0];
  const sections = view.items.map((row, index) => {
    const updates = row === actionsItem ? open : [];
    return section(library, view, row, { number: number + index, updates, decisions });
  });
  return `${[...lines, ...sections].join('\n')}`;
}

/** The views under which a board goes through its actions. */
const followThrough: readonly string[] = ['action-log', 'outstanding-actions', 'matters-arising'];

function list(name: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`${name}:`, ...values.map((value) => `  - ${value}`)];
}

function summaries({ board, items }: MeetingView): string[] {
  const hidden = board.data.audience === 'public' ? items.filter(({ item }) => item.private !== undefined) : [];
  const entries = hidden.flatMap(({ item }) => [`  - item: ${inYaml(item.number)}`, `    summary: ${blank}`]);
  return entries.length === 0 ? [] : ['summaries:', ...entries];
}

function section(
  library: Library,
  view: MeetingView,
  { item, paper }: ItemView,
  given: { number: number; updates: readonly string[]; decisions: Generator<string> },
): string {
  const { number, updates, decisions } = given;
  const previous = item.view === 'last-minutes' ? previousMeeting(library, view) : undefined;
  const what = paper === undefined ? '' : ` The Board considered [the paper](${paper.parts.paper}.md).`;
  const asked = item.decision === undefined ? '' : ` It was asked: ${item.decision}`;
  const minutes = ` The Board considered the [minutes](../${previous?.date}/minutes.md).`;
  const opening = previous?.minutes === undefined ? `${what}${asked}` : minutes;
  const parts = [`## ${number} ${item.title}`, `(Agenda item ${item.number})`, `${number}.1${opening} ${blank}`];
  if (previous?.minutes !== undefined) {
    parts.push(approval(library, item.number, previous.minutes));
  } else if (item.decision !== undefined && item.purpose === 'decision') {
    parts.push(decision(decisions.next().value, item.number));
  }
  parts.push(...updates.map((reference) => update(library, reference)));
  return `${parts.join('\n\n')}\n`;
}

function approval(library: Library, item: string, minutes: NonNullable<MeetingView['minutes']>): string {
  const day = minutes.parts.date ?? '';
  return `::: approval ${day}
item: ${inYaml(item)}
fingerprint: "${approvedText(library, minutes).fingerprint}"

**Resolved –** That the minutes of ${inWords(day)} be approved as a correct record.
:::`;
}

function decision(reference: string, item: string): string {
  return `::: decision ${reference}
item: ${inYaml(item)}
outcome: ${blank}
reasons: ${blank}

**Resolved –** ${blank}
:::`;
}

function update(library: Library, reference: string): string {
  const action = find(library.actions, reference);
  return `::: update ${reference}
# ${(action?.text ?? '').replace(/\s+/g, ' ')}
status: ${blank}

${blank}
:::`;
}

/** A sub-item such as 5a is written in quotes, as in an agenda. */
function inYaml(number: string): string {
  return /^\d+$/.test(number) ? number : `"${number}"`;
}
