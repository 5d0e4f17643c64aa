import type { SafeHtml } from '@remix-run/html-template';
import type { ChairPageOptions } from '../views/chair-page.ts';
import { isSupplementFront } from '../views/front-parts.ts';
import { pageLabel } from './numbering.ts';
import type { PartFacts } from './pack-facts.ts';
import type { SetPart } from './parts.ts';

/** What page 1 says of the version before, in a few lines. */
export type Since = NonNullable<ChairPageOptions['since']>;

/** What a pack that is issued again says of the version before it: on page 1 in a line, on page 2 in full. */
export interface ChangesSince {
  /** The version it is compared with, such as `v1`. */
  readonly version: string;
  /** What has changed, in a few words for page 1. */
  readonly lines: readonly string[];
  /** The highest marking of what it may say, which may be gone from the pack itself. */
  readonly marking: string;
  /**
   * The content of page 2.
   *
   * @param parts what stands behind it, in order, the agenda and contents first
   * @param before how many pages come before those
   */
  readonly content: (parts: readonly SetPart[], before: number, edition: 'standard' | 'large') => Promise<SafeHtml>;
}

/** What its page 2 is called: `Changes since version 1`. */
export function changesTitle(since: string): string {
  return `Changes since ${versionInWords(since)}`;
}

/** `v2` as `version 2`. */
export function versionInWords(version: string): string {
  return version.replace(/^v(?=\d)/, 'version ');
}

/**
 * What the supplements to a pack brought in a line for each paper, and where the last of them says more.
 *
 * @param version of the pack they add to, such as `v1`
 * @param added their parts, in order
 * @param addressOf where a part is reached, by its id
 */
export function whatCame(
  version: string,
  added: readonly PartFacts[],
  addressOf: (part: string) => string,
): Since | undefined {
  const last = added.findLast(({ id }) => isSupplementFront(id));
  if (last === undefined) return undefined;
  const papers = added.filter((part) => !isSupplementFront(part.id) && !isWithPaper(part, added));
  const lines = papers.map((part) => `${part.reference}, page ${firstLabel(part)}: ${part.title}`);
  return { version, lines, page: firstLabel(last), address: addressOf(last.id) };
}

/** Whether a part that came with a supplement is an annex to a paper that was issued before it. */
export function isLateAnnex(part: PartFacts, parts: readonly PartFacts[]): boolean {
  return part.series !== undefined && paperOf(part.id) !== part.id && !isWithPaper(part, parts);
}

function isWithPaper({ id }: PartFacts, parts: readonly PartFacts[]): boolean {
  const paper = paperOf(id);
  return paper !== id && parts.some((one) => one.id === paper);
}

/** The id of the part that an annex would belong to. */
function paperOf(id: string): string {
  return id.replace(/-annex-\d+$/, '');
}

/** The first page of a part as it is quoted. */
function firstLabel({ series, from }: PartFacts): string {
  return pageLabel({ ...(series !== undefined && { series }), number: from });
}
