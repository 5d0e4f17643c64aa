import { readLink } from '../library/links.ts';
import { placeOf } from '../records/paths.ts';
import { type Figure, writtenFigure } from '../registers/figures/figure.ts';
import { figureNamed, isFigure } from '../registers/figures/figures.ts';
import { textSays } from '../registers/figures/said.ts';
import type { Rule } from './rule.ts';

export const figureReferences: Rule = {
  id: 'figure-references',
  severity: 'error',
  asks: 'The words of a reference to a figure, as in [£141m](figure:table/line/column), say that figure, and minutes have none.',
  because: 'A figure that was typed once goes on being read long after its record has changed.',
  mend: 'Write what the record says, rounded as you like, or leave the words out to have them filled in.',
  check: ({ library, records }, report) => {
    for (const [file, { targets }] of records.bodies) {
      const isMinutes = placeOf(file)?.kind === 'minutes';
      for (const { href, kind, text, line, column } of targets) {
        const link = readLink(file, href);
        if (link.kind !== 'figure' || kind !== 'link') continue;
        const figure = figureNamed(library, link.name);
        if (!isFigure(figure)) continue;
        const at = { file, line, column };
        if (isMinutes) {
          const message = 'Minutes say what was said on the day, and this figure would change with its record.';
          report(at, message, `Write the figure itself: ${writtenFigure(figure)}.`);
        } else if (isMoving(link.name, figure)) {
          const message = `"${link.name}" is another figure every month.`;
          report(at, message, `Name the month, as in figure:${figure.name}.`);
        } else if (text.trim() !== '' && !textSays(text, figure)) {
          const message = `The text says "${text}", but ${figure.name} is ${writtenFigure(figure)}.`;
          report(at, message, 'Put the text right, or leave it empty to have the figure filled in.');
        }
      }
    }
  },
};

/** Whether a name without a month stands for a figure that has one. */
function isMoving(name: string, figure: Figure): boolean {
  return figure.name.includes('@') && !name.includes('@');
}
