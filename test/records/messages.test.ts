import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { kinds } from '../../src/records/kinds.ts';
import { blockSchemas } from '../../src/records/minutes-blocks.ts';
import { validate } from '../../src/records/reading/validate.ts';
import { readYaml } from '../../src/records/reading/yaml.ts';

const schemas: [string, z.ZodType][] = [
  ...Object.entries(kinds).map(([name, { schema }]): [string, z.ZodType] => [name, schema]),
  ...Object.entries(blockSchemas),
];

const oddities = [null, 0, -1, 1.5, 1e300, '', 'x y!', '2017-99-99', '0/0', true, [], [1], [[]], {}, { a: 1 }];

function complaints(schema: z.ZodType, value: unknown): string[] {
  const result = validate('a.md', { value, positions: {}, keys: {} }, schema);
  return 'faults' in result ? result.faults.map(({ message, hint }) => `${message} ${hint}`) : [];
}

/** Every field of a schema, as the steps to it; the entries of a list are all its first one. */
function fields(schema: z.core.$ZodType): PropertyKey[][] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return fields(schema.unwrap());
  }
  const under = (step: PropertyKey, inner: z.core.$ZodType) => fields(inner).map((path) => [step, ...path]);
  if (schema instanceof z.ZodArray) return [[], ...under(0, schema.element)];
  if (schema instanceof z.ZodObject)
    return [[], ...Object.entries(schema.shape).flatMap(([name, field]) => under(name, field))];
  return [[]];
}

function wrap(path: readonly PropertyKey[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}

describe('whatever stands in a field, the message is in words of the author’s', () => {
  test.each(schemas)('%s', (_name, schema) => {
    const all = fields(schema).flatMap((path) => oddities.flatMap((value) => complaints(schema, wrap(path, value))));
    expect(all.length).toBeGreaterThan(20);
    const inZodsWords = /Invalid|Too |received|pattern|Unrecognized|input|characters|undefined|NaN|\bobject\b/;
    expect(all.filter((text) => inZodsWords.test(text))).toEqual([]);
  });
});

test.each([
  [
    'a list left plain',
    { members: 'chair' },
    '"members" is "chair", but it must be a list. Write it in square brackets: [chair].',
  ],
  [
    'a number that is text',
    { name: 2017 },
    '"name" is 2017, but it must be text. Put it between double quotes: "2017".',
  ],
  [
    'a group left plain',
    { notice: 5 },
    '"notice" is 5, but it must be a group of fields. Its fields are clear_days, weekends, bank_holidays.',
  ],
])('%s says how to write it', (_name, value, message) => {
  expect(complaints(kinds.board.schema, value)).toContain(message);
});

test('YAML 1.2: dates, quarters and times stay text, and a leading nought means nothing', () => {
  const text = 'a: 2017-09-30\nb: 09:30\nc: 010\nd: yes\ne: 2017-18 Q1\n';
  expect(readYaml('a.yml', text, 1)).toMatchObject({
    value: { a: '2017-09-30', b: '09:30', c: 10, d: 'yes', e: '2017-18 Q1' },
  });
});

test('places are those of the whole file, by JSON Pointer', () => {
  const located = readYaml('a.md', 'a: [x,\n    {b/c: y}]\nd:\n', 2);
  expect(located).toMatchObject({
    positions: { '/a/0': { line: 2, column: 5 }, '/a/1/b~1c': { line: 3, column: 11 }, '/d': { line: 4, column: 1 } },
    keys: { '/a/1/b~1c': { line: 3, column: 6 } },
  });
});

test.each([
  ['the names of objects', '__proto__: { polluted: true }\nconstructor: 1\n'],
  ['deep nesting', '['.repeat(700) + ']'.repeat(700)],
])('%s are only text', (_name, text) => {
  const located = readYaml('a.yml', text, 1);
  expect(located).not.toBeInstanceOf(Array);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  if (!Array.isArray(located)) expect(validate('a.yml', located, kinds.board.schema)).toHaveProperty('faults');
});
