import { execFile, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** What the program did. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly log: string;
}

/** Runs `boardpack` as a program of its own in a folder, as its users do. */
export function program(cwd: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  const words = [resolve('src/cli/boardpack.mjs'), ...args];
  return new Promise((done) => {
    execFile(process.execPath, words, { cwd, env: { ...process.env, ...environment } }, (error, out, log) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, out, log });
    });
  });
}

/** Runs it, and kills it when its log has come to some words. */
export async function killedWhen(words: RegExp, cwd: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [resolve('src/cli/boardpack.mjs'), ...args], { cwd });
  let log = '';
  child.stderr.on('data', (piece: Buffer) => {
    log += piece.toString();
    if (words.test(log)) child.kill('SIGKILL');
  });
  const signal = await new Promise((done) => child.once('exit', (_status, by) => done(by)));
  if (signal !== 'SIGKILL') throw new Error(`It ended before it came to ${words}: ${log}`);
}
