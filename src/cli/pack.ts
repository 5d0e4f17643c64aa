import { hasErrors } from '../diagnostics/diagnostic.ts';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { makeChairBrief, makePacks } from '../pack/make-packs.ts';
import { makeOwnPapers } from '../pack/own-papers.ts';
import { type MeetingView, meetingsByBoard, meetingView } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';
import { factsOf, withPackTools, writePacks } from './pack-files.ts';
import { createProgress } from './progress.ts';

/** Options of `boardpack pack`. */
export interface PackOptions extends CommonOptions {
  readonly audience: 'members' | 'chair' | 'public';
  readonly edition: 'standard' | 'large' | 'booklet';
  /** Whether each paper is made as a file of its own as well. */
  readonly papers?: boolean;
  readonly out: string;
}

/**
 * `boardpack pack MEETING`: the pack of one meeting, planned ones too, as its members or the public have it and in one of its
 * editions, its papers one by one, or the brief that its chair alone reads. Nothing is written when the content has errors.
 */
export async function packCommand(meeting: string, options: PackOptions, effects: Effects): Promise<number> {
  refuseMixed(options);
  const { source, library: whole, diagnostics } = await loadContent(options);
  if (hasErrors(diagnostics)) {
    effects.out(formats[faultFormat(options)](diagnostics, options.content));
    return 1;
  }
  const { audience, edition, papers = false } = options;
  const isBrief = audience === 'chair';
  const library = audience === 'public' ? forPublic(whole) : whole;
  const view = packableMeeting(library, meeting);
  if (isBrief && find(library.briefs, view.id) === undefined) {
    throw new EnvironmentError(
      `There is no brief for the chair of ${view.id}. Write it in meetings/${view.id}/chair-brief.md.`,
    );
  }
  const progress = createProgress(effects, options.quiet);
  progress.step(isBrief ? 'Typesetting the brief for the chair' : 'Typesetting the pack');
  const packs = await withPackTools(library, source, progress, async (tools) => {
    if (audience === 'chair') return [await makeChairBrief(library, view, tools)];
    const made = await makePacks(library, [view], tools, audience, [edition]);
    return papers ? [...made, ...(await makeOwnPapers(library, view, tools, audience))] : made;
  });
  await writePacks(options.out, packs);
  progress.end();
  const facts = packs.map(factsOf);
  const text = facts.map(({ file, pages }) => `${options.out}/${file} ${pages} pages\n`).join('');
  effects.out(options.json ? `${JSON.stringify({ out: options.out, packs: facts }, null, 2)}\n` : text);
  return 0;
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

/** @throws {EnvironmentError} where there is no such meeting, or it was cancelled */
function packableMeeting(library: Library, name: string): MeetingView {
  const view = meetingView(library, name);
  if (view === undefined) {
    const [latest] = meetingsByBoard(library).get(name) ?? [];
    const hint = latest === undefined ? didYouMean(name, Object.keys(library.meetings)) : `Its latest is ${latest.id}.`;
    throw new EnvironmentError(`There is no meeting "${name}". Name it as board/date. ${hint}`.trim());
  }
  const { status, cancelled } = view.meeting.data;
  if (status === 'cancelled') {
    throw new EnvironmentError(
      `The meeting ${view.id} was cancelled, so it has no pack. ${cancelled?.reason ?? ''}`.trim(),
    );
  }
  return view;
}
