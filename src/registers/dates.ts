/**
 * Dates in words, without the machine's locale or zone: the same text on every machine.
 */
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `2017-09-20` as `20 September 2017`. */
export function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** The day of the week, from 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The day some days after another, or before it where the number is negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `2017-09-20` as `Wednesday 20 September 2017`. */
export function withWeekday(date: string): string {
  return `${weekdays[weekdayOf(date)]} ${inWords(date)}`;
}

/** `2017-09-20` as `20 Sep 2017`, for tables. */
export function short(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]?.slice(0, 3)} ${year}`;
}

/** A day as `20 Sep 2017`, a quarter as it is written. */
export function shortWhen(when: string): string {
  return when.includes('Q') ? when : short(when);
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The quarter of the financial year from April that a day falls in; a quarter is itself. */
export function quarterOf(when: string): string {
  if (when.includes('Q')) return when;
  const [year = 0, month = 1] = when.split('-').map(Number);
  const start = month >= 4 ? year : year - 1;
  return `${start}-${String((start + 1) % 100).padStart(2, '0')} Q${Math.floor(((month + 8) % 12) / 3) + 1}`;
}

/** The last day of a quarter such as `2017-18 Q3`; a day is itself. */
export function lastDay(when: string): string {
  const match = /^(\d{4})-\d{2} Q([1-4])$/.exec(when);
  if (match === null) return when;
  const [year, quarter] = [Number(match[1]), Number(match[2])];
  return `${quarter === 4 ? year + 1 : year}-${['06-30', '09-30', '12-31', '03-31'][quarter - 1]}`;
}

/**
 * Days from when something was agreed for to when it is expected or came, each taken by its last day; negative when it
 * comes sooner. Within one quarter nothing is late where either side says no more than the quarter.
 */
export function daysLate(agreed: string, expected: string): number {
  const isCoarse = agreed.includes('Q') || expected.includes('Q');
  return isCoarse && quarterOf(agreed) === quarterOf(expected) ? 0 : daysBetween(lastDay(agreed), lastDay(expected));
}

/** Days by which something is late; 0 when it is not. */
export function slipDays(agreed: string, expected: string): number {
  return Math.max(0, daysLate(agreed, expected));
}

/** The first day of a quarter such as `2017-18 Q3`; a day is itself. */
export function firstDay(when: string): string {
  const match = /^(\d{4})-\d{2} Q([1-4])$/.exec(when);
  if (match === null) return when;
  const [year, quarter] = [Number(match[1]), Number(match[2])];
  return `${quarter === 4 ? year + 1 : year}-${['04', '07', '10', '01'][quarter - 1]}-01`;
}

/** Later than any day of a record: for those who look at all there is, and not at what was known on one day. */
export const endOfTime = '9999-12-31';

/** The financial year from April that a day, month or quarter falls in, e.g. `2017-18` of `2017-09`. */
export function yearOf(when: string): string {
  return when.includes('Q') ? when.slice(0, 7) : quarterOf(when).slice(0, 7);
}

/** `2017-09` as `September 2017`. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${months[(number ?? 1) - 1]} ${year}`;
}

/** A day (`2017-09-20`) or a month (`2017-09`) in words. */
export function dayOrMonth(when: string): string {
  return when.length > 7 ? inWords(when) : monthInWords(when);
}

/** The last day of a month such as `2017-09`. */
export function lastDayOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

/** The last month that had ended by a day: `2017-09` of `2017-09-30`, `2017-08` of the day before. */
export function monthEndedBy(day: string): string {
  const month = day.slice(0, 7);
  if (lastDayOfMonth(month) <= day) return month;
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** Minutes since midnight of a time such as `09:30`. */
export function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** A number of minutes since midnight as a time such as `09:30`. */
export function timeOfDay(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
