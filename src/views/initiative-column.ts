import { addresses } from '../library/addresses.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import type { Column } from './table.ts';

/**
 * The column that tells which initiative a row is about, and leads to its page.
 *
 * @param about the id and the name of the initiative; undefined for a row that is about none, such as a total
 */
export function initiativeColumn<Row>(
  link: Linker,
  about: (row: Row) => readonly [id: string, name: string] | undefined,
  kind?: 'row-heading',
): Column<Row> {
  return {
    heading: 'Initiative',
    ...(kind && { kind }),
    cell: (row) => {
      const [id, name] = about(row) ?? [];
      return id === undefined ? '' : linked(link, addresses.initiative(id), name ?? id);
    },
  };
}
