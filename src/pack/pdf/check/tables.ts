import type { PDFContext } from '@cantoo/pdf-lib';
import { entry, numberAt } from '../objects.ts';
import { attributesOf, childrenOf, type Element } from '../structure.ts';
import { children } from './elements.ts';
import type { Examined, Finding } from './examined.ts';

const SECTIONS = ['THead', 'TBody', 'TFoot'];

/** Tables: made of rows, rows of cells, each row as wide as the others, each header cell with its scope. */
export function* checkTables(examined: Examined): Generator<Finding> {
  const { elements, role, pageOf, loaded } = examined;
  for (const [element] of elements) {
    const standard = role(element);
    if (standard === 'Table') {
      yield* children(examined, element, ['TR', 'Caption', ...SECTIONS]);
      const rows = childrenOf(element).flatMap((child) => (SECTIONS.includes(role(child)) ? childrenOf(child) : child));
      const fault = irregularity(
        loaded.context,
        rows.filter((row) => role(row) === 'TR'),
      );
      if (fault !== undefined) yield { clause: 'PDF/UA-1 7.5', page: pageOf(element), message: fault };
    }
    if (SECTIONS.includes(standard)) yield* children(examined, element, ['TR']);
    if (standard === 'TR') yield* children(examined, element, ['TH', 'TD']);
    if (
      standard === 'TH' &&
      !attributesOf(loaded.context, element).some((own) => entry(loaded.context, own, 'Scope'))
    ) {
      yield { clause: 'PDF/UA-1 7.5', page: pageOf(element), message: 'A table header cell does not state its scope.' };
    }
  }
}

/** In words, why the rows of a table do not form a grid; undefined where they do. */
function irregularity(context: PDFContext, rows: readonly Element[]): string | undefined {
  if (rows.length === 0) return 'A table has no rows.';
  // For each column, how many further rows the cell above reaches down.
  let reach: number[] = [];
  let width: number | undefined;
  for (const [index, row] of rows.entries()) {
    const next = reach.map((rest) => Math.max(0, rest - 1));
    const taken = reach.map((rest) => rest > 0);
    let column = 0;
    for (const cell of childrenOf(row)) {
      while (taken[column]) column += 1;
      for (let span = 0; span < spanOf(context, cell, 'ColSpan'); span += 1) {
        if (taken[column]) return `Cells of a table overlap in row ${index + 1}.`;
        taken[column] = true;
        next[column] = spanOf(context, cell, 'RowSpan') - 1;
        column += 1;
      }
    }
    const cells = taken.filter(Boolean).length;
    width ??= cells;
    if (cells !== width || taken.length !== width) {
      return `Row ${index + 1} of a table has ${cells} cells where the first has ${width}.`;
    }
    reach = next;
  }
  return reach.some((rest) => rest > 0) ? 'A cell of a table reaches below its last row.' : undefined;
}

function spanOf(context: PDFContext, cell: Element, key: 'ColSpan' | 'RowSpan'): number {
  const spans = attributesOf(context, cell).map((own) => numberAt(context, own, key));
  return Math.max(1, spans.find((span) => span !== undefined) ?? 1);
}
