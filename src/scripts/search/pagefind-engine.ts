import {
  type Answer,
  type FilterName,
  type Found,
  filterNames,
  type Piece,
  type Query,
  type SearchEngine,
} from './engine.ts';
import { termsOf } from './excerpt.ts';

/** What is used of Pagefind's own script; see https://pagefind.app/docs/api/. */
interface Pagefind {
  options(options: { excerptLength: number; baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  search(words: string | null, options: PagefindOptions): Promise<PagefindAnswer>;
}

interface PagefindOptions {
  readonly filters: Query['filters'];
  readonly sort?: { readonly date: 'desc' };
}

interface PagefindAnswer {
  readonly results: readonly { data(): Promise<PagefindRecord> }[];
  readonly filters: Readonly<Partial<Record<FilterName, Readonly<Record<string, number>>>>>;
}

interface PagefindRecord {
  /** HTML, the words looked for in `<mark>`. */
  readonly excerpt: string;
  /** The whole text. */
  readonly content: string;
  readonly meta: Readonly<Partial<Record<string, string>>>;
}

/**
 * Starts Pagefind, whose script and index stand beside the site's pages.
 *
 * @throws when they cannot be fetched
 */
export async function pagefindEngine(): Promise<SearchEngine> {
  // Not known when this is bundled: it is written after the pages.
  const script = '/pagefind/pagefind.js';
  const pagefind: Pagefind = await import(/* @vite-ignore */ script);
  await pagefind.options({ excerptLength: 36, baseUrl: '/' });
  await pagefind.init();
  return { ask: (query) => ask(pagefind, query) };
}

async function ask(pagefind: Pagefind, { words, filters, order }: Query): Promise<Answer> {
  const unknown = await unknownIn(pagefind, words);
  if (unknown.length > 0) return { total: 0, unknown, counts: noCounts, take: async () => [] };
  const searchFor = (some: Query['filters']): Promise<PagefindAnswer> =>
    pagefind.search(words === '' ? null : words, {
      filters: some,
      ...(order === 'newest' || words === '' ? { sort: { date: 'desc' } } : {}),
    });
  const { results, filters: left } = await searchFor(filters);
  const counts = { ...noCounts, ...left };
  // A filter that is set leaves one of its own values; the others are counted as if it were not.
  for (const name of filterNames) {
    if (filters[name] === undefined) continue;
    const { [name]: _, ...others } = filters;
    counts[name] = (await searchFor(others)).filters[name] ?? {};
  }
  return {
    total: results.length,
    unknown,
    counts,
    take: async (from, to) => (await Promise.all(results.slice(from, to).map((result) => result.data()))).map(foundOf),
  };
}

const noCounts = { kind: {}, board: {}, year: {}, status: {} };

/** The words that no record has. Pagefind leaves them out and finds what has the others, as if they were not asked for. */
async function unknownIn(pagefind: Pagefind, words: string): Promise<string[]> {
  // More of them than anyone writes are not asked for one by one.
  const terms = [...new Set(termsOf(words))].slice(0, 20);
  const found = await Promise.all(terms.map((term) => pagefind.search(term, { filters: {} })));
  return terms.filter((_, index) => found[index]?.results.length === 0);
}

function foundOf({ excerpt, content, meta }: PagefindRecord): Found {
  const { address = '', kind = '', title = '', place = '', status = '', marking = '' } = meta;
  return { address, kind, title, place, status, marking, excerpt: piecesOf(excerpt, content) };
}

/** The text of an excerpt and what is marked in it. Read in a document of its own, where nothing is run or fetched. */
function piecesOf(excerpt: string, content: string): Piece[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  const pieces = Array.from(body.childNodes, (node) => ({
    text: node.textContent ?? '',
    isMarked: node.nodeName === 'MARK',
  }));
  const words = (body.textContent ?? '').trim();
  return [
    ...(content.startsWith(words) ? [] : [{ text: '… ', isMarked: false }]),
    ...pieces,
    ...(content.trim().endsWith(words) ? [] : [{ text: ' …', isMarked: false }]),
  ];
}
