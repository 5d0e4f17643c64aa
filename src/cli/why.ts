import { hasErrors } from '../diagnostics/diagnostic.ts';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Library } from '../library/library.ts';
import { type Figure, type FigureFault, storedParts } from '../registers/figures/figure.ts';
import { figureIndex, figureNamed, isFigure } from '../registers/figures/figures.ts';
import { footingsOf } from '../registers/figures/finance-tables.ts';
import { amountsIn, type Said } from '../registers/figures/said.ts';
import { figuresSaid } from '../registers/figures/search.ts';
import { knownRecords, recordsNamed } from '../registers/known-records.ts';
import { readProvenance } from '../release/provenance.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';
import { type Answer, whyData, whyText } from './why-words.ts';

/** More figures than these that match one number help nobody; a name or a unit says which is meant. */
const most = 10;

/**
 * `boardpack why WHAT`: where a record or a figure comes from: its file and line, the day it is of, and the commit that last set
 * it; of a sum every term. WHAT is the id of a record, the path of its file, the name of a figure, or a number as it is printed.
 */
export async function whyCommand(what: string, options: CommonOptions, effects: Effects): Promise<number> {
  const { content } = options;
  // Who set a figure is asked above all when it was moved without leave, so that this is no reason not to answer.
  const { library, source, diagnostics, commit } = await loadContent(options, false);
  if (hasErrors(diagnostics)) {
    effects.log(formats[faultFormat(options)](diagnostics, content));
    effects.log('Where figures come from cannot be said while the content has errors.\n');
    return 1;
  }
  const answer = findAnswer(library, what.trim().replace(/^figure:/, ''), content);
  const places = [
    ...answer.records.map((record) => record.at),
    ...answer.figures
      .flatMap((figure) => [figure, ...footingsOf(library, figure).map(({ added }) => added)])
      .flatMap((figure) => storedParts(figure).map((part) => part.at)),
  ];
  const provenance = await readProvenance(content, source.files, places, commit);
  effects.out(
    options.json
      ? `${JSON.stringify(whyData(answer, provenance, content), null, 2)}\n`
      : whyText(answer, provenance, content),
  );
  return 0;
}

/** @throws {EnvironmentError} where it is the name of nothing, and no number */
function findAnswer(library: Library, what: string, content: string): Answer {
  const footings = (figure: Figure) => footingsOf(library, figure);
  const path = what.startsWith(`${content}/`) ? what.slice(content.length + 1) : what;
  const records = recordsNamed(library, path);
  const below = [...figureIndex(library).values()].filter(({ name }) => name.startsWith(`${path.replace(/\/$/, '')}/`));
  if (records.length > 0) return { records, figures: [], names: below.slice(0, most), more: below.length, footings };
  const found = figureNamed(library, what);
  if (isFigure(found)) return { records: [], figures: [found], names: [], more: 0, footings };
  if (below.length > 0) {
    return { records: [], figures: below.slice(0, most), names: [], more: Math.max(0, below.length - most), footings };
  }
  const [said, ...others] = amountsIn(what);
  if (said !== undefined && others.length === 0 && said.text.length === what.length)
    return ofNumber(library, said, footings);
  throw new EnvironmentError(unknown(library, what, found));
}

function ofNumber(library: Library, said: Said, footings: Answer['footings']): Answer {
  const all = figuresSaid(library, said);
  if (all.length > 0) {
    return { records: [], figures: all.slice(0, most), names: [], more: Math.max(0, all.length - most), footings };
  }
  throw new EnvironmentError(
    `No figure of the records is ${said.text}, nor any sum of columns of a line or of two parts of a total. Name what it may be the sum of, as in table/line+line/first..last.`,
  );
}

function unknown(library: Library, what: string, fault: FigureFault): string {
  const near = what.includes('/')
    ? undefined
    : nearest(
        what,
        knownRecords(library).map(({ id }) => id),
      );
  if (near !== undefined) return `There is no record or figure "${what}". Did you mean "${near}"?`;
  const message = fault.message.replace('There is no figure', 'There is no record or figure');
  return `${message} ${fault.hint}`.trim();
}
