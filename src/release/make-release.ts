import { EnvironmentError } from '../diagnostics/environment-error.ts';
import type { Library } from '../library/library.ts';
import { makePacks } from '../pack/make-packs.ts';
import { makeSupplement } from '../pack/make-supplement.ts';
import { manifestText } from '../pack/manifest.ts';
import type { Pack, PackTools } from '../pack/parts.ts';
import type { PackPlan } from '../pack/plan.ts';
import { type PackToSet, sourcesOf, sourcesOfPlans } from '../pack/sources.ts';
import { type MeetingView, meetingView } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import { standardVersion } from '../rules/standard.ts';
import { sha256 } from '../source/sha256.ts';
import type { Source } from '../source/source.ts';
import { changesSince, type IssuedVersion, type SinceBefore, type VersionContent } from './changes-since.ts';
import type { ReadContent } from './issue-content.ts';
import { packPath } from './issued-paths.ts';
import type { IssuedFile, IssuedPack, ReleaseManifest } from './manifest.ts';
import { pageMapOf, redlineFiles } from './redline-files.ts';
import { ownVersion, type Release, type ReleaseName } from './releases.ts';
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

/** A version that was issued earlier. */
export interface EarlierVersion {
  readonly content: ReadContent;
  readonly manifest: ReleaseManifest;
  /** `v1`. */
  readonly version: string;
}

/** A release that is to be made, or made again. */
export interface ReleaseToMake {
  readonly name: ReleaseName;
  readonly content: ReadContent;
  /** The release before it of the same meeting. */
  readonly previous: Release | undefined;
  /** The version before; of a supplement the one it adds to, and the one before that. In order. */
  readonly versions: readonly EarlierVersion[];
  /** Of a supplement, the supplements before it. */
  readonly supplements: readonly ReadContent[];
}

/** What is issued to one audience. */
interface Issue {
  readonly packs: readonly Pack[];
  /** What its pages show, with links from one to another. */
  readonly shown: PackToSet;
  readonly library: Library;
  readonly view: MeetingView;
  readonly tools: PackTools;
  readonly since?: SinceBefore | undefined;
}

/**
 * Makes all that is issued with a version of a pack: the packs in all editions, for the members and for the public, and the
 * pages that show it on the site. The same commit and the same program give the same bytes.
 *
 * @throws {TypesetError} naming every part that cannot be set, and why
 * @throws {EnvironmentError} when a supplement would bring nothing
 */
export async function makeRelease(toMake: ReleaseToMake, tools: ReleaseTools): Promise<MadeRelease> {
  const { name, content, previous } = toMake;
  const packs: IssuedPack[] = [];
  const files: (IssuedFile & { readonly content: Uint8Array })[] = [];
  let facts: Pick<ReleaseManifest, 'asOf' | 'generator'> | undefined;
  let pageMap: ReleaseManifest['pageMap'];
  const style = await readVersionStyle(content.library.organisation);
  for (const audience of audiences) {
    const issue = await (name.supplement === 0 ? issuePack : issueSupplement)(toMake, audience, tools);
    if (issue === undefined) continue;
    const { library, view, shown } = issue;
    facts ??= { asOf: shown.plan.asOf, generator: issue.tools.generator };
    const issued = issue.packs.map(asIssuedPack);
    const redline = await redlineFiles(toMake, issue, style.href);
    const own = [...issue.packs.flatMap(packFiles), ...redline].map((file) => asIssuedFile(audience, file));
    pageMap ??= pageMapOf(issue.since?.map());
    const frame = { library, view, version: ownVersion(name), marking: shown.plan.marking, style: style.href };
    const said = { ...facts, commit: content.commit, date: content.date, standard: standardVersion };
    const pages = versionPages(
      frame,
      shown,
      { facts: said, packs: issued, files: own },
      (address) => issue.tools.assets.get(address)?.bytes,
    );
    packs.push(...issued);
    files.push(...own, ...[...style.files, ...pages].map((file) => asIssuedFile(audience, file)));
  }
  if (facts === undefined) {
    throw new EnvironmentError(
      `No paper has come for ${name.meeting} since ${previous?.name ?? 'its pack was issued'}, so there is nothing to add.`,
    );
  }
  const manifest: ReleaseManifest = {
    form: 1,
    release: name.name,
    commit: content.commit,
    date: content.date,
    content: tools.prefix,
    asOf: facts.asOf,
    generator: facts.generator,
    browser: tools.browser,
    standard: standardVersion,
    ...(previous && { previous: { release: previous.name, tag: previous.tag.object } }),
    packs,
    files: files.map(({ content: _, ...file }) => file),
    ...(pageMap && { pageMap }),
  };
  return { manifest, files: files.map((file) => file.content) };
}

