import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { countFaults, formats } from '../diagnostics/format.ts';
import type { Library } from '../library/library.ts';
import { type Browser, openBrowser } from '../pack/browser/session.ts';
import { makePacks, type Pack } from '../pack/make-packs.ts';
import { sha256 } from '../pack/manifest.ts';
import type { PackFacts } from '../pack/pack-facts.ts';
import { printAssets } from '../pack/print-assets.ts';
import { folderCache } from '../pack/typeset/cache.ts';
import { meetingList } from '../registers/meetings.ts';
import { buildSite } from '../site/build.ts';
import type { Source } from '../source/source.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';
import { createProgress, type Progress } from './progress.ts';
import { replaceFolder } from './replace-folder.ts';
import { version } from './version.ts';

/** Options of `boardpack build`. */
export interface BuildOptions extends CommonOptions {
  readonly out: string;
}

/** Where parts that have been typeset are kept from one build to the next, under the folder the command is run in. */
const cacheFolder = '.boardpack/parts';

/** `boardpack build`: the site and the pack of every meeting, or nothing at all when the content has errors. */
export async function buildCommand(options: BuildOptions, effects: Effects): Promise<number> {
  const progress = createProgress(effects, options.quiet);
  progress.step('Reading and checking the content');
  const { source, library, diagnostics } = await loadContent(options);
  if (hasErrors(diagnostics)) {
    progress.end();
    effects.out(formats[faultFormat(options)](diagnostics, options.content));
    return 1;
  }
  if (diagnostics.length > 0) progress.step(`${countFaults(diagnostics)}, which "boardpack check" shows`);
  const built = { pages: 0, packs: [] as PackFacts[] };
  await replaceFolder(options.out, async (folder) => {
    const packs = await typesetPacks(library, source, progress);
    built.packs = packs.map(factsOf);
    progress.step('Building the site');
    const { readAsset } = source;
    const site = await buildSite({ library, packs: built.packs }, { outDir: folder, readAsset, log: progress.within });
    built.pages = site.pages;
    // After the site, because the site generator empties its folder first.
    await writePacks(join(folder, 'packs'), packs);
  });
  progress.end();
  const result = { out: options.out, ...built };
  effects.out(options.json ? `${JSON.stringify(result, null, 2)}\n` : summary(result));
  return 0;
}

async function typesetPacks(library: Library, source: Source, progress: Progress): Promise<Pack[]> {
  progress.step('Typesetting the packs');
  const meetings = meetingList(library).filter(({ meeting }) => meeting.data.status !== 'cancelled');
  const opened: Promise<Browser>[] = [];
  const browser = (): Promise<Browser> => {
    const starting = opened[0] ?? openBrowser();
    opened[0] = starting;
    return starting;
  };
  try {
    return await makePacks(library, meetings, {
      assets: await printAssets(library, source),
      typeset: {
        browser,
        cache: folderCache(cacheFolder),
        onProgress: (done, total, id) => progress.within(`(${done} of ${total}: ${id})`),
      },
      generator: `boardpack ${version}`,
    });
  } finally {
    await (await opened[0]?.catch(() => undefined))?.close();
  }
}

/** Each pack with its manifest beside it, which says besides what the pack's own copy cannot: the pack's digest. */
async function writePacks(folder: string, packs: readonly Pack[]): Promise<void> {
  await mkdir(folder);
  for (const { plan, pdf, manifest } of packs) {
    const beside = { ...manifest, file: `${plan.name}.pdf`, bytes: pdf.length, sha256: sha256(pdf) };
    await writeFile(join(folder, `${plan.name}.pdf`), pdf);
    await writeFile(join(folder, `${plan.name}.json`), `${JSON.stringify(beside, null, 2)}\n`);
  }
}

function factsOf({ plan, pdf, pages }: Pack): PackFacts {
  const { version, marking, name, view } = plan;
  return { meeting: view.id, file: `${name}.pdf`, pages, bytes: pdf.length, version, marking };
}

function summary({ out, pages, packs }: { out: string; pages: number; packs: readonly PackFacts[] }): string {
  const lines = packs.map((pack) => `${out}/packs/${pack.file} ${pack.pages} pages\n`);
  return `${out}/index.html ${pages} pages\n${lines.join('')}`;
}
