/**
 * What 50, 100 and 200 releases cost a build. The packs are made once, from generated meetings, and kept; then each build takes
 * them over as they were issued, with no browser and no typesetter to turn to: if anything had to be made again it would fail.
 * The machine and its load change every time, so the ratios count and the seconds do not.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFiles } from '../../src/cli/issued-files.ts';
import { takeIssued, writeSiteFiles } from '../../src/cli/issued-site.ts';
import type { Library } from '../../src/library/library.ts';
import { browserVersion } from '../../src/pack/browser/find.ts';
import { openBrowser } from '../../src/pack/browser/session.ts';
import type { PackTools } from '../../src/pack/parts.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import { calledMeetings } from '../../src/registers/meetings.ts';
import { noHistory } from '../../src/registers/provenance.ts';
import { readIssueContent } from '../../src/release/issue-content.ts';
import { makeRelease } from '../../src/release/make-release.ts';
import { tagMessage } from '../../src/release/manifest.ts';
import { nextName, type Releases, readReleases, tagOf } from '../../src/release/releases.ts';
import { buildSite } from '../../src/site/build.ts';
import { newestPacks, versionFacts } from '../../src/site/issued.ts';
import type { Source } from '../../src/source/source.ts';
import { makeTag } from '../../src/source/tags.ts';
import { commitAll, git } from '../demo/history.ts';
import { writeMeetings } from './generated-meetings.ts';

const counts = [50, 100, 200] as const;
const generator = 'boardpack bench';

const folder = await mkdtemp(join(tmpdir(), 'boardpack-bench-'));
const opened = await openBrowser();
try {
  await writeMeetings(join(folder, 'content'), { boards: 4, meetings: 60 });
  // What is kept goes below the folder that a command is run in.
  process.chdir(folder);
  await git(folder, ['init', '--quiet']);
  await git(folder, ['config', 'user.name', 'Office']);
  await git(folder, ['config', 'user.email', 'office@example.org']);
  await commitAll(folder, 'Content', '2017-07-01T12:00:00+00:00');
  const shared = await readIssueContent('content', 'HEAD', '');
  const meetings = calledMeetings(shared.library).slice(0, Math.max(...counts));
  const assets = new Map<Library, PackTools['assets']>();
  const toolsFor = async (library: Library, source: Source, commit: string): Promise<PackTools> => {
    const known = assets.get(library) ?? (await printAssets(library, source));
    assets.set(library, known);
    const typeset = { browser: async () => opened };
    return { assets: known, readAsset: source.readAsset, typeset, generator, commit };
  };
  const start = performance.now();
  for (const view of meetings) {
    const name = nextName(view.id, []);
    const toMake = { name, content: { ...shared, view }, previous: undefined, versions: [], supplements: [] };
    const made = await makeRelease(toMake, { toolsFor, browser: await browserVersion(), prefix: 'content/' });
    await keepFiles(made);
    const message = tagMessage(name.name, made.manifest);
    await makeTag('content', { name: tagOf(name.name), commit: shared.commit, message, isSigned: false });
  }
  print('made and kept', meetings.length, performance.now() - start);

  const all = await readReleases('content');
  const none = await siteOf({ releases: [], faulty: [] });
  print('the site with none', 0, none);
  for (const count of counts) {
    const releases = { ...all, releases: all.releases.slice(0, count) };
    print('taken over', count, await takenOver(releases));
    print('the site with them', count, await siteOf(releases));
  }

  /** Milliseconds to take over the files of releases; nothing is there to make them with. */
  async function takenOver(releases: Releases): Promise<number> {
    const began = performance.now();
    const to = join(folder, `taken-${releases.releases.length}`);
    const missing = await takeIssued(
      'content',
      releases,
      'members',
      () => Promise.reject(new Error('Something was made again.')),
      { write: ({ path }, bytes) => writeSiteFiles(to, [{ path, bytes }]) },
    );
    if (missing.length > 0) throw new Error(`${missing[0]?.release.name} is missing: ${missing[0]?.reason}`);
    return performance.now() - began;
  }

  /** Milliseconds to build the pages. */
  async function siteOf(releases: Releases): Promise<number> {
    const began = performance.now();
    const versions = versionFacts(releases.releases, 'members');
    await buildSite(
      { library: shared.library, packs: newestPacks(versions), versions, provenance: noHistory },
      { outDir: join(folder, `site-${releases.releases.length}`), readAsset: shared.source.readAsset, log: () => {} },
    );
    return performance.now() - began;
  }
} finally {
  await opened.close();
  await rm(folder, { recursive: true, force: true });
}

function print(what: string, count: number, milliseconds: number): void {
  const each = count === 0 ? '' : `, ${(milliseconds / count).toFixed(1)} ms each`;
  console.log(`${what}: ${count} releases, ${(milliseconds / 1000).toFixed(2)} s${each}`);
}
