import { toCsv } from './csv.ts';
import { type PageRow, type PageTable, wordsOf } from './register-tables.ts';

/** A row of a file: each cell under its heading. */
type Cells = ReadonlyMap<string, string>;

/** The rows that are shown, in the order they are shown, as comma-separated values under all headings that they have. */
export function shownAsCsv(tables: readonly PageTable[], records: readonly PageRow[]): string {
  const rows: Cells[] = [
    ...tables.flatMap(({ element, title, heads }) =>
      [...element.querySelectorAll<HTMLElement>('tbody > tr[data-row]')]
        .filter(({ hidden }) => !hidden)
        .map(
          (row) =>
            new Map([
              ...(tables.length > 1 ? [['Table', title] as const] : []),
              ...Array.from(row.children, (cell, index) => [heads[index]?.words ?? '', wordsOf(cell)] as const),
            ]),
        ),
    ),
    ...records.filter(({ element }) => !element.hidden).map(({ element }) => recordCells(element)),
  ];
  // A file of no rows says what they would have held.
  const usual = rows.length > 0 ? [] : tables.flatMap(({ heads }) => heads.map(({ words }) => words));
  const headings = [...new Set([...usual, ...rows.flatMap((row) => [...row.keys()])])];
  return toCsv([headings, ...rows.map((row) => headings.map((heading) => row.get(heading) ?? ''))]);
}

/** A record that stands by itself: its heading, its text and its facts. */
function recordCells(record: HTMLElement): Cells {
  const text = [...record.children].filter((part) => !part.matches('h2, .facts')).map(wordsOf);
  const facts = [...record.querySelectorAll('.facts > div')].map(
    (fact) => [wordsOf(fact.children[0] ?? fact), wordsOf(fact.children[1] ?? fact)] as const,
  );
  return new Map([['Title', wordsOf(record.querySelector('h2') ?? record)], ['Text', text.join('; ')], ...facts]);
}
