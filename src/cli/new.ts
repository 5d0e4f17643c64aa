import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { counted } from '../registers/counted.ts';
import { meetingView } from '../registers/meetings.ts';
import type { Effects } from './effects.ts';
import { blank, minutesSkeleton } from './minutes-skeleton.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';

/**
 * `boardpack new minutes MEETING`: writes the skeleton of a meeting’s minutes into its folder. What is there is never written
 * over.
 */
export async function newMinutesCommand(meeting: string, options: CommonOptions, effects: Effects): Promise<number> {
  const { library, diagnostics } = await loadContent(options);
  if (hasErrors(diagnostics)) {
    effects.log(formats[faultFormat(options)](diagnostics, options.content));
    effects.log('The minutes cannot be begun while the content has errors.\n');
    return 1;
  }
  const view = meetingView(library, meeting);
  if (view === undefined) {
    const hint = didYouMean(meeting, Object.keys(library.meetings));
    throw new EnvironmentError(`There is no meeting "${meeting}". Name it as board/date. ${hint}`.trim());
  }
  if (view.meeting.data.status === 'cancelled') {
    throw new EnvironmentError(`The meeting ${meeting} was cancelled, so it has no minutes.`);
  }
  if (view.items.length === 0) {
    throw new EnvironmentError(`The agenda of ${meeting} has no items yet. Write them in ${view.meeting.file}.`);
  }
  const file = join(options.content, 'meetings', view.board.id, view.date, 'minutes.md');
  const text = minutesSkeleton(library, view);
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new EnvironmentError(`"${file}" is there already and was left as it is.`);
    throw new EnvironmentError(`"${file}" cannot be written: ${error.message}.`);
  });
  const blanks = text.split(blank).length - 1;
  effects.out(options.json ? `${JSON.stringify({ file, blanks }, null, 2)}\n` : `${file}\n`);
  if (!options.quiet) {
    effects.log(
      `${counted(blanks, 'blank')} to fill in, each written ${blank}; "boardpack check" lists those that are left. List under carried_forward the actions that are open when the meeting ends.\n`,
    );
  }
  return 0;
}
