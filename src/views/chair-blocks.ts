import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import type { ActionRow } from '../registers/actions.ts';
import type { ChairPage } from '../registers/chair-page.ts';
import { counted } from '../registers/counted.ts';
import { inWords, short, shortWhen, withWeekday } from '../registers/dates.ts';
import type { MeetingView } from '../registers/meetings.ts';
import type { Worsening } from '../registers/movements.ts';
import { actionBadge, ragBadge, riskBadge } from './badges.ts';
import type { ChairPageOptions } from './chair-page.ts';
import { roleTitle } from './record-facts.ts';
import { shorten } from './shorten.ts';
import { plainWords } from './words.ts';

/** How many movements are shown. */
const mostMovements = 3;

function block(title: string, content: SafeHtml | string): SafeHtml {
  return html`<section class="chair-block"><h2>${title}</h2>${content}</section>`;
}

function nothing(words: string): SafeHtml {
  return html`<p class="none">${words}</p>`;
}

/** A list, and how many are left out of it and where they are. */
function list(all: readonly SafeHtml[], rows: number, where: string): SafeHtml {
  const left = all.length - rows;
  return html`<ul class="chair-list">${all.slice(0, rows).map((one) => html`<li>${one}</li>`)}</ul>${
    left > 0 ? html`<p class="chair-more">And ${left} more${where}.</p>` : ''
  }`;
}

function onPage(page: number | undefined): string {
  return page === undefined ? '' : ` on page ${page}`;
}

/** The worst of what has moved since the last meeting. */
export function movementsBlock(
  { movements, lastMeeting }: ChairPage,
  { rows, characters }: ChairPageOptions,
): SafeHtml {
  const title = lastMeeting === null ? 'Worst movements' : `Worst movements since ${inWords(lastMeeting)}`;
  if (movements === null) return block(title, nothing('No portfolio reports to this board.'));
  if (lastMeeting === null) return block(title, nothing('This is the first meeting on record.'));
  if (movements.length === 0) return block(title, nothing('None: nothing reported has become worse.'));
  const shown = movements.slice(0, Math.min(rows, mostMovements));
  const count = (kind: Worsening['kind']): number => movements.filter((one) => one.kind === kind).length;
  const all = `In all ${counted(count('rating'), 'rating')} fell, ${counted(count('milestone'), 'milestone')} slipped, ${counted(count('risk'), 'risk')} rose.`;
  return block(
    title,
    html`${list(
      shown.map((one) => movement(one, characters)),
      mostMovements,
      '',
    )}<p class="chair-more">${all}</p>`,
  );
}

function movement(one: Worsening, characters: number): SafeHtml {
  const name = html`<b>${one.initiativeName}</b>`;
  switch (one.kind) {
    case 'rating':
      return html`${name} <span class="sub">rated ${ragBadge(one.to)}, was ${ragBadge(one.from)}</span>`;
    case 'milestone':
      return html`${name} <span class="sub">${shorten(one.title, characters / 2)}: ${counted(one.size, 'day')} later, ${shortWhen(one.to)}, was ${shortWhen(one.from)}</span>`;
    case 'risk':
      return html`${name} <span class="sub">${shorten(one.title, characters / 2)}: ${riskBadge(one.to)}, was ${riskBadge(one.from)}</span>`;
  }
}

/** Papers that came late or are still to come. */
export function papersBlock({ papers }: ChairPage, { rows, characters }: ChairPageOptions): SafeHtml {
  if (papers.length === 0) return block('Late papers and papers to follow', nothing('None.'));
  const lines = papers.map(({ item, state, day, reason, ownerTitle }) => {
    const owner = ownerTitle === null ? 'nobody named' : `the ${ownerTitle}`;
    const when = state === 'late' ? `late, handed in ${short(day)}` : `to follow by ${short(day)} from ${owner}`;
    const why = reason ?? 'no reason given';
    return html`<b>Item ${item.number}, ${shorten(item.title, characters / 2)}</b> <span class="sub">${when}: ${shorten(why, characters)}</span>`;
  });
  return block('Late papers and papers to follow', list(lines, rows, ', in the contents'));
}

