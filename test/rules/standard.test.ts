import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { withhold } from '../../src/rules/marking-ceiling.ts';
import { standard } from '../../src/rules/standard.ts';

test('every rule has an id of its own, in alphabetical order, and says what it asks and why in sentences', () => {
  const ids = standard.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
  for (const { asks, because } of standard) expect([asks, because].join(' ')).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
});

test('of a record above the ceiling nothing is said but that it is', () => {
  const fault = (file: string, rule: string): Diagnostic => {
    return { file, rule, line: 1, column: 1, severity: 'error', message: '', hint: '' };
  };
  const all = [fault('a.md', 'wrong-value'), fault('a.md', 'marking-ceiling'), fault('b.md', 'wrong-value')];
  expect(withhold(all).map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'a.md marking-ceiling',
    'b.md wrong-value',
  ]);
});
