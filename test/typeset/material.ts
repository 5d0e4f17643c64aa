import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Asset, PartSource } from '../../src/pack/typeset/part.ts';

const require = createRequire(import.meta.url);
const fonts = join(dirname(require.resolve('@fontsource/source-serif-4/package.json')), 'files');

const font = (name: string): Asset => ({ type: 'font/woff2', bytes: readFileSync(join(fonts, name)) });

const css = `
@font-face { font-family: Text; font-weight: 400; src: url(/fonts/400.woff2); }
@font-face { font-family: Text; font-weight: 700; src: url(/fonts/700.woff2); }
@page { size: A4; margin: 20mm; @bottom-center { content: "Page " counter(page); font-family: Text; } }
body { font: 11pt/1.4 Text; }
`;

/** A stylesheet and two fonts, as a pack would bring them. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ['/print.css', { type: 'text/css', bytes: Buffer.from(css) }],
  ['/fonts/400.woff2', font('source-serif-4-latin-400-normal.woff2')],
  ['/fonts/700.woff2', font('source-serif-4-latin-700-normal.woff2')],
]);

/** A complete document round a body. */
export function document(id: string, body: string): PartSource {
  const head = '<meta charset="utf-8"><title>Example</title><link rel="stylesheet" href="/print.css">';
  return { id, html: `<!doctype html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>` };
}

/** A table of so many rows, whose cells all differ. */
export function table(rows: number): string {
  const row = (n: number) => `<tr><td>Row ${n}</td><td>amount ${n * 7}</td></tr>`;
  const head = '<thead><tr><th scope="col">Line <b>of</b> work</th><th scope="col">Sum</th></tr></thead>';
  return `<table>${head}<tbody>${Array.from({ length: rows }, (_, n) => row(n)).join('')}</tbody></table>`;
}

/** Paragraphs with one footnote each. */
export function annotated(count: number): string {
  const text = 'The work went on through the summer as planned. '.repeat(8);
  const paragraph = (n: number) =>
    `<p id="p${n}">Paragraph ${n}<span class="footnote-note">Source <em>number ${n}</em>.</span> begins. ${text}</p>`;
  return Array.from({ length: count }, (_, n) => paragraph(n)).join('');
}
