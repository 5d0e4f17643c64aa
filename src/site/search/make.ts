import type { Library } from '../../library/library.ts';
import type { BodySource } from '../../views/body.ts';
import { bodyParts } from './body-parts.ts';
import type { SearchRecord } from './record.ts';

/** A search record but for its words. */
export type Unworded = Omit<SearchRecord, 'text'>;

/** A record of what is said of it: what is not said is empty, and its marking is that of the organisation. */
export function searchRecord(
  library: Library,
  said: Pick<SearchRecord, 'address' | 'kind' | 'title' | 'text'> & Partial<SearchRecord>,
): SearchRecord {
  return { place: '', board: '', date: '', status: '', marking: library.organisation.marking, ...said };
}

/**
 * A record for each part of a body that has an anchor, titled with its heading.
 *
 * @param of what all of them have in common; `title` is that of their page, and `address` where the body begins
 * @param idPrefix what stands before every id of the body on its page
 */
export function bodyRecords(library: Library, source: BodySource, of: Unworded, idPrefix = ''): SearchRecord[] {
  return bodyParts(library, source).flatMap(({ anchor, heading, text }) => {
    if (text === '') return [];
    if (anchor === '') return [{ ...of, text }];
    const title = heading === '' ? of.title : heading;
    const place = heading === '' ? of.place : [of.title, of.place].filter(Boolean).join(', ');
    return [{ ...of, address: withAnchor(of.address, idPrefix + anchor), title, place, text }];
  });
}

/** The words of a whole body. */
export function bodyWords(library: Library, source: BodySource): string {
  return bodyParts(library, source)
    .flatMap(({ heading, text }) => [heading, text])
    .filter(Boolean)
    .join(' ');
}

/** The address of a place on a page, of which another place may be named. */
export function withAnchor(address: string, anchor: string): string {
  return `${address.replace(/#.*/, '')}#${encodeURIComponent(anchor)}`;
}

/** The texts that are there, as sentences one after the other. */
export function sentences(...texts: readonly (string | undefined)[]): string {
  return texts
    .flatMap((text) => (text === undefined || text === '' ? [] : /[.!?:]$/.test(text) ? text : `${text}.`))
    .join(' ');
}
