import { hasErrors } from '../diagnostics/diagnostic.ts';
import { countFaults, formats } from '../diagnostics/format.ts';
import type { PackFacts } from '../pack/pack-facts.ts';
import { counted } from '../registers/counted.ts';
import { readReleases } from '../release/releases.ts';
import { makeOffline } from '../site/offline/make-offline.ts';
import { type BuiltAll, buildAll } from './build-all.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent, requireOutside } from './options.ts';
import { createProgress } from './progress.ts';
import { replaceFolder } from './replace-folder.ts';

/** Options of `boardpack build`. */
export interface BuildOptions extends CommonOptions {
  /** Where it goes; by default `dist`, or `dist-offline` for the edition that opens from files. */
  readonly out?: string;
  readonly offline?: boolean;
  readonly audience: 'members' | 'public';
}

/**
 * `boardpack build`: the site and the pack of every meeting that has been called, or nothing at all when the content has
 * errors.
 */
export async function buildCommand(options: BuildOptions, effects: Effects): Promise<number> {
  const { offline = false, out = offline ? 'dist-offline' : 'dist' } = options;
  requireOutside(out, options.content);
  const progress = createProgress(effects, options.quiet);
  progress.step('Reading and checking the content');
  const { source, library, diagnostics, commit } = await loadContent(options);
  if (hasErrors(diagnostics)) {
    progress.end();
    effects.out(formats[faultFormat(options)](diagnostics, options.content));
    return 1;
  }
  if (diagnostics.length > 0) progress.step(`${countFaults(diagnostics)}, which "boardpack check" shows`);
  const releases = await readReleases(options.content, commit);
  let built: BuiltAll = { library, pages: 0, packs: [], issued: [], notes: [] };
  await replaceFolder(out, async (folder) => {
    built = await buildAll(folder, { ...options, source, library, commit, releases }, progress);
    if (!offline) return;
    progress.step('Making the site one that opens from files');
    await makeOffline(folder, built.library);
  });
  progress.end();
  for (const note of built.notes) effects.log(`${note}\n`);
  const result = { out, pages: built.pages, packs: built.packs };
  effects.out(options.json ? `${JSON.stringify(result, null, 2)}\n` : summary(result));
  return 0;
}

function summary({ out, pages, packs }: { out: string; pages: number; packs: readonly PackFacts[] }): string {
  const lines = packs.map((pack) => `${out}/packs/${pack.file} ${counted(pack.pages, 'page')}\n`);
  return `${out}/index.html ${counted(pages, 'page')}\n${lines.join('')}`;
}
