import { oneLine } from '../diagnostics/format.ts';
import type { RecordChange } from '../release/compare.ts';
import type { FieldChange } from '../release/fields.ts';
import { movesInWords, type PageMoves } from '../release/page-moves.ts';
import type { ProseChange } from '../release/prose.ts';
import { nearChanges, type Words } from '../release/words.ts';

/** Letters shown of a text that has come, gone or moved as a whole. */
const longest = 160;

/** Changes for a terminal: what has gone in `[-…-]`, what has come in `{+…+}`, as `git diff --word-diff` has it. */
export function diffText(changes: readonly RecordChange[], pages: PageMoves | undefined): string {
  const moved = pages === undefined ? [] : ['pages', ...movesInWords(pages).map((line) => `    ${line}`)];
  return [...changes.map(recordText), ...moved.map((line) => `${line}\n`)].join('');
}

function recordText({ kind, file, was, record, title, fields, prose }: RecordChange): string {
  const name = [record, title].filter(Boolean).join(', ');
  const renamed = was === undefined ? '' : `, was ${was}`;
  const heading = oneLine(`${kind} ${file}${renamed}${name === '' ? '' : ` (${name})`}`);
  const lines = [...fields.map(fieldText), ...prose.map(proseText)].map((line) => `    ${oneLine(line)}\n`);
  return `${heading}\n${lines.join('')}`;
}

function fieldText({ path, before, after, words }: FieldChange): string {
  if (words !== undefined) return `${path}: ${wordsText(words)}`;
  const gone = before === undefined ? '' : `[-${shortened(before)}-]`;
  return `${path}: ${gone}${after === undefined ? '' : `{+${shortened(after)}+}`}`;
}

function proseText(change: ProseChange): string {
  const place = change.under === '' ? '' : `under “${change.under}”`;
  if (change.kind === 'changed') return [place, wordsText(change.words)].filter(Boolean).join(': ');
  const text = `“${shortened(change.text)}”`;
  if (change.kind === 'moved') {
    const from = change.from === change.under ? '' : ` from under “${change.from}”`;
    return [place, `moved${from}: ${text}`].filter(Boolean).join(', ');
  }
  return [place, `${change.kind}: ${text}`].filter(Boolean).join(', ');
}

function wordsText(words: readonly Words[]): string {
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return nearChanges(words)
    .map(({ kind, text }) => `${signs[kind][0]}${text}${signs[kind][1]}`)
    .join('');
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
