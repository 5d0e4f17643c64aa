import { checkPart } from '../check.ts';
import type { LoadedPdf } from '../load.ts';

/** As many faults as are told one by one. */
const told = 3;

/**
 * What is wrong with the tags of a file by themselves, and has not been mended, in one sentence; nothing where nothing is.
 * Only people who know what a table means can say which of its rows has a cell too few.
 */
export function faultsOfTags(mended: LoadedPdf): string[] {
  const faults = checkPart(mended);
  if (faults.length === 0) return [];
  const first = faults.slice(0, told).map(({ page, message }) => `${page === null ? '' : `page ${page}, `}${message}`);
  const more = faults.length > told ? ` And ${faults.length - told} more.` : '';
  return [`Its tags have faults that are its own: ${first.join(' ')}${more}`];
}
