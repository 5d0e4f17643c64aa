import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Git in a folder, by one author on one day, whatever the settings of the machine: the same commits have the same hashes.
 *
 * @param day `YYYY-MM-DD`
 */
export function gitOf(folder: string, day = '2017-09-01'): { git: (...args: string[]) => Promise<string> } {
  const date = `${day}T12:00:00Z`;
  const who = { NAME: 'Office', EMAIL: 'office@example.org', DATE: date };
  const identity = Object.entries(who).flatMap(([name, value]) => [
    [`GIT_AUTHOR_${name}`, value],
    [`GIT_COMMITTER_${name}`, value],
  ]);
  const env = {
    ...process.env,
    ...Object.fromEntries(identity),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', args, { cwd: folder, env, maxBuffer: 64 << 20 })).stdout;
  return { git };
}
