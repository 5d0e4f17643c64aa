import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import { counted } from '../registers/counted.ts';
import type { IssuedFile } from '../release/manifest.ts';
import { readReleases } from '../release/releases.ts';
import { commitToBranch } from '../source/branch.ts';
import { sha256 } from '../source/sha256.ts';
import { type BuildInput, buildAll } from './build-all.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';
import { createProgress, type Progress } from './progress.ts';
import { examinePublished, type Published, publishInto } from './publish-into.ts';
import { whileLocked } from './while-locked.ts';

/** Options of `boardpack publish`. */
export interface PublishOptions extends CommonOptions {
  readonly audience: 'members' | 'public';
  readonly branch?: string;
}

/**
 * `boardpack publish DIR`: builds the site and brings it into a folder, or a branch, that is served from: what was issued is
 * only ever added to, and all else replaced. Nothing is published from content with errors.
 */
export async function publishCommand(
  folder: string | undefined,
  options: PublishOptions,
  effects: Effects,
): Promise<number> {
  const { branch, content } = options;
  if ((folder === undefined) === (branch === undefined)) {
    throw new EnvironmentError('Name a folder to publish in, or a branch with --branch; one of the two.');
  }
  const progress = createProgress(effects, options.quiet);
  progress.step('Reading and checking the content');
  const { source, library, diagnostics } = await loadContent(options);
  if (hasErrors(diagnostics)) {
    progress.end();
    effects.out(formats[faultFormat(options)](diagnostics, content));
    return 1;
  }
  const releases = await readReleases(content);
  const input = { content, source, library, releases, audience: options.audience };
  const staging = await mkdtemp(join(tmpdir(), 'boardpack-publish-'));
  try {
    const target = folder === undefined ? join(staging, 'tree') : resolve(folder);
    let published: Published = { added: 0, kept: 0, ordinary: 0, removed: 0 };
    const work = async (): Promise<void> => {
      const done = await whileLocked(target, () => publishBuild(target, join(staging, 'built'), input, progress));
      published = done.published;
      for (const note of done.notes) effects.log(`${note}\n`);
    };
    let committed: boolean | undefined;
    if (branch === undefined) await work();
    else committed = await commitToBranch(content, branch, target, `Publish as at ${library.asAt}`, work);
    progress.end();
    const to = branch ?? folder ?? '';
    const facts = { to, ...published, ...(committed !== undefined && { committed }) };
    effects.out(options.json ? `${JSON.stringify(facts, null, 2)}\n` : summary(facts));
    return 0;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function publishBuild(
  target: string,
  built: string,
  input: Omit<BuildInput, 'elsewhere'>,
  progress: Progress,
): Promise<{ published: Published; notes: readonly string[] }> {
  const before = await examinePublished(target, input.audience);
  const elsewhere = async ({ path, sha256: digest }: IssuedFile): Promise<Uint8Array | null> => {
    if (before?.issued[path] !== digest) return null;
    const bytes = await readFile(join(target, path)).catch(() => null);
    return bytes !== null && sha256(bytes) === digest ? bytes : null;
  };
  const { issued, notes } = await buildAll(built, { ...input, elsewhere }, progress);
  progress.step('Publishing');
  return { published: await publishInto(target, built, issued, input.audience, before), notes };
}

function summary(facts: Published & { readonly to: string; readonly committed?: boolean }): string {
  const { to, added, kept, ordinary, removed, committed = true } = facts;
  if (!committed) return `${to}: nothing has changed, so nothing was committed\n`;
  return `${to}: ${counted(added, 'issued file')} added, ${counted(kept, 'issued file')} kept, ${counted(ordinary, 'other file')}, ${counted(removed, 'file')} taken away\n`;
}
