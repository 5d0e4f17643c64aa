import { html } from '@remix-run/html-template';
import { factList } from '../views/facts.ts';
import { issueFacts, shownParts } from './issued-parts.ts';
import { packPath } from './issued-paths.ts';
import type { ReleaseManifest } from './manifest.ts';
import { type VersionFrame, versionPage, versionWords } from './version-page.ts';

/**
 * The page of an issued version whose files are not at hand and cannot be made again by this program: what its tag says of it.
 */
export function manifestPage(frame: VersionFrame, manifest: ReleaseManifest, reason: string, audience: string): string {
  const packs = manifest.packs.filter((pack) => pack.audience === audience);
  const standard = packs.find(({ edition }) => edition === 'standard');
  return versionPage(frame, {
    title: `${frame.view.board.data.name}, ${versionWords(frame.version).toLowerCase()}`,
    content: html`<p class="lead">Its files are not to be had where this site was built: ${reason}. This is what its tag says of it.</p>
${factList([
  ...issueFacts(manifest),
  ...packs.map(({ file }) => [file, html`SHA-256 <code>${digestOf(manifest, file)}</code>`] as const),
])}
<section aria-labelledby="contents"><h2 id="contents">Contents</h2>${shownParts(standard)}</section>`,
  });
}

function digestOf({ files }: ReleaseManifest, file: string): string {
  return files.find(({ path }) => path === packPath(file))?.sha256 ?? '';
}
