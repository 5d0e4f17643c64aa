/** Something a reader marked. */
export interface Note {
  /** What it stands in: the id of a paper, or of another part. */
  readonly part: string;
  /** How the part was called when it was marked: `Item 5`. */
  readonly called: string;
  /** The anchor in the part that it stands below: of a numbered paragraph or a heading; empty at its beginning. */
  readonly near: string;
  /** The words that were marked, and a little of what stands before and after them. */
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** What the reader wrote beside them; empty for a highlight. */
  readonly words: string;
}

/** Notes of a meeting as they are kept and taken elsewhere. */
export interface Notes {
  /** `board/date`. */
  readonly meeting: string;
  readonly notes: readonly Note[];
}

const fields = ['part', 'called', 'near', 'quote', 'before', 'after', 'words'] as const;

/** Notes as a text. */
export function notesText({ meeting, notes }: Notes): string {
  return JSON.stringify({ form: 1, meeting, notes }, null, 2);
}

/** Reads notes out of what was kept or exported, as JSON or Markdown; undefined where it is neither. */
export function readNotes(text: string): Notes | undefined {
  const within = /<!-- boardpack notes\n([\s\S]*?)\n-->/.exec(text)?.[1]?.replaceAll('\\u002d\\u002d', '--');
  try {
    return asNotes(JSON.parse(within ?? text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function asNotes(value: unknown): Notes | undefined {
  if (!isRecord(value) || value.form !== 1 || typeof value.meeting !== 'string' || !Array.isArray(value.notes)) {
    return undefined;
  }
  const notes = value.notes.map(asNote);
  return notes.every((note) => note !== undefined) ? { meeting: value.meeting, notes } : undefined;
}

function asNote(value: unknown): Note | undefined {
  if (!isRecord(value)) return undefined;
  const read = fields.map((field) => value[field]);
  if (!read.every((one) => typeof one === 'string')) return undefined;
  const [part, called, near, quote, before, after, words] = read as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return quote === '' ? undefined : { part, called, near, quote, before, after, words };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const keyOf = (note: Note): string => JSON.stringify(fields.map((field) => note[field]));

/** Whether two notes say the same of the same words. */
export function isSameNote(one: Note, other: Note): boolean {
  return keyOf(one) === keyOf(other);
}

/** Notes with others beside them; what is among them already is not added again. */
export function mergeNotes(own: readonly Note[], others: readonly Note[]): Note[] {
  const known = new Set(own.map(keyOf));
  return [...own, ...others.filter((note) => !known.has(keyOf(note)))];
}

/** Notes as Markdown, to be read by anyone, with all that is needed to bring them in again at its end. */
export function notesMarkdown(name: string, notes: Notes): string {
  const lines = notes.notes.map(({ called, quote, words }) => {
    const quoted = quote.replace(/^/gm, '> ');
    return `## ${called}\n\n${quoted}\n${words === '' ? '' : `\n${words}\n`}`;
  });
  // Two hyphens would end the comment.
  const kept = notesText(notes).replaceAll('--', '\\u002d\\u002d');
  return `# Notes: ${name}\n\n${lines.join('\n')}\n<!-- boardpack notes\n${kept}\n-->\n`;
}
