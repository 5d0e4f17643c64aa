import { expect, test } from 'vitest';
import { readFacts } from '../../src/records/facts.ts';

const table = `line,label,style,budget-2017-18,plan-2018-19
roads,Roads,line,"1,200.0",40.0
bridges,Bridges,line,3.0,(4.5)
`;

test('a cell of a table is known by its row and column, whatever their order and however its figure is written', () => {
  const facts = readFacts('finance/plan.csv', table);
  const moved = readFacts(
    'finance/plan.csv',
    'line,label,style,plan-2018-19,budget-2017-18\nbridges,Bridges,line,-4.5,3\nroads,Roads,line,40,1200\n',
  );
  expect(facts.get('bridges/plan-2018-19')).toBe('-4.5');
  expect(Object.fromEntries(moved)).toEqual(Object.fromEntries(facts));
});

test('a record of a list is known by its id, its figures by their fields', () => {
  const first = '- { id: a-1, target: { value: 5, date: 2018-03-31 }, path: [{ period: 2017-18, planned: 2 }] }\n';
  const second = '- { id: a-2, target: { value: 7, date: 2018-03-31 } }\n';
  const facts = readFacts('initiatives/x/benefits.yml', first + second);
  expect(facts.get('a-1/target/value')).toBe('5');
  expect(facts.get('a-1/path/2017-18/planned')).toBe('2');
  const moved = readFacts(
    'initiatives/x/benefits.yml',
    second + first.replace('value: 5, date: 2018-03-31', 'date: 2018-03-31, value: 5'),
  );
  expect(moved.get('a-1')).toBe(facts.get('a-1'));
  expect(moved.get('a-2')).toBe(facts.get('a-2'));
});

test('a block of minutes is known by its opening line, wherever it stands', () => {
  const block = '::: action T-1\nowner: clerk\n\nDo it.\n:::\n';
  const facts = readFacts('meetings/b/2017-07-19/minutes.md', `---\nstatus: draft\n---\n\n${block}`);
  const moved = readFacts(
    'meetings/b/2017-07-19/minutes.md',
    `---\nstatus: draft\n---\n\nWords before it.\n\n${block}`,
  );
  expect(facts.get('action T-1')).toContain('Do it.');
  expect(moved.get('action T-1')).toBe(facts.get('action T-1'));
  expect(moved.get('')).not.toBe(facts.get(''));
});

test('of a file that cannot be read there are no facts', () => {
  expect(readFacts('finance/plan.csv', 'a,"b\n').size).toBe(0);
  expect(readFacts('boards/x.md', 'no front matter').size).toBe(0);
  expect(readFacts('roles.yml', 'a: [').size).toBe(0);
});
