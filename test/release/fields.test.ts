import { expect, test } from 'vitest';
import { compareFields } from '../../src/release/fields.ts';

test('fields that differ are named by their path, with what they were and are', () => {
  const before = { rag: 'amber', cost: 5, gone: 'yes', same: [1, { a: 2 }] };
  const after = { rag: 'red', cost: 6, come: true, same: [1, { a: 2 }] };
  expect(compareFields(before, after)).toEqual([
    { path: 'rag', before: 'amber', after: 'red' },
    { path: 'cost', before: '5', after: '6' },
    { path: 'gone', before: 'yes' },
    { path: 'come', after: 'true' },
  ]);
});

test('records in a list are compared by what names them, wherever they stand', () => {
  const before = [
    { id: 'm1', due: '2017-09-30' },
    { id: 'm2', due: '2017-12-31' },
  ];
  const after = [
    { id: 'm2', due: '2018-03-31' },
    { id: 'm1', due: '2017-09-30' },
    { id: 'm3', due: '2018-06-30' },
  ];
  expect(compareFields(before, after, 'milestones')).toEqual([
    { path: 'milestones.m2.due', before: '2017-12-31', after: '2018-03-31' },
    { path: 'milestones.m3', after: 'id: m3; due: 2018-06-30' },
    { path: 'milestones.order', before: 'm1, m2', after: 'm2, m1', words: expect.any(Array) },
  ]);
});

test('other lists are compared entry by entry, one that has come not moving the rest', () => {
  expect(compareFields({ options: ['Wait', 'Build it'] }, { options: ['Sell', 'Wait', 'Build it now'] })).toEqual([
    { path: 'options.1', after: 'Sell' },
    {
      path: 'options.3',
      before: 'Build it',
      after: 'Build it now',
      words: [
        { kind: 'same', text: 'Build it' },
        { kind: 'added', text: ' now' },
      ],
    },
  ]);
});

test('a record that has a title is called by it', () => {
  const milestone = (title: string, due: string) => [{ id: 'm1', title, baseline: { due } }];
  expect(compareFields(milestone('Design agreed', '2017-09-30'), milestone('Design agreed', '2017-10-31'))).toEqual([
    { path: 'm1.baseline.due', of: { path: 'm1', title: 'Design agreed' }, before: '2017-09-30', after: '2017-10-31' },
  ]);
});

test('a group or a list that has come is written as it is read, without what is empty', () => {
  const after = {
    id: 'm1',
    depends_on: ['a', 'b'],
    baseline: { due: '2017-09-30' },
    notes: [],
    path: [{ to: 1 }, { to: 2 }],
  };
  expect(compareFields([], [after])).toEqual([
    {
      path: 'm1',
      after: 'id: m1; depends_on: a, b; baseline: (due: 2017-09-30); path: (to: 1); (to: 2)',
    },
  ]);
});
