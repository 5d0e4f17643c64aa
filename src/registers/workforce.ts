import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { monthEndedBy } from './dates.ts';
import { sum } from './sums.ts';

/** The posts of one role, or of several together, in full-time equivalents. */
export interface Posts {
  readonly establishment: number;
  readonly inPost: number;
  readonly vacancies: number;
  /** The vacancies expected three months later. */
  readonly vacanciesForecast: number;
}

/** One row of the workforce register. */
export interface WorkforceRow extends Posts {
  readonly initiative: string;
  readonly initiativeName: string;
  readonly asAt: string;
  readonly role: string;
  readonly resource: 'internal' | 'external';
}

/** Posts are counted to a tenth. */
const decimals = 1;

/**
 * Draws the workforce register: for each initiative, the rows of the latest month.
 *
 * @param month the last month whose counts are shown, as in `2017-09`
 */
export function workforceRegister(library: Library, month = monthEndedBy(library.asAt)): WorkforceRow[] {
  return Object.entries(library.workforce)
    .flatMap(([initiative, { data }]) => {
      const last = data.reduce((latest, { as_at }) => (as_at <= month && as_at > latest ? as_at : latest), '');
      return data
        .filter(({ as_at }) => as_at === last)
        .map((row) => ({
          initiative,
          initiativeName: find(library.initiatives, initiative)?.data.name ?? initiative,
          asAt: row.as_at,
          role: row.role,
          resource: row.resource,
          establishment: row.establishment,
          inPost: row.in_post,
          // A role that is overfilled does not fill the posts of another.
          vacancies: Math.max(0, sum([row.establishment, -row.in_post], decimals)),
          vacanciesForecast: row.vacancies_forecast,
        }));
    })
    .toSorted((a, b) => byCodeUnit(a.initiativeName, b.initiativeName) || byCodeUnit(a.role, b.role));
}

/** Adds up posts. */
export function addPosts(rows: readonly Posts[]): Posts {
  const total = (pick: (row: Posts) => number): number => sum(rows.map(pick), decimals);
  return {
    establishment: total((row) => row.establishment),
    inPost: total((row) => row.inPost),
    vacancies: total((row) => row.vacancies),
    vacanciesForecast: total((row) => row.vacanciesForecast),
  };
}
