import type { Library } from '../../library/library.ts';
import { drawnOnce } from '../../library/memo.ts';
import { find } from '../../library/shelf.ts';
import { slug } from '../../markdown/slug.ts';
import { factKey } from '../../records/facts.ts';
import type { MoneyRow } from '../../records/money.ts';
import type { Entry } from '../../records/read-records.ts';
import { monthEndedBy } from '../dates.ts';
import { withAllBelow } from '../levels.ts';
import { countingRows } from '../money.ts';
import { type StoredFigure, type SumFigure, signedSum, sumFigure } from './figure.ts';

/** What finance.csv has of each year, in the order of its columns. */
export const measures = ['baseline', 'budget', 'actual', 'forecast'] as const;
type Measure = (typeof measures)[number];

/** The same with the variance, forecast less baseline. */
const measured = [...measures, 'variance'] as const;
const words = {
  baseline: 'baseline',
  budget: 'budget',
  actual: 'spent to date',
  forecast: 'forecast',
  variance: 'variance, forecast less baseline',
} as const satisfies Record<(typeof measured)[number], string>;

/** The place of each row in its file. */
const rowNumbers = drawnOnce(
  (library: Library) =>
    new Map(Object.values(library.money).flatMap(({ data }) => data.map((row, index) => [row, index] as const))),
);

/** The months that an initiative has figures of, the earliest first. */
export function monthsOf(library: Library, initiative: string): string[] {
  const rows = find(library.money, initiative)?.data ?? [];
  return [...new Set(rows.map((row) => row.as_at))].toSorted();
}

/**
 * One figure of a row of finance.csv, e.g. `smarter-working/finance/actual/2017-18@2017-06/capital-pay-internal`; undefined where
 * the row has none, since a year to come has nothing spent.
 */
function rowFigure(library: Library, file: Entry<'money'>, row: MoneyRow, measure: Measure): StoredFigure | undefined {
  const value = row[measure];
  const initiative = find(library.initiatives, file.id);
  if (value === undefined || initiative === undefined) return undefined;
  const { as_at, year, category, type, resource, funding } = row;
  const index = rowNumbers(library).get(row) ?? 0;
  const { line, column } = file.positions[`/${index}/${measure}`] ?? { line: 1, column: 1 };
  const kind = slug([category, type, resource, funding].filter(Boolean).join(' '));
  return {
    name: `${file.id}/finance/${measure}/${year}@${as_at}/${kind}`,
    title: `${initiative.data.name}, ${words[measure]} for ${year}, ${category}, ${type}, ${resource}`,
    value,
    unit: initiative.data.finance?.unit ?? '',
    decimals: initiative.data.finance?.decimals ?? 0,
    asAt: as_at,
    at: { file: file.file, line, column, key: factKey(as_at, year, category, type, resource, funding, measure) },
  };
}

/** The money of an initiative as it stood at the end of a month: every sum by year and of the whole life. */
export function moneySums(library: Library, id: string, month = monthEndedBy(library.asAt)): SumFigure[] {
  const file = find(library.money, id);
  const name = find(library.initiatives, id)?.data.name ?? id;
  const rows = countingRows(library, id, month);
  if (file === undefined || rows.length === 0) return [];
  const years = [...Map.groupBy(rows, ({ year }) => year)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const byYear = years.map(([year, own]) => {
    const asAt = own[0]?.as_at ?? month;
    const sums = measures.map((measure) =>
      sumFigure(
        `${id}/finance/${measure}/${year}@${asAt}`,
        `${name}, ${words[measure]} for ${year}`,
        own.flatMap((row) => rowFigure(library, file, row, measure) ?? []),
      ),
    );
    return withVariance(sums, `${id}/finance`, `${year}@${asAt}`, `${name}, `, ` for ${year}`);
  });
  const latest =
    rows
      .map((row) => row.as_at)
      .toSorted()
      .at(-1) ?? month;
  return [...byYear.flat(), ...wholeLife(byYear, `${id}/finance`, latest, `${name}, `)];
}

/** The money of a portfolio: what its members and all below them add up to, as `london/members/forecast/life@2017-12`. */
export function portfolioSums(library: Library, id: string, month = monthEndedBy(library.asAt)): SumFigure[] {
  const portfolio = find(library.portfolios, id);
  if (portfolio === undefined) return [];
  const all = withAllBelow(library, portfolio.data.members).flatMap((member) => moneySums(library, member, month));
  const owners = Map.groupBy(
    all.filter(({ name }) => !/\/(variance)\/|\/life@/.test(name)),
    ({ name }) => /\/finance\/(.*)@/.exec(name)?.[1] ?? '',
  );
  const years = [...new Set([...owners.keys()].map((key) => key.split('/')[1] ?? ''))].toSorted();
  const name = `${portfolio.data.name} portfolio, `;
  const asAt =
    all
      .flatMap((figure) => figure.asAt ?? [])
      .toSorted()
      .at(-1) ?? month;
  const byYear = years.map((year) => {
    const sums = measures.map((measure) =>
      sumFigure(
        `${id}/members/${measure}/${year}@${asAt}`,
        `${name}${words[measure]} for ${year}`,
        owners.get(`${measure}/${year}`) ?? [],
      ),
    );
    return withVariance(sums, `${id}/members`, `${year}@${asAt}`, name, ` for ${year}`);
  });
  return byYear.length === 0 ? [] : [...byYear.flat(), ...wholeLife(byYear, `${id}/members`, asAt, name)];
}

/** The sums of all years together. */
function wholeLife(byYear: readonly (readonly SumFigure[])[], owner: string, month: string, name: string): SumFigure[] {
  const sums = measures.map((measure, index) =>
    sumFigure(
      `${owner}/${measure}/life@${month}`,
      `${name}${words[measure]} for the whole life`,
      byYear.flatMap((sums) => sums[index] ?? []),
    ),
  );
  return withVariance(sums, owner, `life@${month}`, name, ' for the whole life');
}

function withVariance(
  sums: readonly SumFigure[],
  owner: string,
  when: string,
  name: string,
  period: string,
): SumFigure[] {
  const [baseline, , , forecast] = sums;
  if (baseline === undefined || forecast === undefined) return [...sums];
  const terms = [
    { sign: 1, figure: forecast },
    { sign: -1, figure: baseline },
  ] as const;
  return [...sums, signedSum(`${owner}/variance/${when}`, `${name}${words.variance}${period}`, terms)];
}

/** The money that a name of one of the forms above stands for; without `@month` as it last stood. */
export function moneyNamed(library: Library, name: string): SumFigure | undefined {
  const [, owner = '', of, what, month] =
    /^([^/]+)\/(finance|members)\/([^/@]+\/[^/@]+)(?:@(\d{4}-\d{2}))?$/.exec(name) ?? [];
  if (what === undefined) return undefined;
  const sums = of === 'finance' ? moneySums(library, owner, month) : portfolioSums(library, owner, month);
  return sums.find((figure) => figure.name.startsWith(`${owner}/${of}/${what}@`));
}
