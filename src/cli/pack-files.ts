import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import type { Library } from '../library/library.ts';
import { type Browser, openBrowser } from '../pack/browser/session.ts';
import { manifestText } from '../pack/manifest.ts';
import type { PackFacts } from '../pack/pack-facts.ts';
import type { Pack, PackTools } from '../pack/parts.ts';
import { printAssets } from '../pack/print-assets.ts';
import { folderCache } from '../pack/typeset/cache.ts';
import type { Source } from '../source/source.ts';
import type { Progress } from './progress.ts';
import { generator } from './version.ts';

/** Where parts that have been typeset are kept from one run to the next, under the folder the command is run in. */
export const cacheFolder = '.boardpack/parts';

/** Gives what packs are made with from some content. */
export type ToolsFor = (library: Library, source: Pick<Source, 'readAsset'>, commit?: string) => Promise<PackTools>;

/**
 * Lends what packs are made with, and closes the browser afterwards where one had to be opened.
 *
 * @param cache where parts are kept that have been typeset, and found again
 */
export async function withPackTools<Result>(
  progress: Progress,
  work: (toolsFor: ToolsFor) => Promise<Result>,
  cache = folderCache(cacheFolder),
): Promise<Result> {
  const opened: Promise<Browser>[] = [];
  const browser = (): Promise<Browser> => {
    const starting = opened[0] ?? openBrowser();
    opened[0] = starting;
    return starting;
  };
  const typeset: PackTools['typeset'] = {
    browser,
    cache,
    onProgress: (done, total, id) => progress.within(`(${done} of ${total}: ${id})`),
  };
  try {
    return await work(async (library, source, commit) => ({
      assets: await printAssets(library, source),
      readAsset: source.readAsset,
      typeset,
      generator,
      ...(commit !== undefined && { commit }),
    }));
  } finally {
    await (await opened[0]?.catch(() => undefined))?.close();
  }
}

/**
 * Writes each pack with its manifest beside it, which says besides what the pack's own copy cannot: the pack's digest.
 *
 * @throws {EnvironmentError} where the folder cannot be written to
 */
export async function writePacks(folder: string, packs: readonly Pack[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const pack of packs) {
      await writeFile(join(folder, `${pack.plan.name}.pdf`), pack.pdf);
      await writeFile(join(folder, `${pack.plan.name}.json`), manifestText(pack));
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new EnvironmentError(`"${folder}" cannot be written to: ${error.message}.`);
  }
}

/** What is told of a pack that has been written. */
export function factsOf({ plan, pdf, pages, manifest, placed }: Pack): PackFacts {
  const { version, edition, marking, name, view } = plan;
  const parts = manifest.parts.map(({ id, reference, title, from, to, words, series }) => {
    const own = edition === 'standard' ? placed.get(id) : undefined;
    return { id, reference, title, from, to, words, ...(series && { series }), ...(own && { pages: own }) };
  });
  return { meeting: view.id, file: `${name}.pdf`, pages, bytes: pdf.length, version, edition, marking, parts };
}
