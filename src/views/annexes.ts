import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Entry } from '../records/read-records.ts';

/** An annex of a paper. */
export interface Annex {
  /** Counted from 1, those that are not printed among them. */
  readonly number: number;
  readonly title: string;
  /** Where it stands in the content. */
  readonly path: string;
  /** How it is printed; a file of another program is not. */
  readonly form: 'picture' | 'table' | 'pdf' | 'not-printed';
}

/** The annexes of a paper, in order. */
export function annexesOf(paper: Entry<'paper'>): Annex[] {
  return paper.data.annexes.map(({ file, title }, index) => ({
    number: index + 1,
    title,
    path: annexPath(paper, file),
    form: formOf(file),
  }));
}

/** Where an annex stands in the content. */
export function annexPath({ parts }: Entry<'paper'>, file: string): string {
  return `meetings/${parts.board}/${parts.date}/${file}`;
}

function formOf(file: string): Annex['form'] {
  if (/\.(png|jpe?g|webp|svg)$/i.test(file)) return 'picture';
  if (/\.csv$/i.test(file)) return 'table';
  return /\.pdf$/i.test(file) ? 'pdf' : 'not-printed';
}

/** A picture that is an annex. */
export function annexPicture({ title, path }: Annex): SafeHtml {
  return html`<figure role="group"><img src="${encodeURI(addresses.asset(path))}" alt="${title}"></figure>`;
}

/** On the cover of a paper: which of its annexes do not follow it in print; nothing where all do. */
export function notPrinted(paper: Entry<'paper'>): SafeHtml | '' {
  const missing = annexesOf(paper).filter(({ form }) => form === 'not-printed');
  if (missing.length === 0) return '';
  const names = missing.map(({ number, path }) => `Annex ${number} (${path.slice(path.lastIndexOf('/') + 1)})`);
  return html`<p class="quiet">Not printed; on the site: ${names.join(', ')}.</p>`;
}
