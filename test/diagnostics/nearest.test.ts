import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/diagnostics/nearest.ts';

test.each([
  ['desision', ['decision', 'discussion'], 'decision'],
  ['CHAIR', ['chair', 'clerk'], 'chair'],
  ['pib-2017-a01', ['PIB-2017-A01', 'PIB-2017-A02'], 'PIB-2017-A01'],
  ['x', ['y'], 'y'],
  ['zoo', ['parks', 'works'], undefined],
  ['', [], undefined],
  ['constructor', ['clerk'], undefined],
])('%j among %j is taken for %j', (typed, names, name) => {
  expect(nearest(typed, names)).toBe(name);
});

test('valid names are listed when none is near, unless they are many', () => {
  expect(didYouMean('zoo', ['parks', 'works'])).toBe('Use one of: parks, works.');
  expect(
    didYouMean(
      'zoo',
      Array.from({ length: 13 }, (_, index) => `group-${index}`),
    ),
  ).toBe('');
  expect(didYouMean('zoo', [])).toBe('');
});
