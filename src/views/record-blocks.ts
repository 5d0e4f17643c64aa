import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { RecordBlockName } from '../markdown/record-blocks.ts';
import { placeOf } from '../records/paths.ts';
import { inWords } from '../registers/dates.ts';
import { actionBadge } from './badges.ts';
import { type Fact, factList } from './facts.ts';
import { roleTitle } from './record-facts.ts';

const outcomes = {
  approved: 'Approved',
  rejected: 'Rejected',
  deferred: 'Deferred',
  noted: 'Noted',
  delegated: 'Delegated',
} as const;

/**
 * The opening of a record block as a reader sees it: what it is, then its facts. The text of the block follows, and
 * `</section>` closes it.
 *
 * @param file the minutes it stands in
 * @param nth the line it starts on, which tells two updates to one action in the same minutes apart
 */
export function recordBlockOpening(
  library: Library,
  name: RecordBlockName,
  reference: string,
  file: string,
  nth: number,
): SafeHtml {
  const { title, facts } = describe(library, name, reference, file);
  const id = name === 'update' ? `update-${reference}-${nth}` : reference;
  return html`<section class="record record-${name}" id="${id}" aria-labelledby="${id}-title">
<p class="record-title" id="${id}-title">${title}</p>
${factList(facts)}
`;
}

function describe(
  library: Library,
  name: RecordBlockName,
  reference: string,
  file: string,
): { title: string | SafeHtml; facts: readonly Fact[] } {
  const decision = find(library.decisions, reference);
  if (name === 'decision' && decision !== undefined) {
    const { outcome, reasons, alternatives_rejected, conditions, authority } = decision.data;
    const facts: Fact[] = [
      ['Reasons', reasons],
      ['Alternatives rejected', alternatives_rejected],
      ['Conditions', conditions],
      ['Authority', authority],
    ];
    return { title: `Decision ${reference}: ${outcomes[outcome].toLowerCase()}`, facts };
  }
  const action = find(library.actions, reference);
  if (name === 'action' && action !== undefined) {
    const facts: Fact[] = [
      ['Owner', roleTitle(library, action.data.owner)],
      ['Due', inWords(action.data.due)],
    ];
    return { title: `Action ${reference}`, facts };
  }
  const { board, date } = placeOf(file)?.parts ?? {};
  const update = library.updates.find((one) => one.reference === reference && one.meeting === `${board}/${date}`);
  const facts: Fact[] = [
    ['Now due', update?.data.extended_to === undefined ? null : inWords(update.data.extended_to)],
    ['Evidence', update?.data.evidence],
  ];
  const status = update === undefined ? '' : actionBadge(update.data.status, 0);
  return { title: html`Update on action ${reference} ${status}`, facts };
}
