import { filterNames, type Query } from './engine.ts';

/** Reads what is looked for out of an address, e.g. `?q=body+worn+video&kind=Decision`. */
export function readQuery(search: string): Query {
  const parameters = new URLSearchParams(search);
  const filters = filterNames.flatMap((name) => {
    const value = parameters.get(name) ?? '';
    return value === '' ? [] : [[name, value]];
  });
  return {
    words: (parameters.get('q') ?? '').trim(),
    filters: Object.fromEntries(filters),
    order: parameters.get('order') === 'newest' ? 'newest' : 'best',
  };
}

/** The same the other way; nothing where nothing is looked for. */
export function writeQuery({ words, filters, order }: Query): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('q', words);
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (order === 'newest') parameters.set('order', order);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether there is anything to look for. */
export function isEmpty({ words, filters }: Query): boolean {
  return words === '' && Object.keys(filters).length === 0;
}
