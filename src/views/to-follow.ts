import { html, type SafeHtml } from '@remix-run/html-template';
import { inWords } from '../registers/dates.ts';
import type { LatePaper } from '../registers/late-papers.ts';
import { factList } from './facts.ts';
import { capital } from './words.ts';

/** The page that stands in a pack for a paper that is not there. */
export function toFollowView({ item, ownerTitle, day, reason, agreedBy }: LatePaper): SafeHtml {
  const lead =
    reason === null
      ? 'The paper of this item has not been handed in.'
      : 'The paper of this item is not in this pack. It is to follow, as the chair has agreed.';
  return html`<p class="lead">${lead}</p>
${factList([
  ['Paper', item.paper],
  ['For', `${capital(item.purpose)}, ${item.minutes} minutes`],
  ['Decision sought', item.decision],
  ['Owner', ownerTitle ?? 'Nobody is named'],
  ['Due', inWords(day)],
  ['Reason', reason ?? 'None given'],
  ['Agreed by', agreedBy ?? 'Nobody yet'],
])}`;
}
