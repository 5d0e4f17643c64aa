import { readFile } from 'node:fs/promises';
import { html, type SafeHtml } from '@remix-run/html-template';

/** What a page that stands by itself is made of. */
export interface StandalonePage {
  /** BCP 47, such as `en-GB`. */
  readonly language: string;
  readonly title: string;
  /** Its protective marking, which stands at its head and its foot. */
  readonly marking: string;
  /** Elements of the head that style it: a `<style>` of its own, or a `<link>` to a stylesheet beside it. */
  readonly styles: SafeHtml;
  /** What stands in it, its heading (`h1`) first. */
  readonly content: SafeHtml;
}

/** A complete document that is no page of the site: without navigation, scripts, or anything from elsewhere but its styles. */
export function standalonePage({ language, title, marking, styles, content }: StandalonePage): string {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${styles}
</head>
<body>
<a class="skip-link" href="#main">Skip to the content</a>
<header><p class="marking marking-top">${marking}</p></header>
<main id="main" class="page-width content" tabindex="-1">
${content}
</main>
<footer><p class="marking marking-foot">${marking}</p></footer>
</body>
</html>
`;
  return String(page);
}

/**
 * The styles of the site, to stand within a page, and the promise that the page asks for nothing: whatever its content says,
 * no browser runs a script of it or fetches anything for it. Its fonts are those of the machine.
 */
export async function stylesWithin(): Promise<SafeHtml> {
  const sheets = await Promise.all(
    ['tokens.css', 'content.css', 'frame.css', 'parts.css', 'page-print.css'].map((sheet) =>
      readFile(new URL(`../styles/${sheet}`, import.meta.url), 'utf8'),
    ),
  );
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return html`<meta http-equiv="Content-Security-Policy" content="${policy}">
<style>
${html.raw`${sheets.join('\n')}`}</style>`;
}
