import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The meeting whose pack the demonstration issues, issues again, and adds to. */
export const meeting = 'oversight-board/2018-01-25';
const folder = `content/meetings/${meeting}`;
/** The paper that is changed after it was issued. */
export const changedPaper = `meetings/${meeting}/05-third-quarter.md`;
/** The report whose forecast of a milestone is changed. */
export const changedReport = 'initiatives/strengthening-local-policing/reports/2017-18-q3.md';

const toFollow = `    to_follow:
      reason: The figures of one borough are still being counted.
      agreed_by: ob-chair
      due: 2018-01-22
`;
const rows = [
  '| ForSITE in use | Q3 | January 2018 |\n',
  '| Every ward officer trained | Q3 | February 2018 |\n',
] as const;

/** A step of the demonstration: what is done to the content, and the command that issues it. */
export interface Step {
  /** What is committed, as the message of the commit. */
  readonly message: string;
  readonly date: string;
  readonly change: (root: string) => Promise<void>;
  /** Words after `boardpack`. */
  readonly command: readonly string[];
}

/** The life of one pack: issued with a paper to follow, added to when that came, and issued again with corrections. */
export const steps: readonly Step[] = [
  {
    message: 'Issue the agenda, with one paper to follow',
    date: '2018-01-17T12:00:00+00:00',
    change: async (root) => {
      await replaceIn(root, `${folder}/agenda.md`, [
        [
          '    lead: mb-chair\n    matter: bcu-roll-out\n',
          `    lead: mb-chair\n    paper: 06-evidence\n${toFollow}    matter: bcu-roll-out\n`,
        ],
      ]);
    },
    command: ['release', meeting],
  },
  {
    message: 'Hand in the paper that was to follow',
    date: '2018-01-22T12:00:00+00:00',
    change: async (root) => {
      await replaceIn(root, 'content/organisation.yml', [['as_at: 2018-01-17', 'as_at: 2018-01-22']]);
      await replaceIn(root, `${folder}/agenda.md`, [[toFollow, '']]);
      await writeFile(join(root, folder, '06-evidence.md'), latePaper);
    },
    command: ['release', meeting, '--supplement'],
  },
  {
    message: 'Correct three words, a date and the order of two rows',
    date: '2018-01-23T12:00:00+00:00',
    change: async (root) => {
      await replaceIn(root, `content/${changedPaper}`, [
        ['Figures for the winter', 'Counts for the winter'],
        ['All five councils', 'All six councils'],
        ['to close that gap', 'to narrow that gap'],
        [`${rows[0]}${rows[1]}`, `${rows[1]}${rows[0]}`],
      ]);
      await replaceIn(root, `content/${changedReport}`, [['forecast: 2018-02-23', 'forecast: 2018-02-28']]);
    },
    command: ['release', meeting],
  },
];

const latePaper = `---
reference: OB-2018-01-06
title: Basic Command Units, how far the evidence has come
author: head-sg
sponsor: mb-chair
purpose: information
summary: What the boroughs have sent so far, and what is still to come before the decision of 5 March.
implications:
  financial: None from this paper.
  risk: Evidence that comes after the papers have gone out cannot be weighed.
submitted: 2018-01-22
late:
  reason: The figures of one borough were counted a second time.
  agreed_by: ob-chair
  agreed: 2018-01-17
---

Illustrative: this paper was made up for the demonstration.

## What has come

Four of five boroughs have sent what was asked of them. The fifth is expected before the end of the month.
`;

/**
 * Makes a repository with the demonstration’s content, and takes it through the steps.
 *
 * @param root an empty folder
 * @param run runs `boardpack` with some words in that folder
 */
export async function makeHistory(root: string, run: (step: Step) => Promise<void>): Promise<void> {
  await mkdir(root, { recursive: true });
  const content = fileURLToPath(new URL('../../content', import.meta.url));
  await cp(content, join(root, 'content'), { recursive: true });
  // It names a commit of this project, which is none of the new repository.
  const organisation = await readFile(join(root, 'content/organisation.yml'), 'utf8');
  const ownHistory = organisation.replace(/^(?: *#.*\n)* *history_from:.*\n/m, '');
  await writeFile(join(root, 'content/organisation.yml'), ownHistory);
  await writeFile(join(root, '.gitignore'), '.boardpack/\ndist/\npublished/\n');
  await git(root, ['init', '--quiet', '--initial-branch', 'main']);
  await git(root, ['config', 'user.name', 'Reporting office']);
  await git(root, ['config', 'user.email', 'office@example.org']);
  for (const step of steps) {
    await step.change(root);
    await commitAll(root, step.message, step.date);
    await run(step);
  }
}

/** Commits all that stands in the folder of a repository, on a day that is the same wherever it is made. */
export async function commitAll(root: string, message: string, date: string): Promise<void> {
  await git(root, ['add', '--all']);
  await git(root, ['commit', '--quiet', '--message', message], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
}

/** Runs git, and gives what it said. */
export async function git(root: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)('git', [...args], { cwd: root, env: { ...process.env, ...env } });
  return stdout.trim();
}

/** Replaces texts in a file, each of which must be there once. */
export async function replaceIn(
  root: string,
  path: string,
  pairs: readonly (readonly [before: string, after: string])[],
): Promise<void> {
  let text = await readFile(join(root, path), 'utf8');
  for (const [before, after] of pairs) {
    if (text.split(before).length !== 2) throw new Error(`"${before}" is not in ${path} once.`);
    text = text.replace(before, after);
  }
  await writeFile(join(root, path), text);
}
