import { hasErrors } from '../diagnostics/diagnostic.ts';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { makeChairBrief, makePacks } from '../pack/make-packs.ts';
import { type MeetingView, meetingsByBoard, meetingView } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';
import { factsOf, withPackTools, writePacks } from './pack-files.ts';
import { createProgress } from './progress.ts';

/** Options of `boardpack pack`. */
export interface PackOptions extends CommonOptions {
  readonly audience: 'members' | 'chair' | 'public';
  readonly out: string;
}

/**
 * `boardpack pack MEETING`: the pack of one meeting, planned ones too, as its members or the public have it, or the brief that
 * its chair alone reads. Nothing is written when the content has errors.
 */
export async function packCommand(meeting: string, options: PackOptions, effects: Effects): Promise<number> {
  const { source, library: whole, diagnostics } = await loadContent(options);
  if (hasErrors(diagnostics)) {
    effects.out(formats[faultFormat(options)](diagnostics, options.content));
    return 1;
  }
  const { audience } = options;
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
  const packs = await withPackTools(library, source, progress, async (tools) =>
    audience === 'chair'
      ? [await makeChairBrief(library, view, tools)]
      : await makePacks(library, [view], tools, audience),
  );
  await writePacks(options.out, packs);
  progress.end();
  const facts = packs.map(factsOf);
  const text = facts.map(({ file, pages }) => `${options.out}/${file} ${pages} pages\n`).join('');
  effects.out(options.json ? `${JSON.stringify({ out: options.out, packs: facts }, null, 2)}\n` : text);
  return 0;
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
