import { main } from '../../src/cli/main.ts';

/** Runs the program with its output caught. */
export async function run(...args: string[]): Promise<{ status: number; out: string; log: string }> {
  const caught = { out: '', log: '' };
  const status = await main(args, {
    out: (text) => {
      caught.out += text;
    },
    log: (text) => {
      caught.log += text;
    },
    isTerminal: false,
  });
  return { status, ...caught };
}