/** What has changed in the pack since it went out, or since the version before. */
export function changesBlock({ changes }: ChairPage, { rows, characters, since }: ChairPageOptions): SafeHtml {
  if (since !== undefined) {
    const { version, lines, page, address } = since;
    const shown = list(
      lines.map((line) => html`${shorten(line, characters)}`),
      rows,
      '',
    );
    const all = html`<p class="chair-more"><a href="${address}">In full on page ${page}</a>.</p>`;
    return block(`Changes since version ${version.slice(1)}`, html`${shown}${all}`);
  }
  if (changes === null) return block('Changes since issue', nothing('Not issued yet: this is a draft.'));
  if (changes.length === 0) return block('Changes since issue', nothing('None: this is version 1.'));
  const lines = changes.map(({ item, kind, date }) => {
    const what = kind === 'came' ? 'the paper that was to follow has come' : 'handed in after the day of issue';
    return html`<b>Item ${item.number}, ${shorten(item.title, characters / 2)}</b> <span class="sub">${what}${date === null ? '' : `, ${short(date)}`}</span>`;
  });
  return block('Changes since issue', list(lines, rows, ', in the contents'));
}

/** The actions of the board that are overdue or due by the meeting, the longest overdue first. */
export function actionsBlock(view: MeetingView, { actions }: ChairPage, options: ChairPageOptions): SafeHtml {
  const { overdue, due } = actions;
  const all = [...overdue, ...due];
  const title = `Actions overdue, and due by ${short(view.date)}`;
  if (all.length === 0) return block(title, nothing('None.'));
  const where = onPage(options.pageOf(addresses.register('actions')));
  return block(
    title,
    list(
      all.map((row) => actionLine(row, options.characters)),
      options.actions,
      where,
    ),
  );
}

function actionLine(row: ActionRow, characters: number): SafeHtml {
  const when = row.daysOverdue > 0 ? actionBadge(row.status, row.daysOverdue) : `due ${short(row.due)}`;
  return html`<b>${row.action.reference}</b> ${shorten(plainWords(row.action.text), characters * 0.7)} <span class="sub">${when}, ${row.ownerTitle}</span>`;
}

/** Who is known not to be coming, or not to be there for an item. */
export function quorumBlock(library: Library, { quorum }: ChairPage): SafeHtml {
  const { apologies, vacant, recusals, members, expected, fewest, state } = quorum;
  const titles = (roles: readonly string[]): string => roles.map((role) => roleTitle(library, role)).join('; ');
  const lines = [
    members === 0
      ? `No members have been named yet; the quorum is ${quorum.quorum}.`
      : `${expected} of ${counted(members, 'member')} expected; the quorum is ${quorum.quorum}.`,
    apologies.length === 0 ? 'No apologies received.' : `Apologies: ${titles(apologies)}.`,
    ...(vacant.length === 0 ? [] : [`Vacant, and covered by no one else: ${titles(vacant)}.`]),
    ...recusals.map(
      ({ item, roles }) => `Out for item ${item}, because of an interest declared before: ${titles(roles)}.`,
    ),
    {
      safe: `No risk: ${fewest - quorum.quorum} more can be missing.`,
      'at-risk': 'At risk: with one more missing there is none.',
      'too-few': 'As it stands there is none.',
    }[state],
  ];
  return block('Quorum', html`<p>${lines.join(' ')}</p>`);
}

/** The next meeting and what it will be asked. */
export function nextBlock({ next }: ChairPage, { rows, characters }: ChairPageOptions): SafeHtml {
  if (next === undefined) return block('Next meeting', nothing('No date has been set.'));
  const { view, decisions, isFromForwardPlan } = next;
  const when = html`<p><b>${withWeekday(view.date)}</b>, ${view.meeting.data.start} to ${view.meeting.data.end}</p>`;
  if (decisions.length === 0) {
    const none = isFromForwardPlan ? 'The forward plan has no decision for it.' : 'No decision is planned for it yet.';
    return block('Next meeting', html`${when}<p class="none">${none}</p>`);
  }
  const asked = isFromForwardPlan
    ? 'By the forward plan it will be asked to decide on:'
    : 'It will be asked to decide on:';
  const lines = decisions.map((item) => html`${shorten(item.title, characters / 1.5)}`);
  return block('Next meeting', html`${when}<p class="chair-asked">${asked}</p>${list(lines, rows, '')}`);
}
