import type { Library } from '../library/library.ts';
import { highestMarking } from '../library/markings.ts';
import type { PackTools } from '../pack/parts.ts';
import type { PackPlan } from '../pack/plan.ts';
import type { VersionMap } from '../pack/version-map.ts';
import type { MeetingView } from '../registers/meetings.ts';
import type { SinceBefore } from './changes-since.ts';
import type { ReadContent } from './issue-content.ts';
import { versionAddress } from './issued-paths.ts';
import type { EarlierVersion } from './make-release.ts';
import type { ReleaseManifest } from './manifest.ts';
import { type Redline, redlineBody, redlineTitle } from './redline.ts';
import { redlinePdf } from './redline-pdf.ts';
import type { ReleaseName } from './releases.ts';
import { versionPage } from './version-page.ts';
import type { SiteFile } from './version-style.ts';

/** A version that is issued again to an audience, with what it says of the one before. */
export interface Reissue {
  readonly library: Library;
  readonly view: MeetingView;
  readonly tools: PackTools;
  readonly shown: { readonly plan: PackPlan };
  readonly since?: SinceBefore | undefined;
}

/** The redline from the version before, as a page of the site and as a PDF; nothing of a first version. */
export async function redlineFiles(
  {
    name,
    content,
    versions,
  }: { readonly name: ReleaseName; readonly content: ReadContent; readonly versions: readonly EarlierVersion[] },
  { library, view, tools, shown: { plan }, since }: Reissue,
  style: string,
): Promise<SiteFile[]> {
  const before = versions.at(-1)?.content;
  if (since === undefined || before === undefined) return [];
  const redline: Redline = {
    before: { name: since.pack.version, commit: before.commit, date: before.date },
    after: { name: name.version, commit: content.commit, date: content.date },
    changes: since.changes,
    pages: pageMapOf(since.map()),
    marking: highestMarking([since.marking], plan.marking),
  };
  const frame = { library, view, version: name.version, marking: redline.marking, style };
  const page = versionPage(frame, {
    title: redlineTitle(redline),
    here: 'What has changed',
    content: redlineBody(redline),
  });
  return [
    {
      path: `${versionAddress(view.id, name.version).slice(1)}changes/index.html`,
      bytes: new TextEncoder().encode(page),
    },
    { path: `packs/${plan.name}-changes.pdf`, bytes: await redlinePdf(library, redline, tools) },
  ];
}

/** Where each page of the version before stands, page by page: page 1 is page 1, and what is gone stands nowhere. */
export function pageMapOf(map: VersionMap | undefined): ReleaseManifest['pageMap'] {
  if (map === undefined) return undefined;
  const pages = new Map<number, number[]>([[1, [1]]]);
  for (const part of map.parts) {
    for (const { page, from, to } of part.pages) {
      pages.set(
        page,
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
    }
    if (part.kind !== 'removed' || part.before === undefined) continue;
    for (let page = part.before.from; page <= part.before.to; page += 1) pages.set(page, []);
  }
  return [...pages].toSorted(([a], [b]) => a - b).map(([page, to]) => ({ page, to }));
}
