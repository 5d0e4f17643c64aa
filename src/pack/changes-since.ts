import type { SafeHtml } from '@remix-run/html-template';
import type { SetPart } from './parts.ts';

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
