import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Library } from '../../src/library/library.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import type { Source } from '../../src/source/source.ts';
import { tagged } from '../pdf/guests.ts';

/** Words that stand in the brief for the chair and nowhere else. */
export const onlyForTheChair = ['Quagmire', 'Zephyrine'] as const;

/** A word that stands in a paper of an item that is taken in private, and nowhere else. */
export const onlyForMembers = 'Ironmonger';

const planned = `---
start: "10:00"
end: "11:00"
place: Town hall
status: planned
apologies: [gardener]
items:
  - number: 1
    title: Minutes of the last meeting
    purpose: decision
    minutes: 5
    lead: chair
    view: last-minutes
    decision: Approve the minutes of the last meeting as a correct record.
  - number: 2
    title: The banks
    purpose: decision
    minutes: 40
    lead: gardener
    paper: 02-banks
    matter: banks
    decision: Choose a way to clear the banks.
  - number: "2a"
    title: The trees
    purpose: discussion
    minutes: 15
    lead: gardener
    paper: 02a-trees
    to_follow: { reason: The trees are still being counted., agreed_by: chair, due: 2017-10-16 }
  - number: 3
    title: The lamps
    purpose: information
    minutes: 10
    lead: engineer
    paper: 03-lamps
  - number: 4
    title: The tender
    purpose: discussion
    minutes: 5
    lead: engineer
    paper: 04-tender
    private:
      reason: It would show what others have offered.
      exemption: paragraph 3 of schedule 12A
      until: the contract is signed
---

Tea is served from half past nine.
`;

const brief = `---
items:
  - item: 2
    handling: Begin with the ${onlyForTheChair[0]}, which nobody will raise.
---

The ${onlyForTheChair[1]} may ask to speak.
`;

const paper = (reference: string, title: string, rest: string): string => `---
reference: ${reference}
title: ${title}
author: engineer
sponsor: engineer
purpose: information
summary: All of it in a few words.
${rest}---

It is as it is.
`;

const decisions = Array.from(
  { length: 40 },
  (_, index) => `  - number: ${index + 1}
    title: Matter ${index + 1} of a long evening, which has a title that does not end as soon as one would like it to end
    purpose: decision
    minutes: 1
    lead: clerk
    decision: >-
      Agree that matter ${index + 1} be settled as the paper of the last council proposes, with all its conditions, or
      say why not and what is to be done in its place, by whom and by when.
`,
);

const council = `---
start: "18:00"
end: "18:30"
place: Town hall
status: issued
issued: 2017-10-02
items:
${decisions.join('')}---
`;

const files: Readonly<Record<string, string>> = {
  'meetings/town-board/2017-10-18/agenda.md': planned,
  'meetings/town-board/2017-10-18/chair-brief.md': brief,
  'meetings/town-board/2017-10-18/02-banks.md': paper(
    'TB-2017-10-02',
    'The banks',
    'recommendations: [Clear the north bank first., Then the south bank.]\nsubmitted: 2017-09-30\n',
  ),
  'meetings/town-board/2017-10-18/03-lamps.md': paper(
    'TB-2017-10-03',
    'The lamps',
    'submitted: 2017-10-10\nlate: { reason: The wires were tested twice., agreed_by: chair, agreed: 2017-10-09 }\n' +
      'annexes: [{ file: lamps on Żuławy.svg, title: Where the lamps stand }, { file: lamps.csv, title: Each lamp }, ' +
      '{ file: lamps.docx, title: The letter }, { file: lamps.pdf, title: The survey }]\n',
  ),
  'meetings/town-board/2017-10-18/lamps on Żuławy.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><circle cx="15" cy="15" r="9"/></svg>\n',
  'meetings/town-board/2017-10-18/lamps.csv': 'lamp,street,hours\nOne,Mill Lane,4100\nTwo,"Mill Lane, north","3,900"\n',
  'meetings/town-board/2017-10-18/lamps.docx': 'PK',
  'meetings/town-board/2017-10-18/04-tender.md': paper(
    'TB-2017-10-04',
    'The tender',
    `submitted: 2017-09-30\nbackground_papers: [The offer of ${onlyForMembers}.]\n`,
  ),
  'meetings/full-council/2017-10-25/agenda.md': council,
  'matters/banks.md': `---
title: The banks
lead: gardener
raised: 2017-06-01
asks: Choose a way to clear the banks.
route: [town-board]
---
`,
};

/** A small town on a day in October: a meeting with everything that can be wanting, and one with far too much to decide. */
export async function town(): Promise<{ library: Library; source: Source; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'boardpack-town-'));
  await cp('test/cases/base/content', folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await writeFile(join(folder, 'meetings/town-board/2017-10-18/lamps.pdf'), await tagged());
  const { library, source } = await checkContent(folder, async () => '2017-10-11');
  return { library, source, remove: () => rm(folder, { recursive: true }) };
}
