import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkContent } from '../../src/rules/check-content.ts';
import { gitOf } from '../git.ts';

/** The clean base of the cases in a repository of its own, committed, to be changed and checked. */
export interface Town {
  readonly root: string;
  readonly content: string;
  /** Puts some words of a file, which must stand there once, in place of others. */
  readonly edit: (file: string, from: string, to: string) => Promise<void>;
  /** Writes a file anew. */
  readonly write: (file: string, text: string) => Promise<void>;
  readonly read: (file: string) => Promise<string>;
  readonly remove: (file: string) => Promise<void>;
  readonly move: (from: string, to: string) => Promise<void>;
  /** @returns the hash of the commit as it is quoted */
  readonly commit: () => Promise<string>;
  readonly git: (...args: string[]) => Promise<string>;
  /** What the two rules on history find, as `file:line message`. */
  readonly found: () => Promise<string[]>;
}

/** Makes such a repository in a folder. */
export async function foundTown(root: string): Promise<Town> {
  const content = join(root, 'content');
  await cp('test/cases/base/content', content, { recursive: true });
  const { git } = gitOf(root);
  const read = (file: string): Promise<string> => readFile(join(content, file), 'utf8');
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(content, file)), { recursive: true });
    await writeFile(join(content, file), text);
  };
  const commit = async (): Promise<string> => {
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'x');
    return (await git('rev-parse', 'HEAD')).slice(0, 10);
  };
  await git('init', '--quiet', '--initial-branch', 'main');
  await commit();
  return {
    root,
    content,
    read,
    write,
    commit,
    git,
    edit: async (file, from, to) => {
      const text = await read(file);
      if (text.split(from).length !== 2) throw new Error(`${file} does not hold "${from}" once.`);
      await write(file, text.replace(from, to));
    },
    remove: (file) => rm(join(content, file), { recursive: true }),
    move: (from, to) => rename(join(content, from), join(content, to)),
    found: async () => {
      const { diagnostics } = await checkContent(content, async (declared = '') => declared);
      return diagnostics
        .filter(({ rule }) => rule.endsWith('-history'))
        .map(({ file, line, severity, message }) => `${file}:${line} ${severity} ${message}`);
    },
  };
}
