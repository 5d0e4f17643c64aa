import type { Library } from '../../library/library.ts';
import { changeRecords, initiativeRecords, registerRecords } from './initiative-records.ts';
import { actionRecords, agendaRecords, decisionRecords, paperRecords } from './meeting-records.ts';
import { minutesRecords } from './minutes-records.ts';
import { boardRecords, glossaryRecords, indicatorRecords, matterRecords, registerPages } from './other-records.ts';
import type { SearchRecord } from './record.ts';

/**
 * Everything of a library that can be searched for, in an order that depends on the library alone. Of a public library
 * there is nothing in it that was withheld, because the library has none of that.
 */
export function searchRecords(library: Library): SearchRecord[] {
  return [
    ...agendaRecords(library),
    ...paperRecords(library),
    ...minutesRecords(library),
    ...decisionRecords(library),
    ...actionRecords(library),
    ...initiativeRecords(library),
    ...registerRecords(library),
    ...changeRecords(library),
    ...matterRecords(library),
    ...indicatorRecords(library),
    ...boardRecords(library),
    ...registerPages(library),
    ...glossaryRecords(library),
  ];
}
