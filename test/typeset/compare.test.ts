import { describe, expect, test } from 'vitest';
import { compare } from '../../src/pack/typeset/compare.ts';
import type { Run } from '../../src/pack/typeset/snapshot.ts';
import { toStream } from '../../src/pack/typeset/stream.ts';

const run = (text: string, more: Partial<Run> = {}): Run => ({
  text,
  kind: 'text',
  element: 'p',
  block: 1,
  fontSize: 16,
  repeats: false,
  note: false,
  made: false,
  untagged: false,
  clipped: false,
  svg: false,
  hyphenated: false,
  ...more,
});

const faults = (expected: (string | Run)[], got: string) =>
  compare(toStream(expected.map((text) => (typeof text === 'string' ? run(text) : text))), toStream([{ text: got }]))
    .faults;

describe('no fault', () => {
  test.for([
    ['white space', ['two  words', ' and more'], 'twowords andmore'],
    ['ligatures', ['office'], 'oﬃce'],
    ['a hyphen at a soft hyphen', ['soft\u00adware'], 'soft-ware'],
    ['no hyphen at a soft hyphen', ['soft\u00adware'], 'software'],
    ['a line from right to left', ['see שלום (x) there'], 'see there (x) םולש'],
    ['text clipped away', [run('gone', { clipped: true }), 'goes on'], 'goes on'],
    ['text clipped but kept', [run('kept', { clipped: true }), 'goes on'], 'keptgoes on'],
    ['letters that a clip leaves', [run('hidden text', { clipped: true }), 'goes on'], 'en tgoes on'],
  ] as const)('%s', ([, expected, got]) => expect(faults([...expected], got)).toEqual([]));
});

describe('faults', () => {
  const text = 'The first sentence is short. The second one is about the same length. The third ends it.';
  test.for([
    ['a lost word', [text], text.replace('about ', ''), 'text is lost after “'],
    ['a lost end', [text], text.slice(0, -8), 'The third”: “ends it.”'],
    ['a doubled sentence', [text], text.replace('The second', 'The first sentence is short. The second'), 'doubled'],
    ['words of elsewhere', [text], text.replace('The second', 'Unknown words here. The second'), 'not in the source'],
    ['another number', [text], text.replace('second', '2nd'), 'should be'],
    ['a hyphen where none may be', ['software'], 'soft-ware', 'not in the source appears'],
    [
      'another order',
      ['one two three four five six seven eight', ' nine ten eleven twelve thirteen'],
      'nine ten eleven twelve thirteen one two three four five six seven eight',
      'doubled',
    ],
  ] as const)('%s', ([, expected, got, message]) => expect(faults([...expected], got).join()).toContain(message));
});

test('a box stands for the character expected, and is named', () => {
  const found = compare(toStream([run('mood: 😀, good')]), toStream([{ text: 'mood: \0, good' }]));
  expect(found.faults).toEqual([]);
  expect(found.missing).toEqual([{ character: '😀', context: 'mood: 😀, good' }]);
});
