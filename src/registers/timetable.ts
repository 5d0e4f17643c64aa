import type { Library } from '../library/library.ts';
import type { MeetingView } from './meetings.ts';
import { addWorkingDays, holidaysOf, lastDayOfNotice } from './working-days.ts';

/** What is due when, before a meeting and after it; each a day, `YYYY-MM-DD`. */
export interface MeetingTimetable {
  /** Papers are asked for. */
  readonly commission: string;
  /** Papers are handed in. */
  readonly submission: string;
  /** The pack goes out: the day of the timetable, or the last day of notice where that is earlier. */
  readonly dispatch: string;
  /** The last day the meeting can be called on with the notice its board needs. */
  readonly notice: string;
  readonly meeting: string;
  /** Its actions are sent out. */
  readonly actionsOut: string;
  /** Its draft minutes are out. */
  readonly draftMinutes: string;
}

/** Works out the timetable of a meeting from what its board has laid down. */
export function meetingTimetable(library: Library, { board, date }: MeetingView): MeetingTimetable {
  const holidays = holidaysOf(library, board);
  const { commission, submission, dispatch, actions_out, draft_minutes } = board.data.timetable;
  const before = (days: number): string => addWorkingDays(date, -days, holidays);
  const after = (days: number): string => addWorkingDays(date, days, holidays);
  const notice = lastDayOfNotice(library, board, date);
  const [out = notice] = [before(dispatch), notice].toSorted();
  return {
    commission: before(commission),
    submission: before(submission),
    dispatch: out,
    notice,
    meeting: date,
    actionsOut: after(actions_out),
    draftMinutes: after(draft_minutes),
  };
}
