import { expect, test } from 'vitest';
import { readMark } from '../../src/pack/pdf/marks.ts';
import { readNumbers, readShown } from '../../src/pack/pdf/operands.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

function shown(text: string, size: 1 | 2): (number | string)[] {
  const found: (number | string)[] = [];
  readShown(
    bytes(text),
    0,
    text.length,
    size,
    (code) => found.push(code),
    (back) => found.push(`back ${back}`),
  );
  return found;
}

test('numbers are read with signs and points, and nothing else is', () => {
  expect(readNumbers(bytes('1 -2.5 +.25 -0 4. /Name'), 0, 22)).toEqual([1, -2.5, 0.25, -0, 4]);
});

test.for([
  ['<0015 00aF>', 2, [0x15, 0xaf]],
  ['[<0001> -120.5 <0002>]', 2, [1, 'back -120.5', 2]],
  ['<0015 9>', 1, [0, 0x15, 0x90]],
  ['(a(b)\\)\\101\\n\\\r\nc)', 1, [97, 40, 98, 41, 41, 65, 10, 99]],
  ['(\\000\\044)', 2, [36]],
] as const)('%s shows these codes', ([text, size, codes]) => expect(shown(text, size)).toEqual(codes));

test.for([
  ['/P <</MCID 12 >>', { tag: 'P', mcid: 12, actualText: undefined }],
  ['/Span <</ActualText <FEFF00660069>>>', { tag: 'Span', mcid: undefined, actualText: 'fi' }],
  ['/Span <</ActualText (f\\(i\\)) /MCID 3>>', { tag: 'Span', mcid: 3, actualText: 'f(i)' }],
  ['/Artifact', { tag: 'Artifact', mcid: undefined, actualText: undefined }],
] as const)('%s says this of its content', ([text, mark]) =>
  expect(readMark(bytes(text), 0, text.length)).toEqual(mark),
);

test('properties that are named are looked up', () => {
  const named = (called: string) => (called === 'MC1' ? 7 : undefined);
  expect(readMark(bytes('/P /MC1'), 0, 7, named).mcid).toBe(7);
  expect(readMark(bytes('/P /MC2'), 0, 7, named).mcid).toBeUndefined();
});
