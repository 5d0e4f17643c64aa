import { beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { makeLibrary } from '../../src/library/library.ts';
import { find } from '../../src/library/shelf.ts';
import { readRecords } from '../../src/records/read-records.ts';
import { forPublic } from '../../src/registers/public.ts';
import { readWorkTree } from '../../src/source/work-tree.ts';

const agenda = `---
start: "10:00"
end: "12:00"
place: Town hall
status: held
items:
  - { number: 1, title: The bridge, purpose: decision, minutes: 20, decision: Agree the bridge. }
  - number: 2
    title: The price
    purpose: decision
    minutes: 20
    lead: engineer
    paper: 02-price
    decision: Pay the secret price.
    private: { reason: it names a bidder, exemption: "schedule 12A, paragraph 3", until: the contract is let }
  - { number: 3, title: Actions, purpose: assurance, minutes: 20, view: action-log }
---
`;

const paper = `---
reference: TB-2018-02
title: A secret paper
author: engineer
sponsor: engineer
purpose: information
summary: Secret.
---

Secret.
`;

const minutes = `---
status: draft
chair: chair
present: [chair, engineer]
carried_forward: [TB-2018-A01, TB-2018-A02]
summaries:
  - { item: 2, summary: A price was agreed. }
---

## 1 The bridge

(Agenda item 1)

1.1 It was looked at.

::: action TB-2018-A01
item: 1
owner: engineer
due: 2018-12-01
decision: TB-2018-D01

Build the bridge.
:::

## 2 The price

(Agenda item 2)

2.1 A secret sum.

::: decision TB-2018-D01
item: 2
outcome: approved
reasons: A secret reason.

**Resolved –** That the secret price be paid.
:::

::: action TB-2018-A02
item: 2
owner: engineer
due: 2018-12-01

Pay the secret price.
:::

## 3 Actions

(Agenda item 3)

::: update TB-2018-A02
status: open

The secret price is not paid yet.
:::

3.1 There was nothing else.
`;

let library: Library;

async function withMinutes(text: string): Promise<Library> {
  const { source } = await readWorkTree('test/cases/base/content');
  const files = [
    ...source.files,
    { path: 'meetings/town-board/2018-01-10/agenda.md', text: agenda },
    { path: 'meetings/town-board/2018-01-10/02-price.md', text: paper },
    { path: 'meetings/town-board/2018-01-10/minutes.md', text },
  ];
  const { records, diagnostics } = readRecords(files);
  expect(diagnostics).toEqual([]);
  return forPublic(makeLibrary(records, [], '2018-02-01').library);
}

beforeAll(async () => {
  library = await withMinutes(minutes);
});

describe('what the public may have', () => {
  test('no byte of a private item, be it paper, minute, decision, action or update', () => {
    expect(JSON.stringify(library)).not.toMatch(/secret/i);
    expect(find(library.decisions, 'TB-2018-D01')).toBeUndefined();
    expect(find(library.actions, 'TB-2018-A02')).toBeUndefined();
  });

  test('the item, why it is withheld, from whom, until when, and the summary', () => {
    const text = find(library.minutes, 'town-board/2018-01-10')?.body?.text ?? '';
    expect(text).toContain(
      'Taken in private: it names a bidder (schedule 12A, paragraph 3). Withheld from the public until the contract is let.',
    );
    expect(text).toContain('A price was agreed.');
    expect(text).toContain('## 2 The price');
  });

  test('everything else as it was, without a thread that leads to what is withheld', () => {
    const { text } = find(library.minutes, 'town-board/2018-01-10')?.body ?? { text: '' };
    expect(text).toContain('1.1 It was looked at.');
    expect(text).toContain('3.1 There was nothing else.');
    expect(find(library.actions, 'TB-2018-A01')?.data.decision).toBeUndefined();
    expect(find(library.minutes, 'town-board/2018-01-10')?.data.carried_forward).toEqual(['TB-2018-A01']);
  });
});

test('minutes that do not say which part is of the private item are withheld as a whole', async () => {
  const unsaid = await withMinutes(minutes.replace('(Agenda item 2)\n', ''));
  expect(JSON.stringify(unsaid)).not.toMatch(/secret/i);
  expect(find(unsaid.minutes, 'town-board/2018-01-10')?.body?.text).toContain('A price was agreed.');
});
