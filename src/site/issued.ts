import type { PackFacts } from '../pack/pack-facts.ts';
import { packPath, versionAddress } from '../release/issued-paths.ts';
import type { IssueAudience } from '../release/make-release.ts';
import { ownVersion, type Release } from '../release/releases.ts';
import { versionWords } from '../release/version-page.ts';

/** A version of a pack that was issued, as the page of its meeting tells of it. */
export interface VersionFacts {
  /** `board/date`. */
  readonly meeting: string;
  /** `v1`, or `v1-s1` of a supplement. */
  readonly version: string;
  /** The same in words. */
  readonly title: string;
  /** Where it stands as it was issued. */
  readonly address: string;
  /** The day of the commit it was issued from, `YYYY-MM-DD`. */
  readonly date: string;
  readonly commit: string;
  readonly packs: readonly PackFacts[];
}

/**
 * What the site tells of the releases, in their order; nothing of one that brought this audience nothing.
 *
 * @param lost names of releases whose files are not to be had, so that none of their packs is offered
 */
export function versionFacts(
  releases: readonly Release[],
  audience: IssueAudience,
  lost: ReadonlySet<string> = new Set(),
): VersionFacts[] {
  return releases.flatMap((release) => {
    const { meeting, manifest } = release;
    const own = manifest.packs.filter((pack) => pack.audience === audience);
    if (own.length === 0) return [];
    const version = ownVersion(release);
    return {
      meeting,
      version,
      title: versionWords(version),
      address: versionAddress(meeting, version),
      date: manifest.date,
      commit: manifest.commit,
      packs: own
        .filter(() => !lost.has(release.name))
        .map(({ edition, extent, file, pages, marking, parts }) => ({
          meeting,
          file,
          pages,
          bytes: bytesOf(release, packPath(file)),
          version,
          edition,
          extent,
          marking,
          parts,
        })),
    };
  });
}

function bytesOf({ manifest }: Release, path: string): number {
  return manifest.files.find((file) => file.path === path)?.bytes ?? 0;
}

/** The packs of the newest version of each meeting, those of its supplements after them. */
export function newestPacks(versions: readonly VersionFacts[]): PackFacts[] {
  return [...Map.groupBy(versions, ({ meeting }) => meeting).values()].flatMap((all) => {
    const newest = all.findLast(({ version }) => !version.includes('-'))?.version ?? '';
    const added = all.filter(({ version }) => version === newest || version.startsWith(`${newest}-`));
    // Of the pack with its supplements behind it, the one with the most of them.
    const last = added.findLast(({ packs }) => packs.some(({ extent }) => extent === 'full'))?.version;
    return added.flatMap(({ packs, version }) => packs.filter(({ extent }) => extent !== 'full' || version === last));
  });
}

/** The versions of one meeting for other programs, as `versions.json` has them. */
export function versionsFile(versions: readonly VersionFacts[]): string {
  const [first] = versions;
  const list = versions.map(({ version, address, date, commit, packs }) => ({
    version,
    address,
    date,
    commit,
    packs: packs.map(({ file, edition, extent, pages, bytes }) => ({
      file: `/packs/${file}`,
      edition,
      extent,
      pages,
      bytes,
    })),
  }));
  return `${JSON.stringify({ meeting: first?.meeting, newest: versions.at(-1)?.version, versions: list }, null, 2)}\n`;
}
