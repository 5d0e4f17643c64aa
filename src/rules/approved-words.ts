import type { Library } from '../library/library.ts';
import type { Entry } from '../records/read-records.ts';
import { minutesTextOn } from '../registers/minutes-text.ts';
import { topOf } from './minutes-parts.ts';
import type { PastValue } from './past-moves.ts';
import { fieldAt } from './places.ts';
import type { FoundAt } from './rule.ts';

/** A paragraph of minutes, or a line of who was there, on one line. */
interface Passage {
  readonly text: string;
  readonly at: FoundAt;
}

/** What approved minutes say, with all corrections of later meetings taken back: wherever lines break, the same words are the same. */
export interface ApprovedWords extends PastValue {
  /** The words with the corrections, which is what was first approved where the minutes came to the repository corrected. */
  readonly asWritten: string;
  readonly passages: readonly Passage[];
}

/** Whether a file is that of minutes, by its path. */
export function canHoldMinutes(path: string): boolean {
  return /^meetings\/[^/]+\/[^/]+\/minutes\.md$/.test(path);
}

/** Whether the text of minutes may say that they are approved: most versions are drafts, and need not be read to know it. */
export function saysApproved(text: string): boolean {
  return /^["']?status["']?\s*:\s*["']?approved/m.test(text);
}

/**
 * What minutes say, if they are approved.
 *
 * @param library of today, which has the corrections
 */
export function approvedWords(library: Library, minutes: Entry<'minutes'>): ApprovedWords[] {
  if (minutes.data.status !== 'approved') return [];
  const { chair, present, apologies, in_attendance, in_part } = minutes.data;
  const there = Object.entries({ chair: [chair], present, apologies, in_attendance }).map(([field, roles]): Passage => {
    return { text: `${field}: ${roles.join(', ')}`, at: fieldAt(minutes, field) };
  });
  const parts = in_part.map(({ role, from, to }, index): Passage => {
    return { text: `in_part: ${[role, from, to].filter(Boolean).join(', ')}`, at: fieldAt(minutes, 'in_part', index) };
  });
  const said = (text: string): Passage[] => [...there, ...parts, ...paragraphs(minutes, text)];
  const passages = said(minutesTextOn(library, minutes, minutes.parts.date ?? '').body.text);
  return [{ subject: minutes.id, words: join(passages), asWritten: join(said(minutes.body?.text ?? '')), passages }];
}

/** The paragraphs of a body that has as many lines as that of the minutes, each with the place where it begins. */
function paragraphs({ file, body }: Entry<'minutes'>, text: string): Passage[] {
  const found: Passage[] = [];
  let isInside = false;
  for (const [index, line] of text.split('\n').entries()) {
    // The end of a block says nothing.
    const words = line.replace(/^:{3,}\s*$|\s+/g, ' ').trim();
    const last = found.at(-1);
    if (words !== '' && isInside && last !== undefined)
      found[found.length - 1] = { ...last, text: `${last.text} ${words}` };
    else if (words !== '') found.push({ text: words, at: { file, line: (body?.line ?? 1) + index, column: 1 } });
    isInside = words !== '';
  }
  return found;
}

function join(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text).join('\n');
}

/** The first passage that is not what it was, from the first word that differs; and where it stands today. */
export function firstDifference(from: ApprovedWords, to: ApprovedWords): { was: string; is: string; at: FoundAt } {
  const texts = from.passages.map(({ text }) => text);
  const index = to.passages.findIndex(({ text }, at) => text !== texts[at]);
  const place = index === -1 ? to.passages.length : index;
  const was = texts[place] ?? '';
  const is = to.passages[place]?.text ?? '';
  let same = 0;
  while (same < was.length && was[same] === is[same]) same += 1;
  const start = was.slice(0, same).lastIndexOf(' ') + 1;
  const [last] = to.passages.slice(-1);
  const at = to.passages[place]?.at ?? last?.at ?? topOf({ file: '' });
  return { was: excerpt(was, start), is: excerpt(is, start), at };
}

/** As many characters of a passage are quoted as fit on a line of a terminal with the rest of the sentence. */
const longestQuote = 60;

function excerpt(text: string, start: number): string {
  const rest = text.slice(start);
  const cut = rest.length > longestQuote ? `${rest.slice(0, longestQuote).replace(/\s+\S*$/, '')} …` : rest;
  return start > 0 ? `… ${cut}` : cut;
}
