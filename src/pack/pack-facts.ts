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
  readonly marking: string;
}
