import { expect, test } from 'vitest';
import { compareProse } from '../../src/release/prose.ts';
import { compareWords } from '../../src/release/words.ts';

const before = `The bridge is old and narrow, and closed to lorries since 1990.

## What it costs

| Stretch | Cost |
| --- | ---: |
| North | 10 |
| South | 20 |
| Ramp | 30 |

The council has the money for it, and the works can begin in the spring of next year.

- One
- Two

\`\`\`
a = 1
\`\`\`
`;

test('nothing has changed where marks of emphasis or line ends alone have', () => {
  expect(compareProse(before, before.replace('The bridge is old', 'The *bridge*\nis old'))).toEqual([]);
});

test('words that have changed are told one by one, and the heading they stand under', () => {
  const after = before.replace('spring', 'autumn').replace('the money', 'half the money').replace('begin', 'start');
  expect(compareProse(before, after)).toEqual([
    {
      kind: 'changed',
      under: 'What it costs',
      words: [
        { kind: 'same', text: 'The council has ' },
        { kind: 'added', text: 'half ' },
        { kind: 'same', text: 'the money for it, and the works can ' },
        { kind: 'removed', text: 'begin' },
        { kind: 'added', text: 'start' },
        { kind: 'same', text: ' in the ' },
        { kind: 'removed', text: 'spring' },
        { kind: 'added', text: 'autumn' },
        { kind: 'same', text: ' of next year.' },
      ],
    },
  ]);
});

test('rows that have changed places are moved, and no word of them has changed', () => {
  const after = before.replace('| North | 10 |\n| South | 20 |', '| South | 20 |\n| North | 10 |');
  const [change, ...others] = compareProse(before, after);
  expect(others).toEqual([]);
  expect(change).toMatchObject({ kind: 'moved', under: 'What it costs', from: 'What it costs' });
});

test('a cell that has changed is found in its row', () => {
  expect(compareProse(before, before.replace('| Ramp | 30 |', '| Ramp | 35 |'))).toEqual([
    {
      kind: 'changed',
      under: 'What it costs',
      words: [
        { kind: 'same', text: 'Ramp | ' },
        { kind: 'removed', text: '30' },
        { kind: 'added', text: '35' },
      ],
      row: {
        columns: ['Stretch', 'Cost'],
        cells: [
          [{ kind: 'same', text: 'Ramp' }],
          [
            { kind: 'removed', text: '30' },
            { kind: 'added', text: '35' },
          ],
        ],
      },
    },
  ]);
});

test('a row is found again by its first cell, whatever the others say, and through a column that has come', () => {
  const far = compareProse(before, before.replace('| Ramp | 30 |', '| Ramp | 1,234,567 |'));
  expect(far.map(({ kind }) => kind)).toEqual(['changed']);
  const wider = before
    .replace('| Stretch | Cost |\n| --- | ---: |', '| Stretch | Year | Cost |\n| --- | --- | ---: |')
    .replace('| Ramp | 30 |', '| Ramp | 2018 | 30 |');
  expect(compareProse(before, wider).at(-1)?.row).toEqual({
    columns: ['Stretch', 'Year', 'Cost'],
    cells: [[{ kind: 'same', text: 'Ramp' }], [{ kind: 'added', text: '2018' }], [{ kind: 'same', text: '30' }]],
  });
});

test('a figure of which a digit has changed is another figure, and words beside one another are one change', () => {
  expect(compareWords('It costs £62.0m by 2017-18.', 'It costs £62.5m by 2018-19.').map(({ text }) => text)).toEqual([
    'It costs ',
    '£62.0m',
    '£62.5m',
    ' by ',
    '2017-18',
    '2018-19',
    '.',
  ]);
  expect(compareWords('the old bridge', 'the new road')).toEqual([
    { kind: 'same', text: 'the ' },
    { kind: 'removed', text: 'old bridge' },
    { kind: 'added', text: 'new road' },
  ]);
  expect(compareWords('because nobody thought of it', 'because no one thought of it')).toEqual([
    { kind: 'same', text: 'because ' },
    { kind: 'removed', text: 'nobody' },
    { kind: 'added', text: 'no one' },
    { kind: 'same', text: ' thought of it' },
  ]);
});

test('a paragraph that has gone elsewhere is moved', () => {
  const paragraph = 'The council has the money for it, and the works can begin in the spring of next year.\n\n';
  expect(compareProse(before, paragraph + before.replace(paragraph, ''))).toEqual([
    { kind: 'moved', from: 'What it costs', under: '', text: paragraph.trim() },
  ]);
});

test('what is new and what is gone are told as such, and a sentence that has grown as words', () => {
  const after = before.replace('- Two', '- Three\n- Four').replace('since 1990.', 'since 1990. It will be wider.');
  expect(compareProse(before, after)).toEqual([
    {
      kind: 'changed',
      under: '',
      words: [
        { kind: 'same', text: 'The bridge is old and narrow, and closed to lorries since 1990.' },
        { kind: 'added', text: ' It will be wider.' },
      ],
    },
    { kind: 'added', under: 'What it costs', text: 'Three' },
    { kind: 'added', under: 'What it costs', text: 'Four' },
    { kind: 'removed', under: 'What it costs', text: 'Two' },
  ]);
});

test('a text of which nothing is left is told in full, however long it is', () => {
  const long = (word: string) =>
    Array.from({ length: 1500 }, (_, at) => `${word}${at} ${word.repeat(9)}.`).join('\n\n');
  const changes = compareProse(long('a'), long('b'));
  expect(changes).toHaveLength(3000);
  const one = (word: string) => Array.from({ length: 8000 }, (_, at) => `${word}${at}`).join(' ');
  expect(compareProse(one('a'), one('b')).map(({ kind }) => kind)).toEqual(['added', 'removed']);
});

test('a figure that the records put in is told by its name', () => {
  const [was, is] = ['It costs [](figure:plan/bridge/b17) now.', 'It costs [](figure:plan/bridge/b18) now.'];
  expect(compareProse(was, is)).toEqual([
    {
      kind: 'changed',
      under: '',
      words: [
        { kind: 'same', text: 'It costs [plan/bridge/' },
        { kind: 'removed', text: 'b17' },
        { kind: 'added', text: 'b18' },
        { kind: 'same', text: '] now.' },
      ],
    },
  ]);
});
