/** The id of the part of a pack that says what has changed since the version before. */
export const changesPart = 'changes';

/** What comes before the papers of a pack, which nobody reads as a paper. */
export const frontParts: readonly string[] = ['chair', changesPart, 'front'];

/** Of these, those that every version and edition has of its own: none is the later form of another, or the same in other print. */
export const ownParts: readonly string[] = ['chair', changesPart];

/** Whether a part is what comes first in a supplement. */
export function isSupplementFront(id: string): boolean {
  return /^s\d+-front$/.test(id);
}
