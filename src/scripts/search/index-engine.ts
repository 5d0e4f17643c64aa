import MiniSearch from 'minisearch';
import type { SearchRecord } from '../../site/search/record.ts';
import { yearOf } from '../../site/search/record.ts';
import { type Answer, type FilterName, type Found, filterNames, type Query, type SearchEngine } from './engine.ts';
import { excerptOf, termsOf } from './excerpt.ts';

/** A record that was found, with the words of the index by which it was. */
interface Hit {
  readonly record: SearchRecord;
  readonly terms: readonly string[];
}

/** Searches records that are all at hand, by the words of their titles and texts or by how those begin. */
export function indexEngine(records: readonly SearchRecord[]): SearchEngine {
  const index = new MiniSearch<{ id: number; title: string; text: string; place: string }>({
    fields: ['title', 'text', 'place'],
    tokenize: termsOf,
    searchOptions: { boost: { title: 2 }, combineWith: 'AND', prefix: (term) => term.length > 2 },
  });
  index.addAll(records.map(({ title, text, place }, id) => ({ id, title, text, place })));
  const hits = (words: string): Hit[] =>
    words === ''
      ? records.map((record) => ({ record, terms: [] }))
      : index.search(words).flatMap(({ id, terms }) => {
          const record = records[id];
          return record === undefined ? [] : [{ record, terms }];
        });
  const unknownIn = (words: string): string[] => termsOf(words).filter((term) => index.search(term).length === 0);
  return {
    ask: async (query) => {
      const found = hits(query.words);
      return { ...answer(found, query), unknown: found.length === 0 ? unknownIn(query.words) : [] };
    },
  };
}

function answer(all: readonly Hit[], { words, filters, order }: Query): Omit<Answer, 'unknown'> {
  const found = all.filter(({ record }) => passes(record, filters));
  const ordered =
    order === 'newest' || words === ''
      ? found.toSorted((a, b) => (a.record.date < b.record.date ? 1 : a.record.date > b.record.date ? -1 : 0))
      : found;
  const counts = filterNames.map((name) => {
    const { [name]: _, ...others } = filters;
    return [
      name,
      countBy(
        all.filter(({ record }) => passes(record, others)),
        name,
      ),
    ];
  });
  return {
    total: ordered.length,
    counts: Object.fromEntries(counts),
    take: async (from, to) => ordered.slice(from, to).map(foundOf),
  };
}

function passes(record: SearchRecord, filters: Query['filters']): boolean {
  return filterNames.every((name) => filters[name] === undefined || filters[name] === filedUnder(record, name));
}

function filedUnder(record: SearchRecord, name: FilterName): string {
  return name === 'year' ? yearOf(record) : record[name];
}

function countBy(hits: readonly Hit[], name: FilterName): Record<string, number> {
  const groups = Map.groupBy(hits, ({ record }) => filedUnder(record, name));
  return Object.fromEntries([...groups].map(([value, of]) => [value, of.length]));
}

function foundOf({ record, terms }: Hit): Found {
  const { address, kind, title, place, status, marking, text } = record;
  return { address, kind, title, place, status, marking, excerpt: excerptOf(text, terms) };
}
