import type { PackPlan } from './plan.ts';

/**
 * The forms a pack comes in: the one that all others are made from, large print, a booklet for printers, and one paper by
 * itself.
 */
export type Edition = 'standard' | 'large' | 'booklet' | 'paper';

/** What an edition is called where it can be had. */
export const editionNames: Readonly<Record<Edition, string>> = {
  standard: 'Board pack',
  large: 'Board pack in large print',
  booklet: 'Booklet for printing',
  paper: 'Paper',
};

/** What is added to the name of a pack for its edition, and said along the edges of its pages. */
export const editionWords: Readonly<Record<Edition, string>> = {
  standard: '',
  large: 'large print',
  booklet: 'booklet',
  paper: '',
};

/** The plan of another edition of a pack: the same parts under another name. */
export function inEdition(plan: PackPlan, edition: Edition): PackPlan {
  return { ...plan, edition, name: `${plan.name}-${edition}` };
}
