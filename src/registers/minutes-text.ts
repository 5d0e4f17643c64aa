import type { Library } from '../library/library.ts';
import type { Entry } from '../records/read-records.ts';
import { type Correction, correctionsOf } from './approvals.ts';

/** The text of minutes as it is rendered. */
export interface MinutesText {
  readonly file: string;
  readonly body: { readonly text: string };
}

/** The corrections of some minutes that had been agreed by a day, in the order they were agreed. */
export function correctionsBy(library: Library, minutes: string, asOf: string): Correction[] {
  return correctionsOf(library, minutes).filter(({ meeting }) => (meeting.split('/')[1] ?? '') <= asOf);
}

/** Minutes as they read on a day: the corrections that were agreed later are taken back, the last first. */
export function minutesTextOn(library: Library, minutes: Entry<'minutes'>, asOf: string): MinutesText {
  const later = correctionsOf(library, minutes.id).filter(({ meeting }) => (meeting.split('/')[1] ?? '') > asOf);
  const text = later
    .toReversed()
    .reduce((before, { data }) => takeBack(before, data.minute, data.with, data.replace), minutes.body?.text ?? '');
  return { file: minutes.file, body: { text } };
}

/** Puts the old words in the place of the new ones in one paragraph, and keeps the number of its lines. */
function takeBack(text: string, minute: string, now: string, before: string): string {
  const paragraph = new RegExp(`^${escaped(minute)} [^]*?(?=\\n[ \\t]*\\n|$(?![^]))`, 'm').exec(text)?.[0];
  if (paragraph === undefined) return text;
  const words = now.trim().split(/\s+/).map(escaped).join('\\s+');
  const found = new RegExp(words).exec(paragraph)?.[0];
  if (found === undefined) return text;
  const lost = found.split('\n').length - 1;
  const restored = paragraph.replace(found, () => before.replace(/\s+/g, ' ').trim()) + '\n'.repeat(lost);
  return text.replace(paragraph, () => restored);
}

/** A text as a regular expression that finds it. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
