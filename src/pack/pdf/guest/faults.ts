import { assemble } from '../assemble.ts';
import { checkStructure } from '../check.ts';

/** As many faults as are told one by one. */
const told = 3;

/**
 * What is wrong with the tags of a file by themselves, and has not been mended, in one sentence; nothing where nothing is.
 * Only people who know what a table means can say which of its rows has a cell too few.
 */
export async function faultsOfTags(pdf: Uint8Array, pages: number): Promise<string[]> {
  const { pdf: alone } = await assemble({
    parts: [{ id: 'alone', pdf }],
    pageLabels: Array.from({ length: pages }, (_, index) => String(index + 1)),
    outline: [],
    metadata: {
      title: 'Alone',
      language: 'en',
      author: '',
      subject: '',
      date: '2000-01-01',
      creator: '',
      producer: '',
    },
    attachments: [],
    origin: 'https://pack.invalid',
  });
  const faults = await checkStructure(alone);
  if (faults.length === 0) return [];
  const first = faults.slice(0, told).map(({ page, message }) => `${page === null ? '' : `page ${page}, `}${message}`);
  const more = faults.length > told ? ` And ${faults.length - told} more.` : '';
  return [`Its tags have faults that are its own: ${first.join(' ')}${more}`];
}
