import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Entry } from '../records/read-records.ts';

/** Files that can be printed as they are. */
const picture = /\.(png|jpe?g|webp|svg)$/i;

/** Where an annex stands in the content. */
export function annexPath({ parts }: Entry<'paper'>, file: string): string {
  return `meetings/${parts.board}/${parts.date}/${file}`;
}

/** The annexes of a paper as they are printed after it: pictures as they are; of any other file, that it is not printed. */
export function annexesView(paper: Entry<'paper'>): SafeHtml {
  return html`${paper.data.annexes.map(
    ({ file, title }, index) => html`<section class="annex">
<h2>Annex ${index + 1}: ${title}</h2>
${
  picture.test(file)
    ? html`<figure role="group"><img src="${encodeURI(addresses.asset(annexPath(paper, file)))}" alt="${title}"></figure>`
    : html`<p class="quiet">Not printed: the file ${file}, which is kept with the paper on the site.</p>`
}
</section>
`,
  )}`;
}
