import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFiles } from '../data/files.ts';
import { feedFiles } from '../feeds/files.ts';
import { namedAssets } from '../library/named-assets.ts';
import { boardpackSite } from './integration.ts';
import { versionsFile } from './issued.ts';
import { isStandard } from './packs.ts';
import { searchIndex } from './search/pagefind.ts';
import { searchRecords } from './search/records.ts';
import type { SiteInput } from './site-input.ts';

export type { SiteInput } from './site-input.ts';

/** What building the site needs of the world. */
export interface SiteOptions {
  /** Absolute path of a folder; what else stands in it already is left there. */
  readonly outDir: string;
  /** Bytes of a file of the content that is not a record. */
  readonly readAsset: (path: string) => Promise<Uint8Array>;
  /** Progress, a line at a time. */
  readonly log: (line: string) => void;
}

/** The folder of this package. */
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Writes the site: every page, its styles and fonts, the files that the content's texts link to, open data, feeds
 * the
 * index of its search, and the worker that keeps meetings on a reader's device.
 *
 * @throws when a page cannot be made; the folder is then incomplete
 */
export async function buildSite(input: SiteInput, options: SiteOptions): Promise<{ pages: number }> {
  const { outDir, readAsset, log } = options;
  let pages = 0;
  const integration = boardpackSite(input, (count) => {
    pages = count;
  });
  await inPackage(async (folder) => {
    // Read by Astro when it is loaded, which is late, because commands that build no site should not wait for it.
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const { build } = await import('astro');
    const integrations = [integration];
    await build({ root, configFile: 'astro.config.mjs', outDir: folder, integrations, logLevel: 'error' });
    await cp(folder, outDir, { recursive: true });
  });
  const assets = namedAssets(input.library);
  for (const path of assets) {
    const file = join(outDir, 'files', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await readAsset(path));
  }
  const data = dataFiles(input.library);
  await mkdir(join(outDir, 'data'), { recursive: true });
  for (const [name, text] of data) await writeFile(join(outDir, 'data', name), text);
  await mkdir(join(outDir, 'feeds'), { recursive: true });
  for (const [address, text] of feedFiles(input.library, input.packs.filter(isStandard)))
    await writeFile(join(outDir, address), text);
  for (const [meeting, versions] of Map.groupBy(input.versions, (one) => one.meeting)) {
    const folder = join(outDir, 'meetings', meeting);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'versions.json'), versionsFile(versions));
  }
  const { language } = input.library.organisation;
  for (const { path, content } of await searchIndex(searchRecords(input.library), language)) {
    const file = join(outDir, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await writeFile(join(outDir, 'sw.js'), await workerScript());
  log(`site: ${pages} pages, ${assets.length} files`);
  return { pages };
}

/** The worker that answers from what a reader keeps on the device. It stands at the root, as it may answer for what is below it. */
async function workerScript(): Promise<string> {
  const { classicScript } = await import('./classic-script.ts');
  return await classicScript(join(root, 'src/scripts/worker.ts'));
}

/**
 * Does some work in a new folder of the package, as if the program had been started there: Astro writes the modules that
 * make the pages below the folder it is started in, and they find their dependencies from where they stand.
 */
async function inPackage(work: (folder: string) => Promise<void>): Promise<void> {
  const kept = join(root, '.boardpack');
  await mkdir(kept, { recursive: true });
  const folder = await mkdtemp(join(kept, 'site-'));
  const before = process.cwd();
  try {
    process.chdir(root);
    await work(folder);
  } finally {
    process.chdir(before);
    await rm(folder, { recursive: true, force: true });
  }
}
