import type { Library } from '../../src/library/library.ts';
import { makeLibrary } from '../../src/library/library.ts';
import { readRecords } from '../../src/records/read-records.ts';
import { readWorkTree } from '../../src/source/work-tree.ts';

/** Names that hold whatever a calendar or a feed has to escape, and a line of far more than 75 octets. */
export const odd = {
  board: 'Brücken, Flüsse; "Türme" & <Plätze> \\ ]]> &amp; 🎉',
  title: `Die Brücke, ihr Geländer; & <b>"alles"</b> \\n 👩‍🚒 ${'Überführungsbauwerksübersicht '.repeat(6).trim()}`,
  decision: 'Gebaut wird, was da ist; „& mehr“ <hr> ]]> \\, 🎉.',
  place: 'Rathaus; Saal 1, 2. Stock',
} as const;

const agenda = `---
start: "10:00"
end: "12:30"
place: ${JSON.stringify(odd.place)}
status: held
issued: 2018-03-13
items:
  - { number: 1, title: ${JSON.stringify(odd.title)}, purpose: decision, minutes: 20, decision: Agree it. }
  - number: 2
    title: The price
    purpose: decision
    minutes: 20
    decision: Pay the hushed price.
    private: { reason: it names a bidder, exemption: "schedule 12A, paragraph 3", until: the contract is let }
---
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

::: decision TB-2018-D01
item: 1
outcome: approved
reasons: "Weil *es* so ist\\x01; \\u2028 ganz, ganz sicher."

**${odd.decision.replaceAll('\\', '\\\\').replace('<hr>', '&lt;hr&gt;').replace('& mehr', '&amp; mehr')}** See [the bridge](agenda.md).
:::

::: action TB-2018-A01
item: 1
owner: engineer
due: 2018-12-01

Build *it*, and
paint it; then rest.
:::

## 2 The price

(Agenda item 2)

::: decision TB-2018-D02
item: 2
outcome: approved
reasons: A hushed reason.

**Resolved –** That the hushed price be paid.
:::

::: action TB-2018-A02
item: 2
owner: engineer
due: 2018-12-01

Pay the hushed price.
:::
`;

/** A council whose names are hard to write, with a meeting on each side of a change of the clocks. */
export async function oddLibrary(organisation = ''): Promise<Library> {
  const { source } = await readWorkTree('test/cases/base/content');
  const changed = source.files.map((file) => {
    if (file.path === 'organisation.yml') return { ...file, text: `${file.text}${organisation}` };
    if (file.path !== 'boards/town-board.md') return file;
    return { ...file, text: file.text.replace('name: Town Board', `name: ${JSON.stringify(odd.board)}`) };
  });
  const planned = '---\nstart: "10:00"\nend: "12:00"\nplace: Town hall\nstatus: planned\n---\n';
  const cancelled = planned.replace(
    'planned\n',
    'cancelled\ncancelled:\n  on: 2017-09-01\n  reason: The hall, alas; burnt down.\n',
  );
  const { records, diagnostics } = readRecords([
    ...changed,
    { path: 'meetings/town-board/2018-03-20/agenda.md', text: agenda },
    { path: 'meetings/town-board/2018-03-20/minutes.md', text: minutes },
    { path: 'meetings/town-board/2018-03-27/agenda.md', text: planned },
    { path: 'meetings/town-board/2018-04-03/agenda.md', text: cancelled },
  ]);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return makeLibrary(records, [], '2018-03-21').library;
}

/** The time on the clocks of a zone, as `2018-03-20 10:00`. */
export function clockIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}
