import { counted } from '../registers/counted.ts';
import { monthInWords } from '../registers/dates.ts';
import { writeFigure } from '../registers/finance.ts';
import type { MoneyPosition, MonthOfSpending } from '../registers/money.ts';
import { bars, type Chart, line, plainOptions } from './chart.ts';

/** Baseline, forecast and spending of each year; undefined where there is no money. */
export function moneyByYearChart(id: string, name: string, money: MoneyPosition): Chart | undefined {
  if (money.years.length === 0) return undefined;
  const { unit, decimals, years, life } = money;
  const series = [
    { label: 'Baseline', pick: (year: MoneyPosition['life']) => year.baseline },
    { label: 'Forecast', pick: (year: MoneyPosition['life']) => year.forecast },
    { label: 'Spent to date', pick: (year: MoneyPosition['life']) => year.actual },
  ];
  return {
    id: `chart-money-${id}`,
    title: `Cost by year, ${name} (${unit})`,
    summary: `Bars for ${counted(years.length, 'year')}. Over all years the forecast is ${writeFigure(life.forecast, decimals)} against a baseline of ${writeFigure(life.baseline, decimals)} (${unit}).`,
    size: { width: 640, height: 300 },
    config: {
      type: 'bar',
      data: {
        labels: years.map(({ year }) => year),
        datasets: series.map(({ label, pick }, index) => ({ label, data: years.map(pick), ...bars(index) })),
      },
      options: plainOptions(unit),
    },
    table: {
      headings: ['Year', ...series.map(({ label }) => label)],
      rows: years.map((year) => [year.year, ...series.map(({ pick }) => writeFigure(pick(year), decimals))]),
    },
  };
}

/** What had been spent of the year by the end of each month; undefined where fewer than two months are on record. */
export function spendingChart(
  id: string,
  name: string,
  months: readonly MonthOfSpending[],
  { unit, decimals }: Pick<MoneyPosition, 'unit' | 'decimals'>,
): Chart | undefined {
  const last = months.at(-1);
  if (last === undefined || months.length < 2) return undefined;
  return {
    id: `chart-spending-${id}`,
    title: `Spent in the year, month by month, ${name} (${unit})`,
    summary: `A line of ${months.length} months; ${writeFigure(last.toDate, decimals)} (${unit}) by the end of ${monthInWords(last.month)}.`,
    size: { width: 640, height: 280 },
    config: {
      type: 'line',
      data: {
        labels: months.map(({ month }) => monthInWords(month).replace(/^(\w{3})\w* /, '$1 ')),
        datasets: [{ label: 'Spent to date', data: months.map(({ toDate }) => toDate), ...line(0) }],
      },
      options: plainOptions(unit),
    },
    table: {
      headings: ['Month', 'In the month', 'To date'],
      rows: months.map(({ month, spent, toDate }) => [
        monthInWords(month),
        writeFigure(spent, decimals),
        writeFigure(toDate, decimals),
      ]),
    },
  };
}
