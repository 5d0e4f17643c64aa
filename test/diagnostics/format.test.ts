import { expect, test } from 'vitest';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub, formatJson, formatText } from '../../src/diagnostics/format.ts';

function fault(parts: Partial<Diagnostic>): Diagnostic {
  const none = { file: 'a.md', line: 1, column: 1, rule: 'a-rule', severity: 'error', message: 'Wrong.', hint: '' };
  return { ...none, ...parts } as Diagnostic;
}

test('sorted by file, line, column, rule and message, by code unit, leaving the list as it was', () => {
  const sorted = [
    fault({ file: 'B.md' }),
    fault({ line: 2 }),
    fault({ line: 2, column: 3 }),
    fault({ line: 10 }),
    fault({ line: 10, rule: 'b-rule', message: 'A' }),
    fault({ line: 10, rule: 'b-rule', message: 'B' }),
    fault({ file: 'é.md' }),
  ];
  const given = sorted.toReversed();
  expect(sortDiagnostics(given)).toEqual(sorted);
  expect(given[0]?.file).toBe('é.md');
});

test('one fault a line, the mend under it, and a count of each severity', () => {
  const faults = [fault({ hint: 'Mend it.' }), fault({ line: 2, severity: 'warning' }), fault({ line: 3 })];
  expect(formatText(faults, 'content')).toBe(
    'content/a.md:1:1 error a-rule Wrong.\n    Mend it.\ncontent/a.md:2:1 warning a-rule Wrong.\n' +
      'content/a.md:3:1 error a-rule Wrong.\n2 errors, 1 warning\n',
  );
  expect(formatText([], 'content')).toBe('');
  expect(hasErrors([fault({ severity: 'warning' }), fault({ severity: 'note' })])).toBe(false);
});

test('characters that move the cursor, end the line or turn its direction are shown by number', () => {
  const text = formatText(
    [fault({ file: 'a\n\u001b[2J.md', message: 'a\nb\u0007 \u202ec', hint: '\u009b1A' })],
    'content',
  );
  expect(text.split('\n')).toEqual([
    'content/a\\u000a\\u001b[2J.md:1:1 error a-rule a b\\u0007 \\u202ec',
    '    \\u009b1A',
    '1 error',
    '',
  ]);
  expect(formatText([fault({ message: 'זה 👩‍🚒 é' })], 'content')).toContain('זה 👩‍🚒 é');
});

test('JSON holds every field', () => {
  expect(JSON.parse(formatJson([fault({ hint: '"' })], 'x'))).toEqual([fault({ file: 'x/a.md', hint: '"' })]);
});

test('an annotation cannot be broken out of', () => {
  const odd = fault({ file: 'a,b:c%.md', severity: 'note', message: '100 %\n::error::x', hint: 'Mend.' });
  expect(formatGithub([odd, fault({ severity: 'warning' })], 'x')).toBe(
    '::notice file=x/a%2Cb%3Ac%25.md,line=1,col=1,title=a-rule::100 %25 ::error::x Mend.\n' +
      '::warning file=x/a.md,line=1,col=1,title=a-rule::Wrong.\n',
  );
  expect(formatGithub([fault({ file: 'a\n::error::.md' })], 'x')).toMatch(
    /^::error file=x\/a%0A%3A%3Aerror%3A%3A.md,[^\n]+\n$/,
  );
});
