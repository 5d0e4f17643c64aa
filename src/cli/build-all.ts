import { join } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import type { Library } from '../library/library.ts';
import { makePacks } from '../pack/make-packs.ts';
import type { PackFacts } from '../pack/pack-facts.ts';
import { figurePlaces } from '../registers/figures/sources.ts';
import { calledMeetings } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import { type IssuedChanges, issuedChanges } from '../release/issued-changes.ts';
import type { IssueAudience } from '../release/make-release.ts';
import type { IssuedFile } from '../release/manifest.ts';
import { readProvenance } from '../release/provenance.ts';
import type { Releases } from '../release/releases.ts';
import { readReissue } from '../release/remake.ts';
import { buildSite } from '../site/build.ts';
import { newestPacks, versionFacts } from '../site/issued.ts';
import type { Source } from '../source/source.ts';
import { type IssuedPlaces, standInPages, takeIssued, writeSiteFiles } from './issued-site.ts';
import { factsOf, withPackTools, writePacks } from './pack-files.ts';
import type { Progress } from './progress.ts';

/** What is built, and from what. */
export interface BuildInput {
  /** Path of the content folder. */
  readonly content: string;
  readonly source: Source;
  /** Full hash of the commit it is of, where that is not what stands in the folder. */
  readonly commit?: string | undefined;
  /** All of the content, whoever the site is for. */
  readonly library: Library;
  readonly releases: Releases;
  readonly audience: IssueAudience;
  /** See `IssuedPlaces`. */
  readonly elsewhere?: IssuedPlaces['elsewhere'];
}

/** What was built. */
export interface BuiltAll {
  /** What those see whom the site is for. */
  readonly library: Library;
  readonly pages: number;
  readonly packs: readonly PackFacts[];
  /** Every file of a release, which may never change. */
  readonly issued: readonly IssuedFile[];
  /** Releases whose files are not to be had, or of which not all can be told, in a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Builds the site into an empty folder: the pages, the packs of the meetings that were called and of which nothing has been
 * released, and all that was released as it was issued.
 */
export async function buildAll(folder: string, input: BuildInput, progress: Progress): Promise<BuiltAll> {
  const { source, releases, audience, elsewhere } = input;
  const library = audience === 'public' ? forPublic(input.library) : input.library;
  const released = new Set(releases.releases.map(({ meeting }) => meeting));
  return await withPackTools(progress, async (toolsFor) => {
    if (released.size > 0) progress.step('Taking over what was released');
    const issued: IssuedFile[] = [];
    const write = async (file: IssuedFile, bytes: Uint8Array): Promise<void> => {
      issued.push(file);
      await writeSiteFiles(folder, [{ path: file.path, bytes }]);
    };
    const missing = await takeIssued(input.content, releases, audience, toolsFor, { elsewhere, write });
    await writeSiteFiles(folder, await standInPages(library, missing, audience));
    const lost = new Set(missing.map(({ release }) => release.name));
    const versions = versionFacts(releases.releases, audience, lost);
    const { changes, untold } = await changesOfNewest(input, lost);
    progress.step('Typesetting the packs');
    const meetings = calledMeetings(library).filter(({ id }) => !released.has(id));
    const editions = ['standard', ...library.organisation.editions] as const;
    const made = await makePacks(library, meetings, await toolsFor(library, source), { audience, editions });
    const packs = [...made.map(factsOf), ...newestPacks(versions)];
    await writePacks(join(folder, 'packs'), made);
    progress.step('Building the site');
    const { readAsset } = source;
    const provenance = await readProvenance(input.content, source.files, figurePlaces(library), input.commit);
    const site = await buildSite(
      { library, audience, packs, versions, changes, provenance },
      { outDir: folder, readAsset, log: progress.within },
    );
    const notes = missing.map(({ release, reason }) => `The files of ${release.name} are not to be had: ${reason}.`);
    return { library, pages: site.pages, packs, issued, notes: [...notes, ...untold] };
  });
}

/**
 * What the newest version of each meeting says of the one before, where it was issued again and its files are to be had; and a
 * sentence for each of which that cannot be told.
 */
async function changesOfNewest(
  { content, releases, audience }: BuildInput,
  lost: ReadonlySet<string>,
): Promise<{ changes: IssuedChanges[]; untold: string[] }> {
  const packs = releases.releases.filter(({ supplement }) => supplement === 0);
  const newest = [...Map.groupBy(packs, ({ meeting }) => meeting).values()].flatMap((all) => all.at(-1) ?? []);
  const changes: IssuedChanges[] = [];
  const untold: string[] = [];
  for (const release of newest) {
    if (release.number === 1 || lost.has(release.name)) continue;
    try {
      const { before, now } = await readReissue(content, release, releases);
      const told = await issuedChanges(before, now, audience);
      if (told !== undefined) changes.push(told);
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      untold.push(`What ${release.name} changed is not told where its pack is read on screen: ${error.message}`);
    }
  }
  return { changes, untold };
}
