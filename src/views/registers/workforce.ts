import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../../library/library.ts';
import { monthEndedBy, monthInWords } from '../../registers/dates.ts';
import { writeFigure } from '../../registers/finance.ts';
import { addPosts, type Posts, type WorkforceRow, workforceRegister } from '../../registers/workforce.ts';
import { initiativeColumn } from '../initiative-column.ts';
import { table } from '../table.ts';
import type { TableOptions } from '../tables.ts';
import { capital } from '../words.ts';
import type { ViewOptions } from './view.ts';

type Row = Posts & Partial<WorkforceRow> & { readonly isTotal?: true };

/** Posts, filled and vacant, with what they add up to. */
export function workforceTable(
  posts: readonly WorkforceRow[],
  { caption, link, facetsOf, showInitiative = true }: TableOptions & { showInitiative?: boolean },
): SafeHtml {
  const write = (value: number): string => writeFigure(value, 1);
  const initiative = initiativeColumn<Row>(link, ({ initiative: id, initiativeName: name }) =>
    id === undefined ? undefined : [id, name ?? id],
  );
  return table<Row>({
    caption,
    rows: posts.length === 0 ? [] : [...posts, { ...addPosts(posts), isTotal: true }],
    className: 'workforce',
    none: 'There are no posts.',
    facets: facetsOf && (({ initiative: id, isTotal }) => (isTotal ? undefined : facetsOf(id))),
    rowClass: ({ isTotal }) => (isTotal ? 'total' : ''),
    columns: [
      { heading: 'Role', kind: 'row-heading', cell: ({ role }) => role ?? 'All' },
      ...(showInitiative ? [initiative] : []),
      {
        heading: 'Filled from',
        kind: 'narrow',
        cell: ({ resource }) => (resource === undefined ? '' : capital(resource)),
      },
      {
        heading: 'As at',
        kind: 'narrow',
        cell: ({ asAt }) => (asAt === undefined ? '' : monthInWords(asAt)),
        sort: ({ asAt }) => asAt ?? '',
      },
      { heading: 'Establishment', kind: 'number', cell: (row) => write(row.establishment) },
      { heading: 'In post', kind: 'number', cell: (row) => write(row.inPost) },
      { heading: 'Vacancies', kind: 'number', cell: (row) => write(row.vacancies) },
      { heading: 'Expected in three months', kind: 'number', cell: (row) => write(row.vacanciesForecast) },
    ],
  });
}

/** The posts of all initiatives. */
export function workforceView(library: Library, { asOf, link, facetsOf }: ViewOptions): SafeHtml {
  return html`${workforceTable(workforceRegister(library, monthEndedBy(asOf)), { caption: 'Posts by initiative, in full-time equivalents', link, facetsOf })}`;
}
