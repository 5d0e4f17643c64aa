import { html, type SafeHtml } from '@remix-run/html-template';
import { counted } from '../registers/counted.ts';
import type { CycleTracker, ReturnRow, ReturnStatus } from '../registers/cycles.ts';
import { inWords, short } from '../registers/dates.ts';
import { stateBadge } from './badges.ts';
import { initiativeColumn } from './initiative-column.ts';
import type { Linker } from './linker.ts';
import { table } from './table.ts';

const tones = { 'on-time': 'green', late: 'amber', missing: 'red', awaited: 'none' } as const satisfies Record<
  ReturnStatus,
  string
>;

/** Who has handed in a return of a cycle, who was late, and who has not. */
export function returnsTable({ cycle, rows }: CycleTracker, { link }: { link: Linker }): SafeHtml {
  return table<ReturnRow>({
    caption: `Returns for ${cycle.data.period}, due ${inWords(cycle.data.due)}`,
    rows,
    className: 'returns',
    none: 'No initiative reports in this cycle.',
    columns: [
      initiativeColumn(link, ({ initiative }) => [initiative.id, initiative.data.name], 'row-heading'),
      { heading: 'To be written by', cell: ({ authorTitle }) => authorTitle },
      {
        heading: 'Handed in',
        kind: 'narrow',
        cell: ({ report }) => (report === undefined ? '–' : short(report.data.submitted)),
      },
      {
        heading: 'Status',
        kind: 'narrow',
        cell: ({ status, daysLate }) =>
          html`${stateBadge(status, tones[status])}${daysLate === 0 ? '' : html`<span class="sub">${counted(daysLate, 'day')}</span>`}`,
      },
    ],
  });
}
