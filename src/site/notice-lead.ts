import { shorten } from '../views/shorten.ts';

/** How the organisation's notice stands at the head of a page; the foot has the whole of it. */
export interface NoticeLead {
  readonly words: string;
  /** Whether there is more to it, at the foot. */
  readonly isCut: boolean;
}

/** A notice of one line of a narrow window or two is given at once. */
const mostWhole = 90;

/**
 * The beginning of a notice, because the whole of a long one would push what each page is for out of its first screen: the
 * word or two before its first colon, as in `Demonstration: milestones are taken from …`, or else its first sentence.
 */
export function noticeLead(notice: string): NoticeLead {
  const line = notice.replace(/\s+/g, ' ').trim();
  if (line.length <= mostWhole) return { words: line, isCut: false };
  const [, lead] = line.match(/^([^.:;]{1,40}):\s/) ?? [];
  if (lead !== undefined) return { words: `${lead}.`, isCut: true };
  const [sentence = ''] = line.match(/^.*?[.!?](?=\s)/) ?? [];
  if (sentence !== '' && sentence.length <= mostWhole) return { words: sentence, isCut: true };
  return { words: shorten(line, mostWhole), isCut: true };
}
