import { html, type SafeHtml } from '@remix-run/html-template';
import { inWords, short } from '../registers/dates.ts';
import { bullets, type Fact, factList } from '../views/facts.ts';
import { shorten } from '../views/shorten.ts';
import type { RecordChange } from './compare.ts';
import { movesInWords, type PageMoves } from './page-moves.ts';
import { redlineView } from './redline-view.ts';

/** One of the two states that a redline compares. */
export interface RedlineEnd {
  /** What it was asked for by, or what it is: `v1`, `the folder`. */
  readonly name: string;
  /** Full hash, where it is a commit. */
  readonly commit?: string;
  /** The day of that commit, `YYYY-MM-DD`. */
  readonly date?: string;
}

/** All that has changed between two states of the content, ready to be shown. */
export interface Redline {
  readonly before: RedlineEnd;
  readonly after: RedlineEnd;
  readonly changes: readonly RecordChange[];
  /** Of two versions of a pack, where the pages of the earlier one are now. */
  readonly pages?: PageMoves | undefined;
  /** The highest marking of what is shown. */
  readonly marking: string;
}

/** The title of a redline: `Changes from v1 to v2`. */
export function redlineTitle({ before, after }: Pick<Redline, 'before' | 'after'>): string {
  return `Changes from ${shorten(before.name, 60)} to ${shorten(after.name, 60)}`;
}

/** A redline as the content of a document, its heading first. */
export function redlineContent(redline: Redline): SafeHtml {
  return html`<header class="page-title part-head"><h1>${redlineTitle(redline)}</h1></header>
${redlineBody(redline)}`;
}

/** A redline without its heading. */
export function redlineBody({ before, after, changes, pages }: Redline): SafeHtml {
  const facts: Fact[] = [
    ['Before', endInWords(before)],
    ['After', endInWords(after)],
    ['Pages then and now', pages === undefined ? null : bullets(movesInWords(pages))],
  ];
  return html`${factList(facts)}
${redlineView(changes)}
<p class="quiet">What was taken out is struck through, what was put in is underlined. What has not changed is not shown, but for the rest of a paragraph, row or field of which a part has changed.</p>`;
}

function endInWords({ name, commit, date }: RedlineEnd): string {
  const made = date === undefined ? '' : `, ${inWords(date)}`;
  return commit === undefined ? name : `${name} (commit ${commit.slice(0, 12)}${made})`;
}

/** Letters of a name that the foot of a page has room for on one line. */
const foot = 20;

/** The title for the foot of a page: a long name gives way to the first letters of its commit. */
export function redlineFoot({ before, after }: Redline): string {
  const name = (end: RedlineEnd) => (end.name.length > foot ? (end.commit?.slice(0, 12) ?? end.name) : end.name);
  return `Changes from ${name(before)} to ${name(after)}`;
}

/** When the later of two states was made, for the foot of a page: `3 Oct 2017`; empty where neither says. */
export function redlineDay({ before, after }: Redline): string {
  const date = after.date ?? before.date;
  return date === undefined ? '' : short(date);
}
