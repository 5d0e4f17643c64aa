import { diffArrays } from 'diff';
import { readRuns } from './page-map.ts';

/** The words of a part in reading order, and of each the page it stands on, counted from 0. */
export interface PlacedWords {
  readonly words: readonly string[];
  readonly pages: readonly number[];
}

/** Words that stand in both of two settings of a part, one as many times as it was found in both. */
export interface Aligned {
  /** The page of each such word in the one setting, and in the other. */
  readonly here: readonly number[];
  readonly there: readonly number[];
}

/** Words that may differ before two versions are taken to have none in common: the time to find them grows with the square. */
const most = 4_000;

/** Reads the words of a part that has been set, in reading order. */
export async function readWords(pdf: Uint8Array): Promise<PlacedWords> {
  const runs = await readRuns(pdf);
  const placed = runs.flatMap(({ page, text }) =>
    (text.normalize('NFKC').match(/\S+/g) ?? []).map((word) => ({ page, word })),
  );
  return { words: placed.map(({ word }) => word), pages: placed.map(({ page }) => page) };
}

/** Finds the words of one version of a part in another, in order. */
export function alignWords(before: PlacedWords, after: PlacedWords): Aligned {
  const parts = diffArrays([...before.words], [...after.words], { maxEditLength: most }) ?? [
    { value: [...before.words], removed: true, added: false },
    { value: [...after.words], removed: false, added: true },
  ];
  const here: number[] = [];
  const there: number[] = [];
  let [at, other] = [0, 0];
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      here.push(...before.pages.slice(at, at + value.length));
      there.push(...after.pages.slice(other, other + value.length));
    }
    if (!added) at += value.length;
    if (!removed) other += value.length;
  }
  return { here, there };
}
