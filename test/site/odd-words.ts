/** A name of 300 characters, in words, that no other record has. */
export function sentence(name: string): string {
  const words = ' of which more is said than anybody who has to read it would have asked for,';
  return `${name}${words.repeat(5)}`.slice(0, 299).concat('.');
}

/** A word of 300 letters. */
export function word(name: string): string {
  return name.padEnd(300, 'unbroken');
}

/** Names from right to left, with what is read wrongly where it stands among words that go the other way. */
export const rightToLeft = {
  organisation: 'بلدية المدينة',
  board: 'مجلس المدينة (لندن) 2017!',
  portfolio: 'מחוז (הצפון)',
  chair: 'رئيس المجلس (بالنيابة)',
  clerk: 'מזכירת המועצה, ד״ר כהן',
  title: 'جسر فوق النهر: 3 مراحل (2017-18)',
} as const;

/** A Markdown table. */
export function markdownTable(columns: number, rows: number, cell: (row: number, column: number) => string): string {
  const line = (row: number): string =>
    `| ${Array.from({ length: columns }, (_, column) => cell(row, column)).join(' | ')} |\n`;
  const rule = `|${' --- |'.repeat(columns)}\n`;
  return [line(0), rule, ...Array.from({ length: rows }, (_, row) => line(row + 1))].join('');
}

/** Rows of CSV, each cell in quotes. */
export function csv(...rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\n`).join('');
}
