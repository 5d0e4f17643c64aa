import { spawn } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeHistory, meeting } from './history.ts';

/** Where the demonstration goes, unless another folder is named: below the folder of what is kept, which git ignores. */
const usual = fileURLToPath(new URL('../../.boardpack/demonstration', import.meta.url));
const program = fileURLToPath(new URL('../../src/cli/boardpack.mjs', import.meta.url));

/** Runs the program as its users do, and says so. */
async function boardpack(root: string, args: readonly string[]): Promise<void> {
  console.log(`\n$ boardpack ${args.join(' ')}`);
  const child = spawn(process.execPath, [program, ...args, '--quiet'], { cwd: root, stdio: 'inherit' });
  const status = await new Promise((done) => child.once('close', done));
  if (status !== 0) throw new Error(`boardpack ${args[0]} ended with ${status}.`);
}

const [named] = process.argv.slice(2);
const root = resolve(named ?? usual);
if (named === undefined) await rm(root, { recursive: true, force: true });
else if ((await readdir(root).catch(() => [])).length > 0) throw new Error(`"${named}" is not empty.`);
await makeHistory(root, async ({ message, command }) => {
  console.log(`\nCommitted: ${message}`);
  await boardpack(root, command);
});
const release = (version: string): string => `pack/${meeting}/${version}`;
await boardpack(root, ['diff', release('v1'), release('v2')]);
await boardpack(root, ['verify']);
await boardpack(root, ['publish', 'published']);
console.log(`\nThe repository is in ${root}, and its site in ${join(root, 'published')}.`);
