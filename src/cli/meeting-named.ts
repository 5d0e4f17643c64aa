import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Library } from '../library/library.ts';
import { type MeetingView, meetingsByBoard, meetingView } from '../registers/meetings.ts';

/**
 * The meeting that a pack is asked of, as `board/date`.
 *
 * @throws {EnvironmentError} where there is no such meeting, or it was cancelled
 */
export function packableMeeting(library: Library, name: string): MeetingView {
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

/**
 * The meeting whose pack is to be issued.
 *
 * @throws {EnvironmentError} as `packableMeeting`, and where its agenda has not been issued
 */
export function issuableMeeting(library: Library, name: string): MeetingView {
  const view = packableMeeting(library, name);
  if (view.meeting.data.status !== 'planned') return view;
  throw new EnvironmentError(
    `The meeting ${view.id} is only planned. Set "status: issued" and "issued:" with the day in ${view.meeting.file}, commit that, and release it then.`,
  );
}
