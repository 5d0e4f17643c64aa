import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { inWords, quarterOf } from '../registers/dates.ts';
import { type DecisionRow, paperFingerprint } from '../registers/decisions.ts';
import { renderBody } from './body.ts';
import { facetAttributes, sortAttributes } from './facets.ts';
import { type Fact, factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { decisionLink, dissentWords } from './record-blocks.ts';
import { capital } from './words.ts';

/** What decisions can be put in order by. */
export const decisionSorts = ['Date', 'Reference', 'Outcome'] as const;
type DecisionSort = (typeof decisionSorts)[number];

/** Decisions, each with its words, its reasons, what was before the board and what carries it out. */
export function decisionList(library: Library, rows: readonly DecisionRow[], { link }: { link: Linker }): SafeHtml {
  if (rows.length === 0) return html`<p class="none">There are no decisions.</p>`;
  return html`${rows.map((row) => {
    const { decision, date, boardName, itemTitle } = row;
    const { reference } = decision;
    const outcome = capital(decision.data.outcome);
    const facets = facetAttributes({ board: boardName, status: outcome, quarter: quarterOf(date) });
    const sorts: Record<DecisionSort, string> = { Date: date, Reference: reference, Outcome: outcome };
    return html`<article class="record record-decision" id="${reference}"${facets}${sortAttributes(sorts)}>
<h2>${decisionLink(decision, link)} ${itemTitle}</h2>
${renderBody(library, { file: decision.file, body: { text: decision.text } }, { link })}
${factList(factsOf(library, row, link))}
</article>`;
  })}`;
}

function factsOf(library: Library, row: DecisionRow, link: Linker): Fact[] {
  const { decision, boardName, date, isDraft, paper, supersededBy } = row;
  const { reasons, alternatives_rejected, conditions, authority, outcome, dissent, no_action } = decision.data;
  const replaced = find(library.decisions, decision.data.supersedes);
  const replacing = find(library.decisions, supersededBy ?? undefined);
  return [
    ['Board', `${boardName}, ${inWords(date)}${isDraft ? ' (draft minutes)' : ''}`],
    ['Outcome', outcome],
    ['Reasons', reasons],
    ['Alternatives rejected', alternatives_rejected],
    ['Conditions', conditions],
    ['Dissent', dissentWords(library, dissent)],
    ['Authority', authority],
    ['Paper', paper && paperWords(paper, link)],
    ['Settles', changeLinks(row, link)],
    ['Carried out by', actionLinks(library, row, link)],
    ['No action', no_action],
    ['Supersedes', replaced && decisionLink(replaced, link)],
    ['Superseded by', replacing && decisionLink(replacing, link)],
  ];
}

/** The paper that was before the board, and a mark by which its words can be known again. */
function paperWords(paper: NonNullable<DecisionRow['paper']>, link: Linker): SafeHtml {
  const mark = paperFingerprint(paper).slice(0, 16);
  return html`${linked(link, addresses.paper(paper.id), `${paper.data.reference}, ${paper.data.title}`)}<span class="sub">Fingerprint of its words: <span class="fingerprint">${mark}</span></span>`;
}

function changeLinks({ changeRequests }: DecisionRow, link: Linker): SafeHtml | null {
  if (changeRequests.length === 0) return null;
  return html`<ul>${changeRequests.map((id) => html`<li>${linked(link, addresses.changeRequest(id), `Change request ${id.toUpperCase()}`)}</li>`)}</ul>`;
}

function actionLinks(library: Library, { actions }: DecisionRow, link: Linker): SafeHtml | null {
  if (actions.length === 0) return null;
  return html`<ul>${actions.map((reference) => {
    const meeting = find(library.actions, reference)?.meeting ?? '';
    return html`<li>${linked(link, `${addresses.minutes(meeting)}#${reference}`, reference)}</li>`;
  })}</ul>`;
}
