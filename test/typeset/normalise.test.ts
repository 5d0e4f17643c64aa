import { expect, test } from 'vitest';
import { normalise } from '../../src/pack/typeset/normalise.ts';

const clean = (text: string) => Buffer.from(normalise(Buffer.from(text, 'latin1'))).toString('latin1');

test('dates are fixed and ids renumbered in their order, without moving a byte', () => {
  const pdf =
    "/CreationDate (D:20261124000818+00'00')\n/ModDate (D:20261124000818+01'00') /ID (node00000086) " +
    '/Headers [(node00000081) (node00000086)] \u00ff (D:20261124000818) node00000081';
  const expected =
    "/CreationDate (D:20000101000000+00'00')\n/ModDate (D:20000101000000+00'00') /ID (node00000002) " +
    '/Headers [(node00000001) (node00000002)] \u00ff (D:20261124000818) node00000081';
  expect(clean(pdf)).toBe(expected);
});
