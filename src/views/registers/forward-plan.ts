import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { counted } from '../../registers/counted.ts';
import { quarterOf, short } from '../../registers/dates.ts';
import { forwardPlan, type MatterView } from '../../registers/forward-plan.ts';
import { linked } from '../linked.ts';
import type { Linker } from '../linker.ts';
import { routeList } from '../matter.ts';
import { table } from '../table.ts';
import { capital } from '../words.ts';
import type { ViewOptions } from './view.ts';

/** Every matter with its way through the boards: where it has been, where it goes next, and where no day is set. */
export function forwardPlanView(library: Library, { asOf, link, facetsOf }: ViewOptions): SafeHtml {
  const rows = forwardPlan(library, asOf);
  const open = rows.filter(({ isOpen }) => isOpen).length;
  return html`<p class="lead">${capital(counted(rows.length, 'matter'))}, ${open} still on the way.</p>
${table<MatterView>({
  caption: 'Matters and their way through the boards',
  rows,
  className: 'forward-plan',
  none: 'There is nothing on the forward plan.',
  facets:
    facetsOf &&
    (({ initiative, leadTitle, steps, isOpen }) => ({
      ...facetsOf(initiative?.id),
      board: steps.map(({ board }) => board.data.name),
      owner: leadTitle,
      status: isOpen ? 'On the way' : 'Settled',
      quarter: [...new Set(steps.flatMap(({ visits }) => visits.map(({ meeting }) => quarterOf(meeting.date))))],
    })),
  columns: [
    { heading: 'Matter', kind: 'row-heading', cell: (row) => matterCell(row, link) },
    { heading: 'Lead', cell: ({ leadTitle }) => leadTitle },
    {
      heading: 'Raised',
      kind: 'narrow',
      cell: ({ matter }) => short(matter.data.raised),
      sort: (row) => row.matter.data.raised,
    },
    {
      heading: 'Way through the boards',
      cell: ({ steps }) => routeList(steps, link),
    },
  ],
})}`;
}

function matterCell({ matter, initiative, isOpen }: MatterView, link: Linker): SafeHtml {
  const from = initiative === undefined ? '' : html`<span class="sub">From ${initiative.data.name}</span>`;
  const { closed } = matter.data;
  const end = isOpen || closed === undefined ? '' : html`<span class="sub">Taken off the plan: ${closed.reason}</span>`;
  return html`${linked(link, addresses.matter(matter.id), matter.data.title)}<span class="sub">${matter.data.asks}</span>${from}${end}`;
}
