import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { addressOf } from '../../src/library/addresses.ts';
import { readLink } from '../../src/library/links.ts';
import { highestMarking, tierOf } from '../../src/library/markings.ts';
import { createShelf, find } from '../../src/library/shelf.ts';

describe('shelves', () => {
  const shelve = (ids: string[]) => {
    const faults: Diagnostic[] = [];
    const shelf = createShelf(faults)(
      'role',
      ids.map((id, index) => ({ id, index })),
      ({ id, index }) => ({ id, file: 'roles.yml', line: index + 1, column: 3 }),
    );
    return { shelf, faults };
  };

  test('sorted by id, whatever order the records came in', () => {
    expect(Object.keys(shelve(['b', 'a-2', 'a-10', 'Z']).shelf)).toEqual(['Z', 'a-10', 'a-2', 'b']);
  });

  test('the first of two records of one id stays, and the second is told where the first is', () => {
    const { shelf, faults } = shelve(['a', 'b', 'a']);
    expect(find(shelf, 'a')).toEqual({ id: 'a', index: 0 });
    expect(faults).toMatchObject([{ line: 3, column: 3, message: 'There is already a role "a", at roles.yml:1.' }]);
  });

  test('names that every object has are ids like any other, and no ids where there are none', () => {
    expect(find(shelve([]).shelf, 'constructor')).toBeUndefined();
    expect(find(shelve([]).shelf, '__proto__')).toBeUndefined();
    expect(find(shelve(['constructor']).shelf, 'constructor')).toEqual({ id: 'constructor', index: 0 });
  });
});

test.each([
  ['https://example.org/a?b#c', { kind: 'external', href: 'https://example.org/a?b#c' }],
  ['mailto:clerk@example.org', { kind: 'external', href: 'mailto:clerk@example.org' }],
  ['#costs', { kind: 'anchor', anchor: 'costs' }],
  ['../b/c%20d.md#e%C3%A9', { kind: 'file', file: 'b/c d.md', anchor: 'eé' }],
  ['./x.md', { kind: 'file', file: 'a/x.md', anchor: '' }],
  ['50%.md', { kind: 'file', file: 'a/50%.md', anchor: '' }],
  ['../../x.md', { kind: 'outside' }],
  ['..%2F..%2Fx.md', { kind: 'outside' }],
  ['b/../../../x.md', { kind: 'outside' }],
  ['/x.md', { kind: 'outside' }],
  ['//example.org/x.md', { kind: 'outside' }],
  ['..\\..\\x.md', { kind: 'outside' }],
  ['JavaScript:alert(1)', { kind: 'unsupported', scheme: 'javascript' }],
  ['file:///etc/passwd', { kind: 'unsupported', scheme: 'file' }],
  ['C:\\x.md', { kind: 'unsupported', scheme: 'c' }],
])('the link %s is understood', (href, target) => {
  expect(readLink('a/text.md', href)).toEqual(target);
});

test('the marking of a whole is the highest of its parts; what is not understood counts as the highest', () => {
  expect(highestMarking(['OFFICIAL-SENSITIVE COMMERCIAL', 'OFFICIAL', 'OFFICIAL FOR PUBLIC RELEASE'], 'OFFICIAL')).toBe(
    'OFFICIAL-SENSITIVE COMMERCIAL',
  );
  expect(highestMarking([], 'OFFICIAL')).toBe('OFFICIAL');
  expect(['SECRET HMG USE ONLY', 'TOP SECRET', 'SECRETIVE', ''].map(tierOf)).toEqual([
    'SECRET',
    'TOP SECRET',
    'TOP SECRET',
    'TOP SECRET',
  ]);
});

test('a file is shown on the page of what it belongs to, or on none', () => {
  expect(
    ['boards/b.md', 'initiatives/i/reports/c.md', 'meetings/b/2017-07-19/02-x.md', 'roles.yml', 'x.md'].map(addressOf),
  ).toEqual(['/boards/b/', '/initiatives/i/', '/meetings/b/2017-07-19/02-x/', undefined, undefined]);
});
