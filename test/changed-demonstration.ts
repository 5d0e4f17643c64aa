import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { Library } from '../src/library/library.ts';
import { checkContent } from '../src/rules/check-content.ts';

/** One change to a file: some words of it, which must stand there, for others. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The demonstration with a few changes, read and checked as of its own day, or another. */
export async function changedDemonstration(
  changes: readonly Change[],
  day?: string,
): Promise<{ library: Library; diagnostics: readonly Diagnostic[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'boardpack-changed-'));
  try {
    await cp('content', folder, { recursive: true });
    for (const { file, from, to } of changes) {
      const text = await readFile(join(folder, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold "${from}".`);
      await writeFile(join(folder, file), text.replace(from, to));
    }
    return await checkContent(folder, async (declared) => day ?? declared ?? '');
  } finally {
    await rm(folder, { recursive: true });
  }
}
