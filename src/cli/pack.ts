import { hasErrors } from '../diagnostics/diagnostic.ts';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { makeChairBrief, makePacks } from '../pack/make-packs.ts';
import { makeOwnPapers } from '../pack/own-papers.ts';
import { firstVersion } from '../pack/plan.ts';
import { type Share, setShare } from '../pack/set-packs.ts';
import { counted } from '../registers/counted.ts';
import { calledMeetings, type MeetingView } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import { readReleases } from '../release/releases.ts';
import type { Source } from '../source/source.ts';
import type { Effects } from './effects.ts';
import { packableMeeting } from './meeting-named.ts';
import { type CommonOptions, faultFormat, loadContent, requireOutside } from './options.ts';
import { cacheFolder, factsOf, withPackTools, writePacks } from './pack-files.ts';
import { createProgress } from './progress.ts';

/** Options of `boardpack pack`. */
export interface PackOptions extends CommonOptions {
  readonly audience: 'members' | 'chair' | 'public';
  readonly edition: 'standard' | 'large' | 'booklet';
  /** Whether each paper is made as a file of its own as well. */
  readonly papers?: boolean;
  readonly out: string;
  readonly shard?: string;
}

/**
 * `boardpack pack MEETING`: the pack of one meeting, planned ones too, as its members or the public have it and in one of its
 * editions, its papers one by one, or the brief that its chair alone reads. Nothing is written when the content has errors.
 * With `--shard` a share of the parts is typeset into the cache, and nothing else is made.
 */
export async function packCommand(
  meeting: string | undefined,
  options: PackOptions,
  effects: Effects,
): Promise<number> {
  refuseMixed(options);
  requireOutside(options.out, options.content);
  const share = options.shard === undefined ? undefined : readShare(options.shard);
  const { source, library: whole, diagnostics, commit } = await loadContent(options);
  if (hasErrors(diagnostics)) {
    effects.out(formats[faultFormat(options)](diagnostics, options.content));
    return 1;
  }
  const { audience, edition, papers = false } = options;
  const isBrief = audience === 'chair';
  const library = audience === 'public' ? forPublic(whole) : whole;
  if (share !== undefined) {
    const meetings = meeting === undefined ? calledMeetings(library) : [packableMeeting(library, meeting)];
    return await shareCommand(library, source, meetings, share, options, effects);
  }
  if (meeting === undefined) throw new EnvironmentError('Name a meeting, as board/date.');
  const view = packableMeeting(library, meeting);
  if (isBrief && find(library.briefs, view.id) === undefined) {
    throw new EnvironmentError(
      `There is no brief for the chair of ${view.id}. Write it in meetings/${view.id}/chair-brief.md.`,
    );
  }
  const progress = createProgress(effects, options.quiet);
  progress.step(isBrief ? 'Typesetting the brief for the chair' : 'Typesetting the pack');
  const packs = await withPackTools(progress, async (toolsFor) => {
    const tools = await toolsFor(library, source);
    if (audience === 'chair') return [await makeChairBrief(library, view, tools)];
    const versionOf = await versionsFrom(options.content, commit);
    const made = await makePacks(library, [view], tools, { audience, editions: [edition], versionOf });
    return papers ? [...made, ...(await makeOwnPapers(library, view, tools, { audience, versionOf }))] : made;
  });
  await writePacks(options.out, packs);
  progress.end();
  const facts = packs.map(factsOf);
  const text = facts.map(({ file, pages }) => `${options.out}/${file} ${counted(pages, 'page')}\n`).join('');
  effects.out(options.json ? `${JSON.stringify({ out: options.out, packs: facts }, null, 2)}\n` : text);
  return 0;
}

/**
 * The version of packs that are printed by hand: where one has been released, the content may be on its way to the next, which is a
 * draft until it is released itself.
 */
async function versionsFrom(content: string, commit?: string): Promise<(view: MeetingView) => string> {
  const { releases } = await readReleases(content, commit);
  const released = new Set(releases.map(({ meeting }) => meeting));
  return (view) => (released.has(view.id) ? 'draft' : firstVersion(view));
}

/** @throws {EnvironmentError} where options ask for what does not go together */
function refuseMixed({ audience, edition, papers }: PackOptions): void {
  if (audience === 'chair' && (edition !== 'standard' || papers)) {
    throw new EnvironmentError(
      'The brief for the chair has no editions and no papers: leave out --edition and --papers.',
    );
  }
  if (edition !== 'standard' && papers) {
    throw new EnvironmentError('Papers by themselves are made with the standard edition only: leave out --edition.');
  }
}

async function shareCommand(
  library: Library,
  source: Source,
  meetings: readonly MeetingView[],
  share: Share,
  options: PackOptions,
  effects: Effects,
): Promise<number> {
  const progress = createProgress(effects, options.quiet);
  progress.step(`Typesetting share ${share.index} of ${share.of}`);
  const audience = options.audience === 'public' ? 'public' : 'members';
  const editions = [options.edition, ...library.organisation.editions];
  const done = await withPackTools(progress, async (toolsFor) =>
    setShare(library, meetings, await toolsFor(library, source), audience, share, editions),
  );
  progress.end();
  effects.out(
    options.json ? `${JSON.stringify(done, null, 2)}\n` : `${cacheFolder} ${done.share} of ${done.all} parts\n`,
  );
  return 0;
}

/** @throws {EnvironmentError} where the text is not such as `2/4` */
function readShare(text: string): Share {
  const [, index = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new EnvironmentError(`--shard "${text}" is not a share; write the second of four as 2/4.`);
}
