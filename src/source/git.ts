import { spawn } from 'node:child_process';
import { EnvironmentError } from '../diagnostics/environment-error.ts';

/** Git was run and refused; `message` is what it said. */
export class GitError extends Error {
  override name = 'GitError';

  /** What it said, as a part of a sentence. */
  get said(): string {
    return this.message
      .replace(/^(fatal|error): /gm, '')
      .replace(/\s*\n\s*/g, '; ')
      .replace(/\.$/, '');
  }
}

/**
 * Variables that tie git to a repository or an index of their own, as a hook finds them set ("git rev-parse --local-env-vars").
 * Those that carry settings are left: they may say which folders are safe, and who signs.
 */
const localVariables: ReadonlySet<string> = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_CONFIG',
  'GIT_OBJECT_DIRECTORY',
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_GRAFT_FILE',
  'GIT_INDEX_FILE',
  'GIT_REPLACE_REF_BASE',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_COMMON_DIR',
  'GIT_INTERNAL_SUPER_PREFIX',
]);

/** Settings that would leave something out of a history, or put it in another order. */
const settings = ['log.showSignature=false', 'log.showRoot=true', 'log.follow=false', 'diff.orderFile=/dev/null'];

/**
 * Runs git in a folder, on the repository that the folder is in. It asks nothing of anybody, and nothing that the user's own
 * settings say changes its output.
 *
 * @param input what it reads from its standard input
 * @param variables of the environment, besides those of this program
 * @returns what it wrote to its standard output
 * @throws {GitError} when it ends with another status than 0
 * @throws {EnvironmentError} when there is no git
 */
export async function git(
  folder: string,
  args: readonly string[],
  input = '',
  variables: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const outer = Object.fromEntries(Object.entries(process.env).filter(([name]) => !localVariables.has(name)));
  const own = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_REPLACE_OBJECTS: '1', LC_ALL: 'C' };
  const env = { ...outer, ...own, ...variables };
  const given = settings.flatMap((setting) => ['-c', setting]);
  const child = spawn('git', ['-C', folder, ...given, '--no-pager', ...args], { env });
  const out: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => complaints.push(piece));
  // Git may end before it has read all; its status tells.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', () => reject(new EnvironmentError('Git is not installed, or cannot be started.')));
    child.once('close', resolve);
  });
  if (status !== 0) throw new GitError(Buffer.concat(complaints).toString('utf8').trim());
  return Buffer.concat(out);
}
