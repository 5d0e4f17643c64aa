import { oneLine } from '../diagnostics/format.ts';
import { counted } from '../registers/counted.ts';
import {
  type FactPlace,
  type Figure,
  isStored,
  type SumFigure,
  writtenFigure,
  writtenSum,
} from '../registers/figures/figure.ts';
import type { FootingOf } from '../registers/figures/finance-tables.ts';
import { writeFigure } from '../registers/finance.ts';
import type { KnownRecord } from '../registers/known-records.ts';
import { factName, type Provenance, setWords } from '../registers/provenance.ts';
import { shorten } from '../views/shorten.ts';

/** What was found for a question. */
export interface Answer {
  readonly records: readonly KnownRecord[];
  readonly figures: readonly Figure[];
  /** Figures that are named but not told, and how many there are in all, or how many of `figures` were left out. */
  readonly names: readonly Figure[];
  readonly more: number;
  readonly footings: (figure: Figure) => readonly FootingOf[];
}

/** The letters of a title that a terminal has room for. */
const longest = 100;

/** An answer for a terminal: a paragraph for each record and figure, its name first. */
export function whyText(
  { records, figures, names, more, footings }: Answer,
  provenance: Provenance,
  content: string,
): string {
  const place = (at: FactPlace): string => `${content}/${at.file}:${at.line}:${at.column}, ${setWords(provenance, at)}`;
  const ofRecord = ({ id, kind, title, asAt, at }: KnownRecord): string[] => [
    `${id} (${kind})`,
    ...(title === '' ? [] : [`    ${shorten(title, longest)}`]),
    `    ${place(at)}`,
    ...asAtLine(asAt),
  ];
  const ofFigure = (figure: Figure): string[] => [
    figure.name,
    `    ${shorten(figure.title, longest)}: ${writtenFigure(figure)}`,
    ...(isStored(figure) ? [`    ${place(figure.at)}`] : sumLines(figure, place)),
    ...asAtLine(figure.asAt),
    ...footings(figure).flatMap(({ added, off, tolerance }) => [
      `    its parts: ${writtenSum(added)}, ${off === 0 ? 'as it should be' : `${off} apart, where ${tolerance} is allowed for rounding`}`,
      ...sumLines(added, place).slice(1),
    ]),
  ];
  const paragraphs = [...records.map(ofRecord), ...figures.map(ofFigure)];
  if (names.length > 0)
    paragraphs.push([`${counted(more, 'figure')} of it, by name:`, ...names.map(({ name }) => `    ${name}`)]);
  const left = names.length > 0 ? more - names.length : more;
  if (left > 0) paragraphs.push([`and ${left} more`]);
  return `${paragraphs.map((lines) => lines.map(oneLined).join('\n')).join('\n\n')}\n`;
}

/** An answer as plain data. */
export function whyData({ records, figures, names, more, footings }: Answer, provenance: Provenance, content: string) {
  const place = (at: FactPlace) => ({
    file: `${content}/${at.file}`,
    line: at.line,
    column: at.column,
    setBy: provenance.facts[factName(at)] ?? null,
    says: setWords(provenance, at),
  });
  const ofFigure = (figure: Figure): object => {
    const { name, title, value, unit, decimals, asAt } = figure;
    const facts = { name, title, value, unit, decimals, asAt, written: writtenFigure(figure) };
    const parts = footings(figure).map(({ added, off, tolerance }) => ({ sum: ofFigure(added), off, tolerance }));
    if (isStored(figure)) return { ...facts, ...place(figure.at), ...(parts.length > 0 && { footings: parts }) };
    const terms = figure.terms.map((term) => ({ sign: term.sign, ...ofFigure(term.figure) }));
    return { ...facts, sum: writtenSum(figure), terms };
  };
  return {
    records: records.map(({ id, kind, title, asAt, at }) => ({ id, kind, title, asAt, ...place(at) })),
    figures: figures.map(ofFigure),
    names: names.map(({ name }) => name),
    more,
  };
}

/** The sum in figures, then each of its terms with its place, or with its name where it is a sum itself. */
function sumLines(figure: SumFigure, place: (at: FactPlace) => string): string[] {
  const terms = figure.terms.map(({ sign, figure: term }) => {
    const amount = writeFigure(sign * term.value, figure.decimals).padStart(9);
    return isStored(term) ? `    ${amount}  ${term.name}  ${place(term.at)}` : `    ${amount}  ${term.name}  a sum`;
  });
  return [`    ${writtenSum(figure)}`, ...terms];
}

function asAtLine(asAt: string | null): string[] {
  return asAt === null ? [] : [`    as at ${asAt}`];
}

/** The space at the start of a line says that it belongs to the one above. */
function oneLined(line: string): string {
  const [indent = ''] = /^ */.exec(line) ?? [];
  return indent + oneLine(line.slice(indent.length));
}
