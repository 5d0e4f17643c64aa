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
 * Runs git in a folder. It asks nothing of anybody, and nothing that the user's own settings say changes its output.
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
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C', ...variables };
  const child = spawn('git', ['-C', folder, '-c', 'log.showSignature=false', '--no-pager', ...args], { env });
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
