import { counted } from '../registers/counted.ts';
import type { RecordChange } from './compare.ts';
import type { FieldChange } from './fields.ts';
import type { ProseChange } from './prose.ts';
import { compareWords, type Words } from './words.ts';

/** How much has changed. Words for which others were put count once. */
export interface Amount {
  readonly words: number;
  /** Amounts, percentages, years and other words with a digit. */
  readonly figures: number;
  /** Dates written as `2017-09-30`. */
  readonly dates: number;
  /** Paragraphs and rows that stand elsewhere and say the same. */
  readonly moved: number;
}

const none: Amount = { words: 0, figures: 0, dates: 0, moved: 0 };

/** A date as records have it. */
export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A day or a quarter of a financial year, or nothing. */
const isWhen = (text: string): boolean => text === '' || isDate(text) || /^\d{4}-\d{2} Q[1-4]$/.test(text);

/** How much has changed in a record; of one that has come or gone as a whole, nothing is counted. */
export function amountOf({ fields, prose }: RecordChange): Amount {
  return [...fields.map(ofField), ...prose.map(ofProse)].reduce(add, none);
}

/** Two amounts together. */
export function add(a: Amount, b: Amount): Amount {
  return {
    words: a.words + b.words,
    figures: a.figures + b.figures,
    dates: a.dates + b.dates,
    moved: a.moved + b.moved,
  };
}

/** `3 words, 1 date`; `punctuation` where no word and no figure has changed. */
export function amountInWords({ words, figures, dates, moved }: Amount): string {
  const parts = [
    words > 0 ? counted(words, 'word') : '',
    figures > 0 ? counted(figures, 'figure') : '',
    dates > 0 ? counted(dates, 'date') : '',
    moved > 0 ? `${moved} moved` : '',
  ];
  return parts.filter(Boolean).join(', ') || 'punctuation';
}

/** How much has changed between two versions of a text. */
function amountOfWords(words: readonly Words[]): Amount {
  let amount = none;
  let [gone, come] = ['', ''];
  const settle = () => {
    const [was, is] = [wordsIn(gone), wordsIn(come)];
    const most = (kind: keyof typeof was) => Math.max(was[kind], is[kind]);
    amount = add(amount, { words: most('words'), figures: most('figures'), dates: most('dates'), moved: 0 });
    [gone, come] = ['', ''];
  };
  for (const { kind, text } of words) {
    if (kind === 'removed') gone += text;
    else if (kind === 'added') come += text;
    else settle();
  }
  settle();
  return amount;
}

function ofField({ before = '', after = '', words }: FieldChange): Amount {
  // A date that has become a quarter is one date that has changed.
  if (before + after !== '' && isWhen(before) && isWhen(after)) return { ...none, dates: 1 };
  return amountOfWords(words ?? compareWords(before, after));
}

function ofProse(change: ProseChange): Amount {
  if (change.kind === 'moved') return { ...none, moved: 1 };
  return amountOfWords(change.kind === 'changed' ? change.words : [{ kind: change.kind, text: change.text }]);
}

function wordsIn(text: string): Omit<Amount, 'moved'> {
  const all = text.split(/[\s|]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const figures = all.filter((word) => /\p{N}/u.test(word));
  const dates = figures.filter((word) => isDate(word.replace(/[^\p{N}]+$/u, '')));
  return {
    words: all.length - figures.length,
    figures: figures.length - dates.length,
    dates: dates.length,
  };
}
