import { find } from '../library/shelf.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import type { Entry } from '../records/read-records.ts';
import { type MinutesSection, minutesSections } from '../registers/minutes-sections.ts';
import { minutesYear } from '../registers/next-numbers.ts';
import { actionMentions } from './action-mentions.ts';
import { boardOf, dayOf, minutesByBoard, unreadMinutes } from './minutes-parts.ts';
import type { Report, Rule } from './rule.ts';

export const minutesNumbering: Rule = {
  id: 'minutes-numbering',
  severity: 'error',
  asks: 'Minutes are numbered on through the year, paragraphs within each of them, and decisions and actions without a hole.',
  because: 'Where a number is missing, a minute, a decision or an action may have been taken out.',
  mend: 'Give each the number that follows the one before it, or put back what is missing.',
  check: ({ library, unread }, report) => {
    const faulty = unreadMinutes(unread);
    const lost = Map.groupBy(
      Array.from(faulty).filter((meeting) => find(library.minutes, meeting) === undefined),
      boardOf,
    );
    for (const [board, all] of minutesByBoard(library)) {
      let before: Last | undefined;
      for (const minutes of all) {
        const day = minutes.parts.date ?? '';
        const from = before?.day ?? '';
        // Nobody can say what number minutes ended with that could not be read.
        if (lost.get(board)?.some((meeting) => dayOf(meeting) > from && dayOf(meeting) < day)) before = undefined;
        const isNewYear = minutesYear(library, board, from || day) !== minutesYear(library, board, day);
        const number = checkSections(minutes, before, isNewYear, report);
        if (number !== undefined) before = { number, day };
      }
    }
    // A block that could not be read may be the one that is missing.
    if (faulty.size > 0) return;
    // Of an action that minutes speak of and none raise, the conservation of actions tells more.
    const spokenOf = new Set(actionMentions(library).map(({ reference }) => reference));
    for (const blocks of [library.decisions, library.actions]) {
      checkHoles(Object.values<BlockEntry>(blocks), spokenOf, report);
    }
  },
};

/** The number of the last minute of earlier minutes, and the day of their meeting. */
interface Last {
  readonly number: number;
  readonly day: string;
}

/** Checks the numbers of some minutes, and gives the last of them. */
function checkSections(
  minutes: Entry<'minutes'>,
  before: Last | undefined,
  isNewYear: boolean,
  report: Report,
): number | undefined {
  let last: number | undefined;
  for (const section of minutesSections(minutes)) {
    if (section.number === null && section.items.length === 0) continue;
    const next = (last ?? before?.number ?? (section.number ?? 1) - 1) + 1;
    const at = { file: minutes.file, line: section.line, column: 1 };
    const mayBegin = last === undefined && isNewYear && section.number === 1;
    if (section.number === null) {
      report(at, `"${section.title}" has no number.`, `Write "## ${next} ${section.title}".`);
    } else if (section.number !== next && !mayBegin) {
      const where =
        last === undefined && before !== undefined ? `the minutes of ${before.day} end with` : 'the one before it is';
      const message = `This minute is numbered ${section.number}, but ${where} ${next - 1}.`;
      const restart = last === undefined && isNewYear ? ', or 1 in a new year' : '';
      report({ ...at, column: 4 }, message, `Number it ${next}${restart}, and those after it on from there.`);
    }
    last = section.number ?? next;
    // Under a heading that is out, paragraphs that have the number it should have are right.
    const areRight = section.paragraphs.every(({ number }) => number.startsWith(`${next}.`));
    checkParagraphs(minutes, section, areRight ? next : last, report);
  }
  return last;
}

function checkParagraphs({ file }: Entry<'minutes'>, section: MinutesSection, number: number, report: Report): void {
  let next = 1;
  for (const paragraph of section.paragraphs) {
    const due = `${number}.${next}`;
    const [of, place] = paragraph.number.split('.').map(Number);
    if (paragraph.number !== due) {
      const at = { file, line: paragraph.line, column: 1 };
      report(at, `This paragraph is numbered ${paragraph.number}, where ${due} is due.`, `Number it ${due}.`);
    }
    // One slip is one fault: those after it are held against the number that stands there.
    next = (of === number ? (place ?? next) : next) + 1;
  }
}

/** The text of a reference up to its last number, and that number: `PIB-2017-A` and 24. */
const numbered = /^(.*[A-Z])(\d+)$/;

function checkHoles(blocks: readonly BlockEntry[], spokenOf: ReadonlySet<string>, report: Report): void {
  const series = new Map<string, { number: number; block: BlockEntry }[]>();
  for (const block of blocks) {
    const [, prefix, digits] = numbered.exec(block.reference) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    const known = series.get(prefix) ?? [];
    series.set(prefix, known);
    known.push({ number: Number(digits), block });
  }
  for (const [prefix, all] of series) {
    const inOrder = all.toSorted((a, b) => a.number - b.number);
    for (const [index, { number, block }] of inOrder.entries()) {
      const before = inOrder[index - 1];
      const count = number - (before?.number ?? number) - 1;
      if (before === undefined || count < 1) continue;
      const width = /\d+$/.exec(before.block.reference)?.[0].length ?? 0;
      const name = (missing: number): string => `${prefix}${String(missing).padStart(width, '0')}`;
      if (count === 1 && spokenOf.has(name(number - 1))) continue;
      const missing = count === 1 ? name(number - 1) : `${name(before.number + 1)} to ${name(number - 1)}`;
      const message = `There ${count === 1 ? 'is' : 'are'} no ${missing}: ${before.block.reference}, of ${dayOf(before.block.meeting)}, comes before this ${block.name}.`;
      report(block, message, `Put the ${block.name} back, or number on from ${before.block.reference}.`);
    }
  }
}
