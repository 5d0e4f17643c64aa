import type { Body } from '../markdown/body.ts';
import { blockSchemas } from '../records/minutes-blocks.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const minutesBlanks: Rule = {
  id: 'minutes-blanks',
  severity: 'error',
  asks: 'No blank that "boardpack new minutes" left is still in the minutes.',
  because: 'A blank looks as if nothing had been said there.',
  mend: 'Write what is true in its place, or take the line out.',
  check: ({ library, records }, report) => {
    // Of fields that say anything, the summaries alone are free text above the minutes; others are refused as they are read.
    for (const minutes of Object.values(library.minutes)) {
      for (const [index, { summary }] of minutes.data.summaries.entries()) {
        if (!blank.test(summary)) continue;
        report(fieldAt(minutes, 'summaries', index, 'summary'), unfilled, `In "summary: ${around(summary, 0)}".`);
      }
    }
    for (const [file, body] of records.bodies) {
      if (!file.startsWith('meetings/') || !file.endsWith('/minutes.md')) continue;
      const refused = refusedLines(body);
      for (const [index, text] of body.text.split('\n').entries()) {
        const line = body.line + index;
        if (refused.has(line)) continue;
        for (const { index: place } of text.matchAll(everyBlank)) {
          report({ file, line, column: place + 1 }, unfilled, `In "${around(text, place)}".`);
        }
      }
    }
  },
};

const blank = /_{4,}/;
const everyBlank = /_{4,}/g;
const unfilled = 'A blank has not been filled in.';

/** Lines of fields that take no free text, e.g. `outcome: ____`: what may stand there has been said as it was read. */
function refusedLines({ blocks }: Body): Set<number> {
  return new Set(
    blocks.flatMap(({ name, line, fields }) =>
      fields.split('\n').flatMap((text, index) => {
        const field = /^(\w+):/.exec(text)?.[1] ?? '';
        const shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> = blockSchemas[name].shape;
        return shape[field]?.safeParse('____').success === false ? [line + 1 + index] : [];
      }),
    ),
  );
}

/** Some words around a place of a line, so that a reader knows which blank is meant. */
function around(text: string, place: number): string {
  const [from, to] = [Math.max(0, place - 30), place + 34];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}
