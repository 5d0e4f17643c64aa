import type { Library } from '../library/library.ts';
import { actionLog } from './actions.ts';
import { lastDayOfMonth } from './dates.ts';

/** Actions at the end of one month. */
export interface MonthOfActions {
  readonly month: string;
  readonly opened: number;
  readonly closed: number;
  /** Open at the end of the month, or on the last day of the log. */
  readonly open: number;
  readonly overdue: number;
}

/** How the actions of all boards were raised and closed, month by month, from the first that was raised to the day. */
export function actionBurn(library: Library, asOf = library.asAt): MonthOfActions[] {
  const first = actionLog(library, asOf).reduce((month, { raised }) => (raised < month ? raised : month), asOf);
  const burn: MonthOfActions[] = [];
  for (let month = first.slice(0, 7); month <= asOf.slice(0, 7); month = nextMonth(month)) {
    const last = lastDayOfMonth(month);
    const rows = actionLog(library, last < asOf ? last : asOf);
    const open = rows.filter(({ isOpen }) => isOpen).length;
    const opened = rows.filter(({ raised }) => raised.startsWith(month)).length;
    const before = burn.at(-1)?.open ?? 0;
    const overdue = rows.filter(({ daysOverdue }) => daysOverdue > 0).length;
    burn.push({ month, opened, closed: before + opened - open, open, overdue });
  }
  return burn;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
