/**
 * A text in pieces that can be read one without the others: rows of a table, entries of a list, fields and body. What two
 * versions have in common need not be read to see what one has otherwise than the other, and most versions differ in a row.
 */
export interface Pieces {
  /** What each piece needs before it. */
  readonly head: string;
  readonly pieces: readonly string[];
}

/** Takes a text apart by what kind of file it is of. */
export function piecesOf(path: string, text: string): Pieces {
  if (path.endsWith('.csv')) return rowsOf(text);
  // An entry of a list ends where the next begins, in the first column.
  if (path.endsWith('.yml')) return { head: '', pieces: text.split(/^(?=- )/m) };
  // Of an initiative only the fields matter.
  const fields = path.endsWith('/index.md') ? /^---\n.*?\n---\n/s.exec(text)?.[0] : undefined;
  return { head: '', pieces: [fields ?? text] };
}

function rowsOf(text: string): Pieces {
  const [head = '', ...rows] = text.split('\n');
  // A cell that goes on over several lines holds its rows together.
  const isWhole = rows.every((row) => row.split('"').length % 2 === 1);
  return {
    head: `${head}\n`,
    pieces: isWhole ? rows.filter((row) => row !== '').map((row) => `${row}\n`) : [rows.join('\n')],
  };
}

/** Makes some texts of a file shorter by the pieces that all of them have; one that has no other is empty. */
export function withoutCommon(path: string, texts: readonly string[]): string[] {
  if (texts.length < 2) return [...texts];
  const parts = texts.map((text) => piecesOf(path, text));
  const heads = new Set(parts.map(({ head }) => head));
  if (heads.size > 1) return [...texts];
  const sets = parts.map(({ pieces }) => new Set(pieces));
  return parts.map(({ head, pieces }) => {
    const own = pieces.filter((piece) => !sets.every((set) => set.has(piece)));
    return own.length === 0 ? '' : head + own.join('');
  });
}
