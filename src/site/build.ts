import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boardpackSite } from './integration.ts';
import { namedAssets } from './named-assets.ts';
import type { SiteInput } from './site-input.ts';

export type { SiteInput } from './site-input.ts';

/** What building the site needs of the world. */
export interface SiteOptions {
  /** Absolute path of a folder that is new or empty. */
  readonly outDir: string;
  /** Bytes of a file of the content that is not a record. */
  readonly readAsset: (path: string) => Promise<Uint8Array>;
  /** Progress, a line at a time. */
  readonly log: (line: string) => void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Writes the site: every page, its styles and fonts, and the files that the content's texts link to.
 *
 * @throws when a page cannot be made; the folder is then incomplete
 */
export async function buildSite(input: SiteInput, options: SiteOptions): Promise<{ pages: number }> {
  const { outDir, readAsset, log } = options;
  let pages = 0;
  const integration = boardpackSite(input, (count) => {
    pages = count;
  });
  // Read by Astro when it is loaded, which is late, because commands that build no site should not wait for it.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  await build({ root, configFile: 'astro.config.mjs', outDir, integrations: [integration], logLevel: 'error' });
  const assets = namedAssets(input.library);
  for (const path of assets) {
    const file = join(outDir, 'files', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await readAsset(path));
  }
  log(`site: ${pages} pages, ${assets.length} files`);
  return { pages };
}
