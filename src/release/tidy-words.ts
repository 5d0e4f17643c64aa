import type { Words } from './words.ts';

/**
 * A comparison as people would have made it: where words were put for words on both sides of a space, that is one change and not
 * two, so `old bridge` gave way to `new road`, and `nobody` to `no one`.
 */
export function tidyWords(words: readonly Words[]): Words[] {
  const tidy: Words[] = [];
  let change: Change = { removed: '', added: '' };
  for (let at = 0; at < words.length; at += 1) {
    const one = words[at];
    if (one === undefined) continue;
    if (one.kind !== 'same') {
      change = { ...change, [one.kind]: change[one.kind] + one.text };
      continue;
    }
    const [gone, come] = [
      textOf(words[at + 1], 'removed'),
      textOf(words[at + 1], 'added') + textOf(words[at + 2], 'added'),
    ];
    const isSpace = one.text.trim() === '';
    if (isSpace && isWhole(change) && gone !== '' && come !== '') {
      change = { removed: change.removed + one.text + gone, added: change.added + one.text + come };
      at += 2;
    } else if (isSpace && isWhole(change) && (gone + come).endsWith(one.text)) {
      // `no| |one |thought` is `no one| |thought`: the space belongs to either side.
      const kind = gone === '' ? 'added' : 'removed';
      const text = gone + come;
      tidy.push(...asWords({ ...change, [kind]: change[kind] + one.text + text.slice(0, -one.text.length) }), one);
      change = { removed: '', added: '' };
      at += 1;
    } else {
      tidy.push(...asWords(change), one);
      change = { removed: '', added: '' };
    }
  }
  return joined([...tidy, ...asWords(change)]);
}

/** Neighbours of one kind as one. */
function joined(words: readonly Words[]): Words[] {
  const all: Words[] = [];
  for (const one of words) {
    const last = all.at(-1);
    if (last?.kind === one.kind) all.splice(-1, 1, { ...last, text: last.text + one.text });
    else all.push(one);
  }
  return all;
}

type Change = Readonly<Record<'removed' | 'added', string>>;

function isWhole({ removed, added }: Change): boolean {
  return removed !== '' && added !== '';
}

function asWords({ removed, added }: Change): Words[] {
  const words: Words[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ];
  return words.filter(({ text }) => text !== '');
}

function textOf(words: Words | undefined, kind: Words['kind']): string {
  return words?.kind === kind ? words.text : '';
}
