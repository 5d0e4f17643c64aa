import { type Answer, filterNames, type Query } from './engine.ts';

/** How many were found of what, in a sentence: `36 results for “estate”, Decision, 2017`. */
export function resultWords(total: number, query: Query): string {
  const number = total === 0 ? 'No results' : total === 1 ? '1 result' : `${total} results`;
  const words = query.words === '' ? '' : ` for “${query.words}”`;
  const filters = filterNames.flatMap((name) => query.filters[name] ?? []);
  return [`${number}${words}`, ...filters].join(', ');
}

/** `“zebra”, which stands nowhere`, or `“zebra” and “yak”, which stand nowhere`. */
function inWords(unknown: readonly string[]): string {
  const quoted = unknown.map((word) => `“${word}”`);
  const list = new Intl.ListFormat('en-GB').format(quoted);
  return `${list}, which ${quoted.length === 1 ? 'stands' : 'stand'} nowhere`;
}

/** What can be tried where nothing was found. */
export function adviceFor(query: Query, { unknown }: Answer): string[] {
  const isNarrowed = Object.keys(query.filters).length > 0;
  return [
    ...(unknown.length === 0 ? [] : [`Leave out ${inWords(unknown)}.`]),
    ...(isNarrowed ? ['Set the filters back to “All”.'] : []),
    ...(query.words.includes(' ') ? ['Use fewer words: every one of them has to be in what is found.'] : []),
    ...(query.words === '' ? [] : ['Look at the spelling, or write the beginning of a word.']),
  ];
}