/** The content as an audience has it, and what its packs are made with. */
async function contentFor(
  content: ReadContent,
  audience: IssueAudience,
  { toolsFor }: ReleaseTools,
): Promise<Omit<VersionContent, 'version'>> {
  const { library: whole, view, source, commit } = content;
  const library = audience === 'public' ? forPublic(whole) : whole;
  const tools = await toolsFor(library, source, commit);
  return { whole: content, library, view: meetingView(library, view.id) ?? view, tools };
}

async function issuePack(
  { name, content, versions }: ReleaseToMake,
  audience: IssueAudience,
  given: ReleaseTools,
): Promise<Issue> {
  const own = { ...(await contentFor(content, audience, given)), version: name.version };
  const { library, view, tools } = own;
  const [before] = await versionsFor(versions.slice(-1), audience, given);
  const since = before && (await changesSince(before, own, audience));
  const wanted = { audience, versionOf: () => name.version };
  const editions = ['standard', ...library.organisation.editions] as const;
  const packs = await makePacks(library, [view], tools, {
    ...wanted,
    editions,
    ...(since && { changes: since.pack }),
  });
  const linkFor = ({ places }: PackPlan) => versionLinker(view.id, name.version, places);
  const [shown] = await sourcesOf(library, [view], tools, { ...wanted, edition: 'standard', linkFor });
  if (shown === undefined) throw new Error(`The pack of ${view.id} was not planned.`);
  return { packs, shown, library, view, tools, since };
}

/** Versions that were issued earlier, as an audience has them. */
async function versionsFor(
  versions: readonly EarlierVersion[],
  audience: IssueAudience,
  given: ReleaseTools,
): Promise<IssuedVersion[]> {
  return await Promise.all(
    versions.map(async ({ content, manifest, version }) => ({
      ...(await contentFor(content, audience, given)),
      manifest,
      version,
    })),
  );
}

/** A supplement; undefined where no paper of it is for this audience. */
async function issueSupplement(
  { name, content, versions, supplements: earlier }: ReleaseToMake,
  audience: IssueAudience,
  given: ReleaseTools,
): Promise<Issue | undefined> {
  const [base, before] = (await versionsFor(versions, audience, given)).toReversed();
  if (base === undefined) throw new Error(`${name.name} adds to nothing.`);
  const changes = before && (await changesSince(before, base, audience)).pack;
  const others = await Promise.all([...earlier, content].map((one) => contentFor(one, audience, given)));
  const supplements = others.map((one, index) => ({ ...one, version: `${name.version}-s${index + 1}` }));
  const isLarge = base.library.organisation.editions.includes('large');
  const { plan, packs } = await makeSupplement({ ...base, changes }, supplements, audience, isLarge);
  const last = supplements.at(-1);
  if (packs.length === 0 || last === undefined) return undefined;
  const { library, view, tools } = last;
  const linkFor = ({ places }: PackPlan) => versionLinker(view.id, ownVersion(name), places);
  const [shown] = await sourcesOfPlans(library, [plan], tools, linkFor);
  if (shown === undefined) throw new Error(`The supplement ${name.name} was not planned.`);
  return { packs, shown, library, view, tools };
}

function asIssuedPack({ plan, manifest, placed }: Pack): IssuedPack {
  const { audience, edition, extent = 'pack', name, marking } = plan;
  if (audience === 'chair') throw new Error('The brief for the chair is not issued.');
  return {
    audience,
    edition,
    extent,
    file: `${name}.pdf`,
    pages: manifest.sides ?? manifest.pages,
    marking,
    parts: manifest.parts.map(({ engine: _, notes: __, ...part }) => {
      const pages = edition === 'standard' ? placed.get(part.id) : undefined;
      return { ...part, ...(pages && { pages: [...pages] }) };
    }),
  };
}

function packFiles(pack: Pack): SiteFile[] {
  return [
    { path: packPath(`${pack.plan.name}.pdf`), bytes: pack.pdf },
    { path: packPath(`${pack.plan.name}.json`), bytes: new TextEncoder().encode(manifestText(pack)) },
  ];
}

function asIssuedFile(audience: IssueAudience, { path, bytes }: SiteFile): IssuedFile & { content: Uint8Array } {
  return { audience, path, bytes: bytes.length, sha256: sha256(bytes), content: bytes };
}
