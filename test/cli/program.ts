import { execFile } from 'node:child_process';
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
