import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Organisation } from '../library/library.ts';
import { sha256 } from '../source/sha256.ts';
import { brandSheet } from '../views/brand-sheet.ts';
import { sharedPath } from './issued-paths.ts';

/** A file of the site. */
export interface SiteFile {
  /** Its address without the first slash, e.g. `packs/pib-2017-09-20-v1.pdf`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The style of the pages of issued versions. */
export interface VersionStyle {
  /** Address of the style sheet. */
  readonly href: string;
  /** The style sheet and its fonts. */
  readonly files: readonly SiteFile[];
}

const sheets = ['fonts.css', 'tokens.css', 'content.css', 'frame.css', 'parts.css', 'page-print.css'] as const;

/**
 * Reads the style of the site, in the organisation's colours, as files of its own, which stay as they are when that of later
 * versions is another.
 */
export async function readVersionStyle(organisation: Organisation): Promise<VersionStyle> {
  const require = createRequire(import.meta.url);
  const texts = sheets.map((sheet) => readFile(new URL(`../styles/${sheet}`, import.meta.url), 'utf8'));
  let css = [...(await Promise.all(texts)), brandSheet(organisation)].join('\n');
  const files: SiteFile[] = [];
  for (const [written, font = ''] of css.matchAll(/url\("(@fontsource\/[^"]+\.woff2)"\)/g)) {
    const bytes = new Uint8Array(await readFile(require.resolve(font)));
    const path = sharedPath(sha256(bytes), basename(font));
    files.push({ path, bytes });
    css = css.replaceAll(written, `url("/${path}")`);
  }
  const bytes = new TextEncoder().encode(css);
  const path = sharedPath(sha256(bytes), 'version.css');
  return { href: `/${path}`, files: [...files, { path, bytes }] };
}
