import { join } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { countFaults, formats } from '../diagnostics/format.ts';
import { makePacks } from '../pack/make-packs.ts';
import type { PackFacts } from '../pack/pack-facts.ts';
import { figurePlaces } from '../registers/figures/sources.ts';
import { calledMeetings } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import { readProvenance } from '../release/provenance.ts';
import { buildSite } from '../site/build.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';
import { factsOf, withPackTools, writePacks } from './pack-files.ts';
import { createProgress } from './progress.ts';
import { replaceFolder } from './replace-folder.ts';

/** Options of `boardpack build`. */
export interface BuildOptions extends CommonOptions {
  readonly out: string;
  readonly audience: 'members' | 'public';
}

/**
 * `boardpack build`: the site and the pack of every meeting that has been called, or nothing at all when the content has
 * errors.
 */
export async function buildCommand(options: BuildOptions, effects: Effects): Promise<number> {
  const progress = createProgress(effects, options.quiet);
  progress.step('Reading and checking the content');
  const { source, library: whole, diagnostics } = await loadContent(options);
  if (hasErrors(diagnostics)) {
    progress.end();
    effects.out(formats[faultFormat(options)](diagnostics, options.content));
    return 1;
  }
  if (diagnostics.length > 0) progress.step(`${countFaults(diagnostics)}, which "boardpack check" shows`);
  const library = options.audience === 'public' ? forPublic(whole) : whole;
  const built = { pages: 0, packs: [] as PackFacts[] };
  await replaceFolder(options.out, async (folder) => {
    progress.step('Typesetting the packs');
    const meetings = calledMeetings(library);
    const packs = await withPackTools(library, source, progress, (tools) =>
      makePacks(library, meetings, tools, options.audience, ['standard', ...library.organisation.editions]),
    );
    built.packs = packs.map(factsOf);
    progress.step('Building the site');
    const { readAsset } = source;
    const provenance = await readProvenance(options.content, source.files, figurePlaces(library), options.at);
    const site = await buildSite(
      { library, packs: built.packs, provenance },
      { outDir: folder, readAsset, log: progress.within },
    );
    built.pages = site.pages;
    // After the site, because the site generator empties its folder first.
    await writePacks(join(folder, 'packs'), packs);
  });
  progress.end();
  const result = { out: options.out, ...built };
  effects.out(options.json ? `${JSON.stringify(result, null, 2)}\n` : summary(result));
  return 0;
}

function summary({ out, pages, packs }: { out: string; pages: number; packs: readonly PackFacts[] }): string {
  const lines = packs.map((pack) => `${out}/packs/${pack.file} ${pack.pages} pages\n`);
  return `${out}/index.html ${pages} pages\n${lines.join('')}`;
}
