import type { Token } from 'markdown-it';

/** A table of more columns than this does not fit on a page at a size that can be read. */
const mostColumns = 12;
/** Columns beside the first in each of the tables that a wider one is printed as. */
const columnsEach = 9;

/**
 * Tables for paper: one that is too wide for a page becomes several below one another, each with the first column, which says
 * what a row is, and the next few of the others. Before each stands which columns they are.
 */
export function splitWideTables(tokens: readonly Token[]): Token[] {
  const start = tokens.findIndex((token) => token.type === 'table_open');
  if (start === -1) return [...tokens];
  const end = tokens.findIndex((token, at) => at > start && token.type === 'table_close') + 1;
  const table = tokens.slice(start, end);
  return [...tokens.slice(0, start), ...splitTable(table), ...splitWideTables(tokens.slice(end))];
}

function splitTable(table: readonly Token[]): Token[] {
  const columns = table
    .slice(
      0,
      table.findIndex(({ type }) => type === 'tr_close'),
    )
    .filter(({ type }) => type === 'th_open').length;
  if (columns <= mostColumns) return [...table];
  const parts: Token[] = [];
  for (let first = 1; first < columns; first += columnsEach) {
    const last = Math.min(first + columnsEach, columns) - 1;
    parts.push(heading(table[0], `Columns ${first + 1} to ${last + 1} of ${columns}`), ...part(table, first, last));
  }
  return parts;
}

/** A copy of the table with its first column and those from `first` to `last`, counted from 0. */
function part(table: readonly Token[], first: number, last: number): Token[] {
  let column = -1;
  return table.flatMap((token) => {
    if (token.type === 'tr_open') column = -1;
    if (token.type === 'th_open' || token.type === 'td_open') column += 1;
    const isInCell = column >= 0 && token.type !== 'tr_close' && !/^(thead|tbody|table)_/.test(token.type);
    return !isInCell || column === 0 || (column >= first && column <= last) ? copy(token) : [];
  });
}

/** What follows changes tokens where they stand, so that each part needs its own. */
function copy(token: Token): Token {
  const made = Object.assign(Object.create(Object.getPrototypeOf(token)) as Token, token);
  made.attrs = token.attrs?.map(([name, value]) => [name, value]) ?? null;
  made.children = token.children?.map(copy) ?? null;
  return made;
}

function heading(like: Token | undefined, words: string): Token {
  if (like === undefined) throw new Error('A table begins with its opening.');
  const made = Object.assign(copy(like), { type: 'html_block', tag: '', nesting: 0, children: null });
  made.content = `<p class="table-part">${words}</p>\n`;
  return made;
}
