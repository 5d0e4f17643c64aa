import { rangeInWords } from '../views/words.ts';
import { parseName, type Release, type Releases } from './releases.ts';

/** Where a page of one version of a pack stands in a later one; nowhere where it is gone. */
export interface PageMove {
  readonly page: number;
  readonly to: readonly number[];
}

/** Where the pages of a version of a pack stand in a later one. */
export type PageMoves = readonly PageMove[];

/**
 * Where the pages of one release stand in a later one of the same meeting, by what the tags of the releases between them say;
 * undefined where these are not two such releases, or one between them has no tag.
 */
export function pageMoves({ releases }: Releases, before: string, after: string): PageMoves | undefined {
  const [from, to] = [before, after].map((name) => parseName(name.replace(/^(refs\/tags\/)?pack\//, '')));
  if (from === undefined || to === undefined || from.meeting !== to.meeting || from.number >= to.number)
    return undefined;
  let moves: PageMoves | undefined;
  for (let number = from.number + 1; number <= to.number; number += 1) {
    const map = releases.find(
      (one: Release) => one.meeting === to.meeting && one.number === number && one.supplement === 0,
    )?.manifest.pageMap;
    if (map === undefined) return undefined;
    moves = moves === undefined ? map : joined(moves, map);
  }
  return moves;
}

function joined(first: PageMoves, second: PageMoves): PageMoves {
  const next = new Map(second.map(({ page, to }) => [page, to]));
  return first.map(({ page, to }) => ({
    page,
    to: [...new Set(to.flatMap((at) => next.get(at) ?? []))].toSorted((a, b) => a - b),
  }));
}

/** Stretches of pages that have all moved on by as many, in words: `2 to 10: now 4 to 12`, `11: gone`. */
export function movesInWords(moves: PageMoves): string[] {
  const runs: { from: number; to: number; at: readonly number[] }[] = [];
  for (const { page, to } of moves) {
    const last = runs.at(-1);
    const isOn =
      last !== undefined &&
      (to.length === 0
        ? last.at.length === 0
        : to.length === 1 && last.at.length === last.to - last.from + 1 && to[0] === (last.at.at(-1) ?? 0) + 1);
    if (isOn) runs.splice(-1, 1, { from: last.from, to: page, at: [...last.at, ...to] });
    else runs.push({ from: page, to: page, at: to });
  }
  return runs.map(({ from, to, at }) =>
    at.length === 0
      ? `${rangeInWords(from, to)}: gone`
      : `${rangeInWords(from, to)}: now ${rangeInWords(at[0] ?? 0, at.at(-1) ?? 0)}`,
  );
}
