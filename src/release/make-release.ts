import { EnvironmentError } from '../diagnostics/environment-error.ts';
import type { Library } from '../library/library.ts';
import { makePacks } from '../pack/make-packs.ts';
import { makeSupplement } from '../pack/make-supplement.ts';
import { manifestText, sha256 } from '../pack/manifest.ts';
import type { Pack, PackTools } from '../pack/parts.ts';
import type { PackPlan } from '../pack/plan.ts';
import { type PackToSet, sourcesOf, sourcesOfPlans } from '../pack/sources.ts';
import { type MeetingView, meetingView } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import { standardVersion } from '../rules/standard.ts';
import type { Source } from '../source/source.ts';
import type { IssueContent } from './issue-content.ts';
import type { IssuedFile, IssuedPack, ReleaseManifest } from './manifest.ts';
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

/** The content of a release whose meeting can be read. */
export type ReadContent = IssueContent & { readonly view: MeetingView };

/** A release that is to be made, or made again. */
export interface ReleaseToMake {
  readonly name: ReleaseName;
  readonly content: ReadContent;
  /** The release before it of the same meeting. */
  readonly previous: Release | undefined;
  /** Of a supplement, the content of the pack it adds to, then of the supplements before it. */
  readonly addsTo: readonly ReadContent[];
}

/** What is issued to one audience. */
interface Issue {
  readonly packs: readonly Pack[];
  /** What its pages show, with links from one to another. */
  readonly shown: PackToSet;
  readonly library: Library;
  readonly view: MeetingView;
  readonly tools: PackTools;
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
  const style = await readVersionStyle();
  for (const audience of audiences) {
    const issue = await (name.supplement === 0 ? issuePack : issueSupplement)(toMake, audience, tools);
    if (issue === undefined) continue;
    const { library, view, shown } = issue;
    facts ??= { asOf: shown.plan.asOf, generator: issue.tools.generator };
    const issued = issue.packs.map(asIssuedPack);
    const own = issue.packs.flatMap(packFiles).map((file) => asIssuedFile(audience, file));
    const frame = { library, view, version: ownVersion(name), marking: shown.plan.marking, style: style.href };
    const said = { ...facts, commit: content.commit, standard: standardVersion };
    const pages = versionPages(
      frame,
      shown,
      { facts: said, packs: issued, files: own, hasChanges: false },
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
    content: tools.prefix,
    asOf: facts.asOf,
    generator: facts.generator,
    browser: tools.browser,
    standard: standardVersion,
    ...(previous && { previous: { release: previous.name, tag: previous.tag.object } }),
    packs,
    files: files.map(({ content: _, ...file }) => file),
  };
  return { manifest, files: files.map((file) => file.content) };
}

/** The content as an audience has it, and what its packs are made with. */
async function contentFor(
  { library: whole, view, source, commit }: ReadContent,
  audience: IssueAudience,
  { toolsFor }: ReleaseTools,
): Promise<{ library: Library; view: MeetingView; tools: PackTools }> {
  const library = audience === 'public' ? forPublic(whole) : whole;
  const tools = await toolsFor(library, source, commit);
  return { library, view: meetingView(library, view.id) ?? view, tools };
}

async function issuePack(
  { name, content }: ReleaseToMake,
  audience: IssueAudience,
  given: ReleaseTools,
): Promise<Issue> {
  const { library, view, tools } = await contentFor(content, audience, given);
  const wanted = { audience, versionOf: () => name.version };
  const editions = ['standard', ...library.organisation.editions] as const;
  const packs = await makePacks(library, [view], tools, { ...wanted, editions });
  const linkFor = ({ places }: PackPlan) => versionLinker(view.id, name.version, places);
  const [shown] = await sourcesOf(library, [view], tools, { ...wanted, edition: 'standard', linkFor });
  if (shown === undefined) throw new Error(`The pack of ${view.id} was not planned.`);
  return { packs, shown, library, view, tools };
}

/** A supplement; undefined where no paper of it is for this audience. */
async function issueSupplement(
  { name, content, addsTo }: ReleaseToMake,
  audience: IssueAudience,
  given: ReleaseTools,
): Promise<Issue | undefined> {
  const [base, ...others] = await Promise.all([...addsTo, content].map((one) => contentFor(one, audience, given)));
  if (base === undefined) throw new Error(`${name.name} adds to nothing.`);
  const supplements = others.map((one, index) => ({ ...one, version: `${name.version}-s${index + 1}` }));
  const isLarge = base.library.organisation.editions.includes('large');
  const { plan, packs } = await makeSupplement({ ...base, version: name.version }, supplements, audience, isLarge);
  const last = supplements.at(-1);
  if (packs.length === 0 || last === undefined) return undefined;
  const { library, view, tools } = last;
  const linkFor = ({ places }: PackPlan) => versionLinker(view.id, ownVersion(name), places);
  const [shown] = await sourcesOfPlans(library, [plan], tools, linkFor);
  if (shown === undefined) throw new Error(`The supplement ${name.name} was not planned.`);
  return { packs, shown, library, view, tools };
}

function asIssuedPack({ plan, manifest }: Pack): IssuedPack {
  const { audience, edition, extent = 'pack', name, marking } = plan;
  if (audience === 'chair') throw new Error('The brief for the chair is not issued.');
  return {
    audience,
    edition,
    extent,
    file: `${name}.pdf`,
    pages: manifest.sides ?? manifest.pages,
    marking,
    parts: manifest.parts.map(({ engine: _, notes: __, ...part }) => part),
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
