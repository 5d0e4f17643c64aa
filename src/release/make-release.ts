import type { Library } from '../library/library.ts';
import { makePacks } from '../pack/make-packs.ts';
import { manifestText, sha256 } from '../pack/manifest.ts';
import type { Pack, PackTools } from '../pack/parts.ts';
import { sourcesOf } from '../pack/sources.ts';
import { type MeetingView, meetingView } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import { standardVersion } from '../rules/standard.ts';
import type { Source } from '../source/source.ts';
import type { IssueContent } from './issue-content.ts';
import type { IssuedFile, IssuedPack, ReleaseManifest } from './manifest.ts';
import type { Release, ReleaseName } from './releases.ts';
import { versionLinker, versionPages } from './version-pages.ts';
import { readVersionStyle, type SiteFile } from './version-style.ts';

/** Who a file is for. */
export type IssueAudience = 'members' | 'public';
const audiences: readonly IssueAudience[] = ['members', 'public'];

/** A release as made: what its tag says, and its files. */
export interface MadeRelease {
  readonly manifest: ReleaseManifest;
  /** In the order of the manifest’s. */
  readonly files: readonly Uint8Array[];
}

/** What releases are made with. */
export interface ReleaseTools {
  readonly toolsFor: (library: Library, source: Source, commit: string) => Promise<PackTools>;
  /** Name and version of the browser that sets the pages. */
  readonly browser: string;
  /** The content folder inside its repository. */
  readonly prefix: string;
}

/** A release that is to be made, or made again. */
export interface ReleaseToMake {
  readonly name: ReleaseName;
  readonly content: IssueContent & { readonly view: MeetingView };
  /** The release before it of the same meeting. */
  readonly previous: Release | undefined;
}

/**
 * Makes all that is issued with a version of a pack: the packs in all editions, for the members and for the public, and the
 * pages that show it on the site. The same commit and the same program give the same bytes.
 *
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makeRelease(
  { name, content, previous }: ReleaseToMake,
  { toolsFor, browser, prefix }: ReleaseTools,
): Promise<MadeRelease> {
  const { commit, source, library: whole } = content;
  const packs: IssuedPack[] = [];
  const files: (IssuedFile & { readonly content: Uint8Array })[] = [];
  let facts: Pick<ReleaseManifest, 'asOf' | 'generator'> | undefined;
  const style = await readVersionStyle();
  for (const audience of audiences) {
    const library = audience === 'public' ? forPublic(whole) : whole;
    const view = meetingView(library, name.meeting);
    if (view === undefined) continue;
    const tools = await toolsFor(library, source, commit);
    const wanted = { audience, versionOf: () => name.version };
    const editions = ['standard', ...library.organisation.editions] as const;
    const made = await makePacks(library, [view], tools, { ...wanted, editions });
    const issued = made.map(asIssuedPack);
    facts ??= { asOf: made[0]?.plan.asOf ?? '', generator: tools.generator };
    const own = made.flatMap(packFiles).map((file) => asIssuedFile(audience, file));
    const linkFor = ({ places }: { readonly places: ReadonlyMap<string, string> }) =>
      versionLinker(view.id, name.version, places);
    const [pack] = await sourcesOf(library, [view], tools, { ...wanted, edition: 'standard', linkFor });
    if (pack === undefined) throw new Error(`The pack of ${view.id} was not planned.`);
    const frame = { library, view, version: name.version, marking: pack.plan.marking, style: style.href };
    const with_ = {
      facts: { ...facts, commit, standard: standardVersion },
      packs: issued,
      files: own,
      hasChanges: false,
    };
    const pages = versionPages(frame, pack, with_, (address) => tools.assets.get(address)?.bytes);
    packs.push(...issued);
    files.push(...own, ...[...style.files, ...pages].map((file) => asIssuedFile(audience, file)));
  }
  if (facts === undefined) throw new Error(`There is no meeting ${name.meeting} at ${commit}.`);
  const manifest: ReleaseManifest = {
    form: 1,
    release: name.name,
    commit,
    content: prefix,
    asOf: facts.asOf,
    generator: facts.generator,
    browser,
    standard: standardVersion,
    ...(previous && { previous: { release: previous.name, tag: previous.tag.object } }),
    packs,
    files: files.map(({ content: _, ...file }) => file),
  };
  return { manifest, files: files.map((file) => file.content) };
}

function asIssuedPack({ plan, manifest }: Pack): IssuedPack {
  const { audience, edition, name, marking } = plan;
  if (audience === 'chair') throw new Error('The brief for the chair is not issued.');
  return {
    audience,
    edition,
    extent: 'pack',
    file: `${name}.pdf`,
    pages: manifest.sides ?? manifest.pages,
    marking,
    parts: manifest.parts.map(({ id, reference, title, from, to, words, sha256 }) => ({
      id,
      reference,
      title,
      from,
      to,
      words,
      sha256,
    })),
  };
}

function packFiles(pack: Pack): SiteFile[] {
  return [
    { path: `packs/${pack.plan.name}.pdf`, bytes: pack.pdf },
    { path: `packs/${pack.plan.name}.json`, bytes: new TextEncoder().encode(manifestText(pack)) },
  ];
}

function asIssuedFile(audience: IssueAudience, { path, bytes }: SiteFile): IssuedFile & { content: Uint8Array } {
  return { audience, path, bytes: bytes.length, sha256: sha256(bytes), content: bytes };
}
