import type { Body } from '../markdown/body.ts';
import type { Entry } from '../records/read-records.ts';

/** A line of minutes that a reader sees, and the line of the file it stands on. */
export interface MinutesLine {
  readonly line: number;
  readonly text: string;
}

/** A numbered paragraph, e.g. `49.2 Members found …`. */
export interface MinutesParagraph extends MinutesLine {
  /** `49.2` */
  readonly number: string;
}

/** The minutes of one or more items: what stands under a heading such as `## 49 Skills House`. */
export interface MinutesSection {
  /** Line of the heading. */
  readonly line: number;
  /** The number before the title; null where there is none. */
  readonly number: number | null;
  readonly title: string;
  /** The agenda items it minutes, as "(Agenda item 4)" under the heading says. */
  readonly items: readonly string[];
  /** Line of "(Agenda item 4)"; that of the heading where there is none. */
  readonly itemsLine: number;
  readonly paragraphs: readonly MinutesParagraph[];
  /** What a reader sees of it, line by line: without the fields of blocks, and without declared interests. */
  readonly lines: readonly MinutesLine[];
}

const drawn = new WeakMap<Entry<'minutes'>, MinutesSection[]>();

/** The sections of minutes, in the order they were written. */
export function minutesSections(minutes: Entry<'minutes'>): MinutesSection[] {
  const known = drawn.get(minutes);
  if (known !== undefined) return known;
  const sections = minutes.body === null ? [] : readSections(minutes.body);
  drawn.set(minutes, sections);
  return sections;
}

function readSections(body: Body): MinutesSection[] {
  const unseen = new Set<number>();
  for (const { name, line, fields, text } of body.blocks) {
    const length = fields.split('\n').length + (name === 'interest' ? text.split('\n').length + 1 : 0);
    for (let offset = 0; offset <= length; offset += 1) unseen.add(line + offset);
  }
  const lines = body.text.split('\n').map((text, index) => ({ line: body.line + index, text }));
  const headings = body.headings.filter(({ level }) => level === 2);
  return headings.map((heading, index) => {
    const end = headings[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const own = lines.slice(heading.line + 1 - body.line, Math.min(end - body.line, lines.length));
    const [, number, title] = /^(\d+)\s+(.*)$/.exec(heading.text) ?? [];
    const named = own.find(({ text }) => itemsNamed.test(text));
    return {
      line: heading.line,
      number: number === undefined ? null : Number(number),
      title: title ?? heading.text,
      items: (itemsNamed.exec(named?.text ?? '')?.[1] ?? '').split(/,\s*|\s+and\s+/).filter(Boolean),
      itemsLine: named?.line ?? heading.line,
      paragraphs: own.flatMap(({ line, text }, place) => {
        const paragraph = /^(\d+\.\d+)\s/.exec(text)?.[1];
        // Within a paragraph a line may begin with a figure, as in "4.7 million".
        const isFirst = /^\s*(:{3,}.*)?$/.test(own[place - 1]?.text ?? '');
        return paragraph === undefined || !isFirst || unseen.has(line) ? [] : [{ number: paragraph, line, text }];
      }),
      lines: own.filter(({ line }) => !unseen.has(line)),
    };
  });
}

/** "(Agenda item 4)" or "(Agenda items 5a and 5b)" on a line of its own. */
const itemsNamed = /^\(Agenda items? ([^)]+)\)\s*$/i;
