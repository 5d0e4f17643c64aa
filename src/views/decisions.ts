import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { inWords } from '../registers/dates.ts';
import type { DecisionRow } from '../registers/decisions.ts';
import { renderBody } from './body.ts';
import { type Fact, factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';

/** Decisions, each with its words, its reasons and the actions that carry it out. */
export function decisionList(library: Library, rows: readonly DecisionRow[], { link }: { link: Linker }): SafeHtml {
  if (rows.length === 0) return html`<p class="none">There are no decisions.</p>`;
  return html`${rows.map(({ decision, boardName, date, itemTitle, isDraft, actions }) => {
    const { reasons, alternatives_rejected, conditions, authority, outcome } = decision.data;
    const address = `${addresses.minutes(decision.meeting)}#${decision.reference}`;
    const facts: Fact[] = [
      ['Board', `${boardName}, ${inWords(date)}${isDraft ? ' (draft minutes)' : ''}`],
      ['Outcome', outcome],
      ['Reasons', reasons],
      ['Alternatives rejected', alternatives_rejected],
      ['Conditions', conditions],
      ['Authority', authority],
      ['Carried out by', actions.join(', ')],
    ];
    return html`<article class="record record-decision" id="${decision.reference}">
<h2>${linked(link, address, decision.reference)} ${itemTitle}</h2>
${renderBody(library, { file: decision.file, body: { text: decision.text } }, { link })}
${factList(facts)}
</article>`;
  })}`;
}
