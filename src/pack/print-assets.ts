import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { readLink } from '../library/links.ts';
import type { Entry } from '../records/read-records.ts';
import type { Source } from '../source/source.ts';
import { annexPath } from '../views/annexes.ts';
import { brandSheet } from '../views/brand-sheet.ts';
import { paperSheet } from './paper.ts';
import type { Asset } from './typeset/part.ts';

/** The fonts of the print design, shipped with the project so that no machine's own are used. */
const fonts = [
  ['@fontsource/source-serif-4', ['400.css', '400-italic.css', '600.css', '700.css']],
  ['@fontsource/source-sans-3', ['400.css', '400-italic.css', '600.css', '700.css']],
] as const;

const sheets = ['tokens.css', 'content.css', 'print.css'] as const;

const pictureTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/** Everything that parts of packs may ask for: the print style, the fonts, and pictures, those that are annexes among them. */
export async function printAssets(library: Library, source: Pick<Source, 'readAsset'>): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  const css: string[] = [];
  const require = createRequire(import.meta.url);
  for (const [name, files] of fonts) {
    for (const file of files) {
      const sheet = await readFile(require.resolve(`${name}/${file}`), 'utf8');
      css.push(sheet.replaceAll('url(./files/', `url(/fonts/${name}/`));
      for (const [, font] of sheet.matchAll(/url\(\.\/files\/([\w.-]+\.woff2)\)/g)) {
        const bytes = await readFile(require.resolve(`${name}/files/${font}`));
        assets.set(`/fonts/${name}/${font}`, { type: 'font/woff2', bytes: new Uint8Array(bytes) });
      }
    }
  }
  for (const sheet of sheets) css.push(await readFile(new URL(`../styles/${sheet}`, import.meta.url), 'utf8'));
  css.push(brandSheet(library.organisation), paperSheet(library.organisation.paper));
  assets.set('/print.css', { type: 'text/css', bytes: new TextEncoder().encode(css.join('\n')) });
  const large = await readFile(new URL('../styles/large.css', import.meta.url));
  assets.set('/large.css', { type: 'text/css', bytes: new Uint8Array(large) });
  for (const path of pictures(library)) {
    const type = pictureTypes[posix.extname(path).toLowerCase()];
    if (type !== undefined) assets.set(addresses.asset(path), { type, bytes: await source.readAsset(path) });
  }
  return assets;
}

/** The pictures that the bodies of agendas, papers, minutes, reports and briefs show, and those that are annexes. */
function pictures(library: Library): Set<string> {
  const entries: Pick<Entry, 'file' | 'body'>[] = [
    ...Object.values(library.meetings),
    ...Object.values(library.briefs),
    ...Object.values(library.papers),
    ...Object.values(library.minutes),
    ...Object.values(library.reports),
  ];
  const found = entries.flatMap(({ file, body }) =>
    (body?.targets ?? []).flatMap((target) => {
      const link = readLink(file, target.href);
      return target.kind === 'image' && link.kind === 'file' ? [link.file] : [];
    }),
  );
  const annexes = Object.values(library.papers).flatMap((paper) =>
    paper.data.annexes.flatMap(({ file }) => {
      const path = annexPath(paper, file);
      return posix.extname(path).toLowerCase() in pictureTypes ? path : [];
    }),
  );
  return new Set([...found, ...annexes]);
}
