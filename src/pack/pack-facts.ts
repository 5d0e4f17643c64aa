import type { Edition } from './edition.ts';
import type { PlacedPage } from './placed-pages.ts';

/** What a page says of a pack that can be downloaded. */
export interface PackFacts {
  /** The meeting, as `board/date`. */
  readonly meeting: string;
  /** The file's name, e.g. `portfolio-and-investment-board-2017-09-20-v1.pdf`. */
  readonly file: string;
  readonly pages: number;
  readonly bytes: number;
  /** `v1`, or `draft` for one that has not been issued. */
  readonly version: string;
  readonly edition: Edition;
  /** Of one that was issued: whether it is a supplement by itself, or the pack with its supplements behind it. */
  readonly extent?: 'pack' | 'supplement' | 'full';
  readonly marking: string;
  /** What it is made of, in order. */
  readonly parts: readonly PartFacts[];
}

/** What a page says of a part of a pack. */
export interface PartFacts {
  /** E.g. `item-5a`. */
  readonly id: string;
  /** How it is quoted: `Item 5a`, or `Appendix A`. */
  readonly reference: string;
  readonly title: string;
  /** First and last page, counted from 1 over the whole pack; in a series, over that. */
  readonly from: number;
  readonly to: number;
  readonly words: number;
  /** `S1` of pages that are numbered `S1-1`, `S1-2`. */
  readonly series?: string | undefined;
  /** Its pages one by one; absent from a pack that was issued before they were kept, and from those of other editions. */
  readonly pages?: readonly PlacedPage[] | undefined;
}
