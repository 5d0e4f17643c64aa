import { html, type SafeHtml } from '@remix-run/html-template';
import type { AgendaItem } from '../records/meeting.ts';
import { factList } from './facts.ts';

/** The page that stands in a pack for the public in the place of an item that is taken in private. */
export function withheldView({ private: withheld, minutes }: AgendaItem): SafeHtml {
  if (withheld === undefined) return html``;
  const { reason, exemption, from, until } = withheld;
  return html`<p class="lead">This item is taken in private. What there is to read for it is not in this pack.</p>
${factList([
  ['Reason', reason],
  ['Authority', exemption],
  ['Withheld from', from],
  ['Until', until],
  ['Time', `${minutes} minutes`],
])}`;
}
