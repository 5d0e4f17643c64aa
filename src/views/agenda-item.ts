import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import { counted } from '../registers/counted.ts';
import { inWords, minutesOfDay, short } from '../registers/dates.ts';
import type { ItemView, MeetingView } from '../registers/meetings.ts';
import { withheldWords } from '../registers/public.ts';
import { readingMinutes } from '../registers/reading.ts';
import { stateBadge } from './badges.ts';
import { frontParts } from './front-parts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { duration, thousands } from './reading.ts';

/** What there is to read for an item: a part of a pack that has been made. */
export interface AgendaPart {
  /** E.g. `item-5a`. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly words: number;
}

/** An item as its agenda shows it: its title, what is asked, and whatever is out of the ordinary about it or its paper. */
export function agendaItemCell({ id, meeting }: MeetingView, row: ItemView, link: Linker): SafeHtml {
  const { item, paper, matter, agreedByTitle } = row;
  const address = paper === undefined ? `item:${id}/${item.number}` : addresses.paper(paper.id);
  const notes: (SafeHtml | string)[] = [];
  if (item.decision !== undefined) notes.push(`Decision sought: ${item.decision}`);
  if (item.private !== undefined) notes.push(html`${stateBadge('In private', 'none')} ${withheldWords(item.private)}`);
  if (item.paper !== undefined && paper === undefined) notes.push(missingPaper(row, meeting.data.status));
  if (paper?.data.late !== undefined) {
    const { reason, agreed } = paper.data.late;
    notes.push(
      html`${stateBadge('Late paper', 'amber')} ${reason} The ${agreedByTitle ?? ''} agreed to take it on ${inWords(agreed)}.`,
    );
  }
  if (matter !== undefined) {
    notes.push(html`Forward plan: ${linked(link, addresses.matter(matter.id), matter.data.title)}`);
  }
  return html`${linked(link, address, item.title)}${notes.map((note) => html`<span class="sub">${note}</span>`)}`;
}

function missingPaper({ item, agreedByTitle }: ItemView, status: MeetingView['meeting']['data']['status']): SafeHtml {
  if (item.to_follow === undefined) {
    return stateBadge(status === 'planned' ? 'Paper awaited' : 'Paper missing', status === 'planned' ? 'none' : 'red');
  }
  const { reason, due } = item.to_follow;
  return html`${stateBadge('Paper to follow', 'amber')} ${reason} Due ${short(due)}, as the ${agreedByTitle ?? ''} agreed.`;
}

/** The minutes of the items against the slot, and what there is to read in all, papers and appendices. */
export function agendaBudget({ meeting, minutesPlanned }: MeetingView, parts: readonly AgendaPart[]): SafeHtml {
  const slot = minutesOfDay(meeting.data.end) - minutesOfDay(meeting.data.start);
  const spare = slot - minutesPlanned;
  const left = spare < 0 ? `${-spare} too many` : spare === 0 ? 'none to spare' : `${spare} to spare`;
  const read = parts.filter(({ id }) => !frontParts.includes(id));
  const pages = read.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const words = read.reduce((sum, part) => sum + part.words, 0);
  return html`<p class="agenda-budget"><b>Time:</b> ${minutesPlanned} of ${slot} minutes, ${left}. <b>To read:</b> ${counted(pages, 'page')}, ${thousands(words)} words, ${duration(readingMinutes(words))}.</p>`;
}

/** What there is to read for an item: its paper and the annexes of that, which follow it. Undefined where it has nothing. */
export function itemReading(parts: readonly AgendaPart[], number: string): AgendaPart | undefined {
  const id = `item-${number}`;
  const [paper, ...annexes] = parts.filter((part) => part.id === id || part.id.startsWith(`${id}-annex-`));
  if (paper === undefined) return undefined;
  const words = annexes.reduce((sum, annex) => sum + annex.words, paper.words);
  return { ...paper, to: annexes.at(-1)?.to ?? paper.to, words };
}

/**
 * Pages, words and minutes of a part of a pack.
 *
 * @param opensAt the address of a page of the pack, where it can be opened there
 */
export function readingCell(part: AgendaPart | undefined, opensAt?: (page: number) => string): SafeHtml | string {
  if (part === undefined) return '–';
  const pages = counted(part.to - part.from + 1, 'page');
  const from =
    opensAt === undefined
      ? ''
      : html` from <a href="${opensAt(part.from)}">page ${part.from}<span class="visually-hidden"> of the board pack</span></a>`;
  return html`${pages}${from}<span class="sub">${thousands(part.words)} words</span> <span class="sub">${duration(readingMinutes(part.words))}</span>`;
}
