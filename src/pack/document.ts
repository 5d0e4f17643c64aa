import { html, type SafeHtml } from '@remix-run/html-template';
import type { PartSource } from './typeset/part.ts';

/** A complete document of one part. */
export function partDocument(
  id: string,
  language: string,
  title: string,
  content: SafeHtml,
  className = '',
): PartSource {
  const page = html`<!doctype html>
<html lang="${language}" class="${className}">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/print.css"></head>
<body>
${content}
</body>
</html>
`;
  return { id, html: String(page) };
}
