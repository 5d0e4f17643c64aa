import { html, type SafeHtml } from '@remix-run/html-template';
import type { PartSource } from './typeset/part.ts';

/**
 * A complete document of one part.
 *
 * @param isLarge whether it is of the large print edition, which has a stylesheet of its own over that of the others
 */
export function partDocument(
  id: string,
  language: string,
  title: string,
  content: SafeHtml,
  className = '',
  isLarge = false,
): PartSource {
  const classes = isLarge ? `${className} large`.trim() : className;
  const large = isLarge ? html`<link rel="stylesheet" href="/large.css">` : '';
  const page = html`<!doctype html>
<html lang="${language}" class="${classes}">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/print.css">${large}</head>
<body>
${content}
</body>
</html>
`;
  return { id, html: String(page) };
}
