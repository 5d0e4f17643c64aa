/** A row of a register as it is found and sorted. */
export interface FoundRow {
  /** What it is found by, by the name of the facet. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** All its words, folded as `fold` does. */
  readonly text: () => string;
}

/** What the reader has asked for; it stands in the address of the page. */
export interface RegisterView {
  /** The value asked for, by the name of the facet. */
  readonly facets: Readonly<Record<string, string>>;
  readonly words: string;
  /** The column to sort by; null for the order that the register has. */
  readonly sort: { readonly column: string; readonly isDescending: boolean } | null;
}

/** Reads a view from the query of an address, e.g. `?status=Overdue&words=estate&sort=-due`. */
export function readView(query: string, facetNames: readonly string[]): RegisterView {
  const asked = new URLSearchParams(query);
  const sort = asked.get('sort') ?? '';
  const facets = facetNames.flatMap((name) => {
    const value = asked.get(name) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return {
    facets: Object.fromEntries(facets),
    words: asked.get('words')?.trim() ?? '',
    sort: sort === '' ? null : { column: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') },
  };
}

/** Writes a view as the query of an address: empty for all rows in their own order. */
export function writeView({ facets, words, sort }: RegisterView): string {
  const asked = new URLSearchParams(facets);
  if (words !== '') asked.set('words', words);
  if (sort !== null) asked.set('sort', `${sort.isDescending ? '-' : ''}${sort.column}`);
  const query = asked.toString();
  return query === '' ? '' : `?${query}`;
}

/** Whether a view leaves rows out. */
export function isFiltered({ facets, words }: RegisterView): boolean {
  return words !== '' || Object.keys(facets).length > 0;
}

/** Words without their capitals and accents, as they are compared. */
export function fold(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Tells of a row whether it has every word and every value that is asked for, one facet aside where it is named. */
export function matcher({ facets, words }: RegisterView, aside?: string): (row: FoundRow) => boolean {
  const asked = Object.entries(facets).filter(([name]) => name !== aside);
  const sought = fold(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (row) =>
    asked.every(([name, value]) => row.facets[name]?.includes(value)) &&
    (sought.length === 0 || sought.every((word) => row.text().includes(word)));
}

/** The values of a facet in order, each with the number of rows that asking for it would show beside the rest of the view. */
export function facetCounts(
  rows: readonly FoundRow[],
  name: string,
  view: RegisterView,
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  const matches = matcher(view, name);
  for (const row of rows) {
    const count = matches(row) ? 1 : 0;
    for (const value of row.facets[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  // A shared address may ask for what is no longer there: it is shown as asked for, with nothing in it.
  const asked = view.facets[name];
  if (asked !== undefined && !counts.has(asked)) counts.set(asked, 0);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => inOrder.compare(a.value, b.value));
}

const inOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The number that a cell begins with, e.g. -1234.5 of `−1,234.5%`; undefined where it begins with none. */
function leadingNumber(cell: string): number | undefined {
  const [found] = /^[-−+]?\d[\d,]*(\.\d+)?/.exec(cell) ?? [];
  return found === undefined ? undefined : Number(found.replace('−', '-').replaceAll(',', ''));
}

/**
 * Puts things in the order of the words in one of their cells: numbers by size, words by the alphabet, empty cells last
 * whichever way. What is alike stays in its own order.
 */
export function sortedBy<Thing>(
  things: readonly Thing[],
  cellOf: (thing: Thing) => string,
  isDescending: boolean,
): Thing[] {
  const keyed = things.map((thing) => {
    const cell = cellOf(thing).trim();
    const isEmpty = cell === '' || cell === '–';
    return { thing, cell: isEmpty ? '' : cell, isEmpty, number: leadingNumber(cell) };
  });
  const direction = isDescending ? -1 : 1;
  return keyed
    .toSorted(
      (a, b) =>
        Number(a.isEmpty) - Number(b.isEmpty) ||
        direction * ((a.number ?? Infinity) - (b.number ?? Infinity) || inOrder.compare(a.cell, b.cell)),
    )
    .map(({ thing }) => thing);
}

/** A column as it stands in an address, e.g. `needed-by` for the heading “Needed by”. */
export function columnName(heading: string): string {
  return fold(heading)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
