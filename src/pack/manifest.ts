import { standardVersion } from '../rules/standard.ts';
import { sha256 } from '../source/sha256.ts';
import type { PageNumber } from './numbering.ts';
import type { Pack, PackTools, SetPart } from './parts.ts';
import type { PackPlan } from './plan.ts';

/** What a pack is made of, for whoever wants to check it. Attached to the pack and kept beside it. */
export interface Manifest {
  readonly meeting: string;
  readonly version: string;
  /** Who it is for. */
  readonly audience: PackPlan['audience'];
  readonly edition: PackPlan['edition'];
  readonly marking: string;
  readonly asOf: string;
  readonly generator: string;
  /** The commit it was issued from; absent from what has not been issued. */
  readonly commit?: string;
  /** Version of the reporting standard it was held to. */
  readonly standard: string;
  readonly pages: number;
  /** Sides of sheets, of a booklet; its pages are those of the standard edition. */
  readonly sides?: number;
  readonly parts: readonly {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    /** First and last page, as they are numbered in their series. */
    readonly from: number;
    readonly to: number;
    /** `S1` of pages that are numbered `S1-1`, `S1-2`. */
    readonly series?: string;
    readonly words: number;
    readonly engine: SetPart['set']['engine'];
    readonly notes: readonly string[];
    /**
     * SHA-256 of the document it was set from, or of the file that was given, in hexadecimal; of a document with pictures, of
     * the digests of all. Not of what was printed: the
     * browser numbers things by chance, which is evened out afterwards.
     */
    readonly sha256: string;
  }[];
}

/**
 * Describes a pack whose parts have been set, in their order.
 *
 * @param numbers of all its pages
 */
export function describePack(
  plan: PackPlan,
  { generator, commit }: Pick<PackTools, 'generator' | 'commit'>,
  parts: readonly SetPart[],
  numbers: readonly PageNumber[],
): Manifest {
  let at = 0;
  const rows = parts.map(({ id, reference, title, sha256, words, series, set }) => {
    const { engine, notes } = set;
    const from = numbers[at]?.number ?? 0;
    at += set.pages;
    const to = numbers[at - 1]?.number ?? from;
    return { id, reference, title, from, to, ...(series !== undefined && { series }), words, engine, notes, sha256 };
  });
  return {
    meeting: plan.view.id,
    version: plan.version,
    audience: plan.audience,
    edition: plan.edition,
    marking: plan.marking,
    asOf: plan.asOf,
    generator,
    ...(commit !== undefined && { commit }),
    standard: standardVersion,
    pages: at,
    parts: rows,
  };
}

/** The manifest that is kept beside a pack, which says besides what the pack’s own copy cannot: the pack’s digest. */
export function manifestText({ plan, pdf, manifest }: Pack): string {
  const beside = { ...manifest, file: `${plan.name}.pdf`, bytes: pdf.length, sha256: sha256(pdf) };
  return `${JSON.stringify(beside, null, 2)}\n`;
}
