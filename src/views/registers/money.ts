import { html, type SafeHtml } from '@remix-run/html-template';
import { moneyByYearChart, spendingChart } from '../../charts/money.ts';
import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { find } from '../../library/shelf.ts';
import { monthEndedBy, monthInWords } from '../../registers/dates.ts';
import type { SumFigure } from '../../registers/figures/figure.ts';
import { moneySums, portfolioSums } from '../../registers/figures/money.ts';
import { writeFigure } from '../../registers/finance.ts';
import { withAllBelow } from '../../registers/levels.ts';
import { type Money, type MoneyPosition, moneyPosition, spendingByMonth } from '../../registers/money.ts';
import { portfolioGlances } from '../../registers/portfolio.ts';
import { signed } from '../../registers/ratings.ts';
import { chartFigure } from '../chart.ts';
import { sourceLine, whence } from '../figures.ts';
import { linked } from '../linked.ts';
import type { Linker } from '../linker.ts';
import { type Column, table } from '../table.ts';
import type { TableOptions } from '../tables.ts';
import type { ViewOptions } from './view.ts';

/** A percentage with its sign, or that there is none to give. */
export function percent(value: number | null): string {
  return value === null ? '–' : `${signed(value)}%`;
}

/** Money of each year and of the whole life. */
function moneyTable(
  { years, life, unit, decimals }: MoneyPosition,
  sums: readonly SumFigure[],
  { caption, link }: { caption: string; link: Linker },
): SafeHtml {
  const all = { year: 'Whole life', ...life };
  const byName = new Map(sums.map((figure) => [/\/(\w+\/[^/]+)@/.exec(figure.name)?.[1], figure]));
  const write =
    (measure: Exclude<keyof Money, 'variancePercent'>) =>
    (row: Money & { year: string }): SafeHtml | string =>
      whence(byName.get(`${measure}/${row === all ? 'life' : row.year}`), writeFigure(row[measure], decimals), link);
  return table<Money & { year: string }>({
    caption,
    rows: [...years, all],
    className: 'finance',
    rowClass: (row) => (row === all ? 'total' : ''),
    columns: [
      { heading: unit, kind: 'row-heading', cell: ({ year }) => year },
      { heading: 'Baseline', kind: 'number', cell: write('baseline') },
      { heading: 'Budget', kind: 'number', cell: write('budget') },
      { heading: 'Spent to date', kind: 'number', cell: write('actual') },
      { heading: 'Forecast', kind: 'number', cell: write('forecast') },
      { heading: 'Variance', kind: 'number', cell: write('variance') },
      { heading: 'Variance, %', kind: 'number', cell: (row) => percent(row.variancePercent) },
    ],
  });
}

/** Whose money it is: an initiative’s, or that of the members of a portfolio. */
export interface MoneyOwner {
  readonly id: string;
  readonly name: string;
  readonly of: 'finance' | 'members';
  /** The initiatives it is added up over. */
  readonly initiatives: readonly string[];
}

/** Money of an initiative or a portfolio: by year, by month, and as charts. */
export function moneySection(
  library: Library,
  { id, name, of, initiatives }: MoneyOwner,
  { asOf, link, provenance }: ViewOptions,
): SafeHtml {
  const month = monthEndedBy(asOf);
  const money = moneyPosition(library, initiatives, month);
  const months = spendingByMonth(library, initiatives, month);
  const charts = [moneyByYearChart(id, name, money), spendingChart(id, name, months, money)];
  const files = initiatives.flatMap((one) => find(library.money, one)?.file ?? []);
  // The sums of an initiative are told without those below it, so figures that hold both lead nowhere.
  const sums = of === 'members' ? portfolioSums(library, id, month) : moneySums(library, id, month);
  const told = of === 'members' || initiatives.length === 1 ? sums : [];
  return html`${moneyTable(money, told, { caption: `Money of ${name}, figures of ${money.asAt === null ? 'no month' : monthInWords(money.asAt)}`, link })}
${sourceLine(files, money.asAt, { link, page: `${of === 'members' ? 'portfolios' : 'initiatives'}/${id}`, provenance })}
${charts.map((chart) => (chart === undefined ? '' : chartFigure(chart)))}`;
}

interface Line {
  /** Of the initiative; none of what they add up to. */
  readonly id?: string;
  readonly name: string | SafeHtml;
  readonly money: MoneyPosition;
}

/** The money of the members of a portfolio, with what they add up to. */
export function memberMoneyTable(
  lines: readonly { readonly id: string; readonly name: string; readonly money: MoneyPosition }[],
  total: MoneyPosition,
  { caption, link, facetsOf }: TableOptions,
): SafeHtml {
  const rows: Line[] = lines
    .filter(({ money }) => money.asAt !== null)
    .map(({ id, name, money }) => ({ id, name: linked(link, addresses.initiative(id), name), money }));
  const write = (value: number): string => writeFigure(value, total.decimals);
  const period = (which: 'thisYear' | 'life', words: string): Column<Line>[] => [
    { heading: `Baseline, ${words}`, kind: 'number', cell: ({ money }) => write(money[which].baseline) },
    { heading: `Forecast, ${words}`, kind: 'number', cell: ({ money }) => write(money[which].forecast) },
    { heading: `Variance, ${words}`, kind: 'number', cell: ({ money }) => percent(money[which].variancePercent) },
  ];
  return table<Line>({
    caption,
    rows: [...rows, { name: 'All', money: total }],
    className: 'finance',
    rowClass: ({ id }) => (id === undefined ? 'total' : ''),
    facets: facetsOf && (({ id }) => (id === undefined ? undefined : facetsOf(id))),
    columns: [
      { heading: total.unit, kind: 'row-heading', cell: ({ name }) => name },
      ...period('thisYear', 'year'),
      ...period('life', 'life'),
    ],
  });
}

/** The money of every portfolio: its members, their sum, year by year and month by month. */
export function moneyView(library: Library, options: ViewOptions): SafeHtml {
  const { asOf, link, facetsOf } = options;
  const month = monthEndedBy(asOf);
  const portfolios = portfolioGlances(library, asOf);
  if (portfolios.length === 0) return html`<p class="none">There is no portfolio whose money could be told.</p>`;
  return html`${portfolios.map(({ portfolio, initiatives }) => {
    const { name, members } = portfolio.data;
    const all = withAllBelow(library, members);
    const lines = initiatives.map(({ initiative, money }) => ({
      id: initiative.id,
      name: initiative.data.name,
      money,
    }));
    const total = moneyPosition(library, all, month);
    return html`<h2 id="money-${portfolio.id}">${name} portfolio</h2>
${
  total.asAt === null
    ? html`<p class="none">No money is on record.</p>`
    : html`${memberMoneyTable(lines, total, { caption: `Money of the ${name} portfolio`, link, facetsOf })}
${moneySection(library, { id: portfolio.id, name: `the ${name} portfolio`, of: 'members', initiatives: all }, options)}`
}`;
  })}`;
}
