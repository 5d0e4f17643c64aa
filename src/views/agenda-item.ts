import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import { inWords, short } from '../registers/dates.ts';
import type { ItemView, MeetingView } from '../registers/meetings.ts';
import { withheldWords } from '../registers/public.ts';
import { readingMinutes } from '../registers/reading.ts';
import { stateBadge } from './badges.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { duration, thousands } from './reading.ts';
import { counted } from './words.ts';

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
    notes.push(html`Forward plan: ${linked(link, addresses.register('forward-plan'), matter.data.title)}`);
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

/** Pages, words and minutes of a part of a pack. */
export function readingCell(part: AgendaPart | undefined): SafeHtml | string {
  if (part === undefined) return '–';
  const pages = counted(part.to - part.from + 1, 'page');
  return html`${pages}<span class="sub">${thousands(part.words)} words, ${duration(readingMinutes(part.words))}</span>`;
}
