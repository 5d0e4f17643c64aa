import { html, type SafeHtml } from '@remix-run/html-template';
import { inWords } from '../registers/dates.ts';
import type { Fact } from '../views/facts.ts';
import { rangeInWords } from '../views/words.ts';
import type { IssuedPack, ReleaseManifest } from './manifest.ts';

/** A part of a pack that was issued. */
export type IssuedPart = IssuedPack['parts'][number];

/** What a version was issued from, and with what. */
export type IssueFacts = Pick<ReleaseManifest, 'commit' | 'date' | 'generator' | 'standard' | 'asOf'>;

/** The same as facts, for the page of the version. */
export function issueFacts({ commit, date, generator, standard, asOf }: IssueFacts): Fact[] {
  return [
    ['As at', inWords(asOf)],
    ['Commit', html`<code>${commit}</code>, ${inWords(date)}`],
    ['Made with', generator],
    ['Reporting standard', `version ${standard}`],
  ];
}

/** The pages of a part as they are numbered: `12`, `12 to 15`, `S1-2 to S1-4`; a dash where it has none. */
export function pageWords(part: IssuedPart | undefined): string {
  if (part === undefined) return '–';
  const label = (page: number): string => (part.series === undefined ? String(page) : `${part.series}-${page}`);
  return rangeInWords(label(part.from), label(part.to));
}

/**
 * The parts of a pack with their pages, as a table.
 *
 * @param pageOf the page that shows a part, where there is one
 */
export function shownParts(
  pack: IssuedPack | undefined,
  pageOf: (part: IssuedPart) => string | undefined = () => undefined,
): SafeHtml {
  return html`<div class="table-wrap" role="region" aria-labelledby="contents" tabindex="0"><table>
<thead><tr><th scope="col">Item</th><th scope="col">Title</th><th scope="col" class="number">Pages</th></tr></thead>
<tbody>${pack?.parts.map((part) => {
    const page = pageOf(part);
    const title = page === undefined ? part.title : html`<a href="${page}">${part.title}</a>`;
    return html`
<tr><td class="narrow">${part.reference}</td><th scope="row">${title}</th><td class="number">${pageWords(part)}</td></tr>`;
  })}
</tbody></table></div>`;
}
