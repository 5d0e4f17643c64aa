import { expect, test } from 'vitest';
import { readBody } from '../../src/markdown/body.ts';
import { slug } from '../../src/markdown/slug.ts';

test('links and images are found where they are written, in lists, tables and notes too', () => {
  const text = [
    'See [one](a.md) and [one](a.md) again,',
    'and ![two](b%20c.png).',
    '',
    '- [three](<d e.md>) [^n]',
    '',
    '| a | b |',
    '| - | - |',
    '| x | [four](f.md) |',
    '',
    '[^n]: [five](g.md)',
    '',
    '```',
    '[none](none.md)',
    '```',
  ].join('\n');
  const found = readBody(text, 11).targets.map(({ kind, href, text: words, line, column }) => {
    return `${kind} ${href} "${words}" ${line}:${column}`;
  });
  expect(found).toEqual([
    'link a.md "one" 11:11',
    'link a.md "one" 11:27',
    'image b%20c.png "two" 12:12',
    'link d%20e.md "three" 14:12',
    'link f.md "four" 18:14',
    'link g.md "five" 20:14',
  ]);
});

test('headings of the same words have anchors of their own', () => {
  const { headings } = readBody('# Costs\n\n## Costs\n\nText\n---\n\n## 2.1 Ärzte & Łódź 🏙\n', 1);
  expect(headings.map(({ level, anchor, line }) => `${level} ${anchor} ${line}`)).toEqual([
    '1 costs 1',
    '2 costs-1 3',
    '2 text 5',
    '2 2-1-ärzte-łódź 8',
  ]);
  expect(slug('🏙')).toBe('section');
});

test('a block is read with its fields, its text, its heading and its end', () => {
  const text =
    '## Item\n\n::: action A-1\nowner: x\ndue: y\n\nDo *it*.\n\n- Now.\n:::\n\n12.1 Then.\n\n::: decision\nitem: 2\n';
  const { blocks, paragraphs, strays } = readBody(text, 5);
  expect(blocks).toEqual([
    {
      name: 'action',
      reference: 'A-1',
      line: 7,
      lastLine: 14,
      fields: 'owner: x\ndue: y',
      text: 'Do *it*.\n\n- Now.',
      closed: true,
      heading: 'Item',
    },
    {
      name: 'decision',
      reference: '',
      line: 18,
      lastLine: 20,
      fields: 'item: 2',
      text: '',
      closed: false,
      heading: 'Item',
    },
  ]);
  expect(paragraphs).toEqual(['p12-1']);
  expect(strays).toEqual([]);
});

test('colons that open nothing are found, but not in code', () => {
  const text = 'Text.\n\n::: acton A-1\nowner: x\n\nDo it.\n:::\n\n- ::: note\n\n```\n::: action\n```\n\n`::: x`\n';
  expect(readBody(text, 1).strays).toEqual([
    { line: 3, name: 'acton' },
    { line: 7, name: '' },
    { line: 9, name: 'note' },
  ]);
});

test.each([
  ['brackets', '['.repeat(20_000)],
  ['images', '!['.repeat(10_000)],
  ['emphasis', '**a*'.repeat(10_000)],
  ['quotations', '>'.repeat(50_000)],
  ['notes', '[^a'.repeat(10_000)],
  ['blocks', '::: action A-1\n'.repeat(1_000)],
])('very many %s come to an end', (_name, text) => {
  expect(readBody(text, 1).text).toBe(text);
});
