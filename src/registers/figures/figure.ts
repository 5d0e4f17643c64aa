import type { Position } from '../../diagnostics/diagnostic.ts';
import { writeAmount, writeFigure } from '../finance.ts';
import { sum } from '../sums.ts';

/** What is known of every figure, whether it stands in a record or is worked out. */
interface FigureFacts {
  /** What people call it by, e.g. `capital-plan/nctphq/budget-2017-18`. */
  readonly name: string;
  /** What it is, e.g. `NCTPHQ, Budget 2017-18`. */
  readonly title: string;
  readonly value: number;
  /** Such as `£m`. */
  readonly unit: string;
  /** Decimal places it is given to. */
  readonly decimals: number;
  /** The day (`2017-09-30`) or the month (`2017-09`) at whose end it was taken; null where its record names none. */
  readonly asAt: string | null;
}

/** Where a fact stands, and the key by which it is found in other states of the file (see `readFacts`). */
export interface FactPlace extends Position {
  readonly file: string;
  readonly key: string;
}

/** A figure that stands in a record. */
export interface StoredFigure extends FigureFacts {
  readonly at: FactPlace;
}

/** A figure that is added up of others. */
export interface SumFigure extends FigureFacts {
  readonly terms: readonly Term[];
}

/** One figure of a sum, added or taken away. */
export interface Term {
  readonly sign: 1 | -1;
  readonly figure: Figure;
}

/** A figure with a name. */
export type Figure = StoredFigure | SumFigure;

/** Why a name is that of no figure, and which may be meant. */
export interface FigureFault {
  readonly message: string;
  readonly hint: string;
}

/** Whether a figure stands in a record. */
export function isStored(figure: Figure): figure is StoredFigure {
  return 'at' in figure;
}

/** Adds figures up under a name of their own; they are all in one unit. */
export function sumFigure(name: string, title: string, figures: readonly Figure[]): SumFigure {
  return signedSum(
    name,
    title,
    figures.map((figure) => ({ sign: 1, figure })),
  );
}

/** The same where some are taken away. It is as at the latest day or month of any. */
export function signedSum(name: string, title: string, terms: readonly Term[]): SumFigure {
  const decimals = Math.max(0, ...terms.map(({ figure }) => figure.decimals));
  const value = sum(
    terms.map(({ sign, figure }) => sign * figure.value),
    decimals,
  );
  const days = terms.flatMap(({ figure }) => figure.asAt ?? []).toSorted();
  const unit = terms[0]?.figure.unit ?? '';
  return { name, title, value, unit, decimals, asAt: days.at(-1) ?? null, terms };
}

/** A figure as it is written in a text, e.g. `£141.1m`. */
export function writtenFigure({ value, unit, decimals }: Figure): string {
  return writeAmount(value, unit, decimals);
}

/** A sum in figures, e.g. `62.0 + 39.7 + 13.1 + 26.3 = 141.1`. */
export function writtenSum({ terms, value, decimals }: SumFigure): string {
  const parts = terms.map(({ sign, figure }, index) => {
    const amount = sign * figure.value;
    const written = writeFigure(index === 0 ? amount : Math.abs(amount), decimals);
    return index === 0 ? written : `${amount < 0 ? '−' : '+'} ${written}`;
  });
  return `${parts.join(' ')} = ${writeFigure(value, decimals)}`;
}

/** The figures of records that a figure is made of: itself, or all that its sum comes down to. */
export function storedParts(figure: Figure): StoredFigure[] {
  return isStored(figure) ? [figure] : figure.terms.flatMap((term) => storedParts(term.figure));
}
