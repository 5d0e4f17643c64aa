import type { Library } from '../library/library.ts';
import type { InitiativeGlance } from '../registers/portfolio.ts';
import { initiativeGlances } from '../registers/portfolio.ts';

/**
 * The columns of the government's major projects return, in the order the return has them.
 * Source: Government Major Projects Portfolio data, as published with the Infrastructure and Projects Authority's annual
 * reports.
 */
const columns: readonly (readonly [
  heading: string,
  cell: (library: Library, glance: InitiativeGlance) => string | number,
])[] = [
  ['GMPP ID Number', (_, { initiative }) => initiative.id],
  ['Project Name', (_, { initiative }) => initiative.data.name],
  ['Department', (library) => library.organisation.name],
  ['Description / Aims', (_, { initiative }) => firstParagraph(initiative.body?.text ?? '')],
  ['IPA Delivery Confidence Assessment', (_, { report }) => report?.data.delivery_confidence?.independent ?? ''],
  ['SRO Delivery Confidence Assessment', (_, { report }) => report?.data.delivery_confidence?.sro ?? ''],
  [
    'Departmental commentary on actions planned or taken on the IPA Delivery Confidence Assessment rating',
    (_, { report }) => report?.data.rag.overall.path_to_green ?? '',
  ],
  ['Project - Start Date (Latest Approved Start Date)', (_, { initiative }) => approved(initiative.data.start)],
  ['Project - End Date (Latest Approved End Date)', (_, { initiative }) => approved(initiative.data.end)],
  [
    'Departmental narrative on schedule, including any deviation from planned schedule (if necessary)',
    (_, { report }) => report?.data.rag.time?.path_to_green ?? '',
  ],
  [
    'Financial Year Baseline (£m) (including Non-Government Costs)',
    (_, { money }) => inMoney(money, money.thisYear.baseline),
  ],
  [
    'Financial Year Forecast (£m) (including Non-Government Costs)',
    (_, { money }) => inMoney(money, money.thisYear.forecast),
  ],
  ['Financial Year Variance (%)', (_, { money }) => money.thisYear.variancePercent ?? ''],
  [
    'Departmental narrative on budget/forecast variance for the financial year (if variance is more than 5%)',
    (_, { report }) => report?.data.finance.narrative ?? '',
  ],
  [
    'TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs)',
    (_, { money }) => inMoney(money, money.life.baseline),
  ],
  ['Departmental Narrative on Budgeted Whole Life Costs', (_, { report }) => report?.data.finance.narrative ?? ''],
  ['TOTAL Baseline Benefits (£m)', () => ''],
  ['Departmental Narrative on Budgeted Benefits', (library, { initiative }) => benefitWords(library, initiative.id)],
];

/** The return for every initiative that reports: a row of headings, then a row for each. Benefits in money are not recorded. */
export function gmppReturn(library: Library): (string | number)[][] {
  const reporting = initiativeGlances(library).filter(({ report }) => report !== undefined);
  return [
    columns.map(([heading]) => heading),
    ...reporting.map((glance) => columns.map(([, cell]) => cell(library, glance))),
  ];
}

function approved(dates: InitiativeGlance['initiative']['data']['start']): string {
  return dates?.approved ?? dates?.baseline ?? '';
}

function inMoney({ unit, asAt }: InitiativeGlance['money'], value: number): number | string {
  // The return is in millions of pounds; figures in another unit are left out, not converted by guess.
  return asAt !== null && unit === '£m' ? value : '';
}

function firstParagraph(text: string): string {
  return (text.trim().split(/\n\s*\n/, 1)[0] ?? '').replace(/\s+/g, ' ');
}

function benefitWords(library: Library, initiative: string): string {
  const own = Object.values(library.benefits).filter((benefit) => benefit.initiative === initiative);
  return own.map(({ title }) => title).join('; ');
}
