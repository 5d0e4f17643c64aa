import { byCodeUnit } from '../../diagnostics/order.ts';
import { type SearchRecord, yearOf } from './record.ts';

/** A file of the index, by its path below `/pagefind/`. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Pagefind's own forms and lists, which our page does without. Their names are those of version 1.6. */
const ownInterface = /^pagefind-(component-ui|modular-ui|ui|highlight)\./;

/**
 * Records that are found are fetched in this many files at most, several in each. One file for each record would be some
 * 20,000 after ten years of six boards.
 */
const maxFragments = 500;

/**
 * Makes the index that the site's search reads, the same to the byte from the same records.
 *
 * @param language of the organisation, e.g. `en-GB`; how words are reduced to their stems depends on it
 * @throws when Pagefind does not start, or refuses a record
 */
export async function searchIndex(records: readonly SearchRecord[], language: string): Promise<IndexFile[]> {
  // Loaded here, since it brings a program with it that commands which build no site have no use for.
  const pagefind = await import('pagefind');
  const [primary = 'en'] = language.toLowerCase().split('-');
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: primary, maxFragments });
    if (index === undefined) throw new Error(`The search index cannot be begun: ${errors.join(' ')}`);
    for (const [number, record] of records.entries()) {
      const { errors: faults } = await index.addCustomRecord(asPagefind(record, number, primary));
      if (faults.length > 0)
        throw new Error(`${record.address} cannot be put in the search index: ${faults.join(' ')}`);
    }
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(`The search index cannot be written: ${faults.join(' ')}`);
    return files.filter(({ path }) => !ownInterface.test(path)).toSorted((a, b) => byCodeUnit(a.path, b.path));
  } finally {
    await pagefind.close();
  }
}

function asPagefind(record: SearchRecord, number: number, language: string) {
  const { address, kind, title, text, place, board, date, status, marking } = record;
  return {
    // Of records with the same address it would keep the last one only, and all items of an agenda have one.
    url: `/${number}`,
    // A record of a title alone has to be found by it too.
    content: text === '' ? title : text,
    language,
    meta: { address, kind, title, place, date, status, marking },
    filters: lists({ kind, board, year: yearOf(record), status }),
    sort: { date },
  };
}

/** What a record can be filtered by; it is on no list where it says nothing. */
function lists(values: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === '' ? [] : [[name, [value]]])));
}
