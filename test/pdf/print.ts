import { readFileSync } from 'node:fs';
import type { Browser } from '../../src/pack/browser/session.ts';
import { loadPdf } from '../../src/pack/pdf/load.ts';
import { mend } from '../../src/pack/pdf/mend.ts';
import { save } from '../../src/pack/pdf/save.ts';

const FONTS = {
  'source-serif-4': { family: 'Text', faces: ['400-normal', '700-normal', '400-italic'] },
  'source-sans-3': { family: 'Heading', faces: ['400-normal', '700-normal'] },
} as const;

const FILES = Object.entries(FONTS).flatMap(([name, { faces }]) =>
  faces.map((face) => {
    const path = `/${name}/files/${name}-latin-${face}.woff2`;
    const bytes = readFileSync(new URL(`../../node_modules/@fontsource${path}`, import.meta.url));
    return [path, { type: 'font/woff2', bytes }] as const;
  }),
);

function fontFaces(): string {
  return Object.entries(FONTS)
    .flatMap(([name, { family, faces }]) =>
      faces.map((face) => {
        const [weight, style] = face.split('-');
        const source = `url(/${name}/files/${name}-latin-${face}.woff2)`;
        return `@font-face{font-family:${family};font-weight:${weight};font-style:${style};src:${source}}`;
      }),
    )
    .join('\n');
}

const STYLE = `@page{size:A4;margin:20mm} html{font-family:Text} h1,h2,h3,th{font-family:Heading}
table{border-collapse:collapse} td,th{border:1px solid #888;padding:2mm}`;

/** Wraps `body` as a whole document with the test fonts. */
export function html(body: string, style = ''): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Part</title>
<style>${fontFaces()}${STYLE}${style}</style></head><body>${body}</body></html>`;
}

/** A printed PDF, fit to be joined. */
export async function mended(pdf: Uint8Array): Promise<Uint8Array> {
  return save(mend(await loadPdf(pdf, 'What was printed')).context);
}

/** Prints one document as a tagged PDF; a browser with one tab prints all of them in the same. */
export function print(browser: Browser, document: string): Promise<Uint8Array> {
  return browser.render({ scripts: false }, async (tab) => {
    // Fonts of its own for each document, so that it is opened anew and complete once opened.
    await tab.open({ html: document, assets: new Map(FILES) });
    return tab.page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  });
}
