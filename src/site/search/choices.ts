import { byCodeUnit } from '../../diagnostics/order.ts';
import { type SearchRecord, searchKinds, yearOf } from './record.ts';

/** A filter of the search as its form offers it. */
export interface SearchChoice {
  readonly name: 'kind' | 'board' | 'year' | 'status';
  readonly label: string;
  /** What is said where it narrows nothing. */
  readonly all: string;
  readonly values: readonly string[];
}

/** The filters with the values that records have: kinds in their own order, the latest year first, the rest by the alphabet. */
export function searchChoices(records: readonly SearchRecord[]): SearchChoice[] {
  const valuesOf = (value: (record: SearchRecord) => string): string[] =>
    [...new Set(records.map(value))].filter((one) => one !== '').toSorted(byCodeUnit);
  const kinds: ReadonlySet<string> = new Set(valuesOf(({ kind }) => kind));
  return [
    { name: 'kind', label: 'Kind', all: 'All kinds', values: searchKinds.filter((kind) => kinds.has(kind)) },
    { name: 'board', label: 'Board', all: 'All boards', values: valuesOf(({ board }) => board) },
    { name: 'year', label: 'Year', all: 'All years', values: valuesOf(yearOf).toReversed() },
    { name: 'status', label: 'Status', all: 'Any status', values: valuesOf(({ status }) => status) },
  ];
}
