import { crc32, deflateSync } from 'node:zlib';
import { html } from '@remix-run/html-template';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import { partDocument } from '../../src/pack/document.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import type { Asset, TypesetPart } from '../../src/pack/typeset/part.ts';
import { typesetParts } from '../../src/pack/typeset/typeset.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { renderBody } from '../../src/views/body.ts';

/** Papers that are hard to set. What is set has passed the guards: no word lost or doubled, nothing outside the page. */
const { library, source } = await checkContent('test/cases/base/content', async (declared) => declared ?? '2017-09-13');

let browser: Browser;
let assets: Map<string, Asset>;
beforeAll(async () => {
  browser = await openBrowser();
  assets = await printAssets(library, source);
});
afterAll(() => browser?.close());

const file = 'meetings/town-board/2017-07-19/02-bridge.md';
const words = (count: number): string => Array.from({ length: count }, (_, nth) => `word${nth}`).join(' ');
const lines = (count: number, line: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => line(nth)).join('\n');
const row = (count: number, cell: (nth: number) => string): string =>
  `| ${Array.from({ length: count }, (_, nth) => cell(nth)).join(' | ')} |`;

async function set(content: string | ReturnType<typeof renderBody>, given = assets): Promise<TypesetPart> {
  const body =
    typeof content === 'string'
      ? renderBody(library, { file, body: { text: content } }, { link: () => null, notes: 'inline' })
      : content;
  const source = partDocument(
    'paper',
    'en-GB',
    'A paper',
    html`<h1>A paper</h1><section class="paper">${body}</section>`,
    'paper',
  );
  const [part] = await typesetParts([source], given, { browser: async () => browser });
  if (part === undefined) throw new Error('Nothing was set.');
  return part;
}

describe('a paper is set whole that has', () => {
  test.each([
    ['a table with a row taller than a page', `| A | B |\n| --- | --- |\n| a | ${words(1500)} |\n| b | end |`, 3],
    [
      'a table of 60 columns',
      [row(60, (n) => `Head ${n}`), row(60, () => '---'), lines(12, (r) => row(60, (n) => `r${r}c${n}`))].join('\n'),
      2,
    ],
    ['300 lines of code', `\`\`\`\n${lines(300, (n) => `line ${n} ${'x'.repeat(n % 150)}`)}\n\`\`\``, 5],
    [
      'a word of 500 letters, in the text and in a cell',
      `A ${'abcdefghij'.repeat(50)} word.\n\n| A | B |\n| --- | --- |\n| ${'k'.repeat(500)} | b |`,
      1,
    ],
    ['lists nested seven deep', lines(7, (n) => `${'  '.repeat(n)}- level ${n} ${words(20)}`), 1],
    ['nothing to say', '', 1],
    [
      'two hundred pages',
      lines(1320, (n) => `${n % 9 === 0 ? `## Heading ${n}\n\n` : ''}Paragraph ${n} ${words(70)}.\n`),
      200,
    ],
  ])('%s', async (_what, text, pages) => {
    const part = await set(text);
    expect(part).toMatchObject({ engine: 'chromium', notes: [] });
    expect(part.pages).toBeGreaterThanOrEqual(pages);
  });

  test.each([
    ['200 footnotes', lines(200, (n) => `Sentence ${n}[^${n}] ${words(12)}.\n\n[^${n}]: Note number ${n}.\n`), 10],
    [
      'footnotes in a table',
      '| A | B |\n| --- | --- |\n| one[^1] | two[^2] |\n\n[^1]: First note.\n[^2]: Second note.\n',
      1,
    ],
  ])('%s, at the foot of their pages', async (_what, text, pages) => {
    const part = await set(text);
    expect(part).toMatchObject({ engine: 'pagedjs', notes: [] });
    expect(part.pages).toBeGreaterThanOrEqual(pages);
  });

  test('a picture of 12,000 pixels', async () => {
    assets.set('/files/long.png', { type: 'image/png', bytes: picture(12_000, 400) });
    expect((await set(html`<p><img src="/files/long.png" alt="A long line"></p>`)).pages).toBe(1);
  });

  test('cells that span rows across pages', async () => {
    const rows = Array.from({ length: 90 }, (_, nth) =>
      nth % 30 === 0
        ? html`<tr><th scope="row" rowspan="30">Group ${nth}</th><td>row ${nth}</td></tr>`
        : html`<tr><td>row ${nth}</td></tr>`,
    );
    const part = await set(
      html`<table><thead><tr><th scope="col">Group</th><th scope="col">Row</th></tr></thead><tbody>${rows}</tbody></table>`,
    );
    expect(part.pages).toBeGreaterThan(1);
  });
});

describe('a paper is refused, and says why, that has', () => {
  test('a drawing that asks for more', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>document.title="x"</script><image href="https://example.org/x.png"/><rect width="9" height="9"/></svg>';
    assets.set('/files/bad.svg', { type: 'image/svg+xml', bytes: Buffer.from(svg) });
    // Of a drawing shown as a picture no script runs and nothing is asked for: it is only what it draws itself.
    expect((await set(html`<p><img src="/files/bad.svg" alt="A square"></p>`)).pages).toBe(1);
    await expect(set(html`<p><img src="https://example.org/x.png" alt="Elsewhere"></p>`)).rejects.toThrow(
      'which was refused',
    );
  });

  test('a font that cannot be read', async () => {
    const [path] = [...assets.keys()].filter((name) => name.endsWith('-latin-400-normal.woff2'));
    if (path === undefined) throw new Error('There is no font.');
    const broken = new Map([...assets, [path, { type: 'font/woff2', bytes: Buffer.from('no font') }]]);
    // The next form of the font that the style names is not among the assets either.
    await expect(set('Words.', broken)).rejects.toThrow(
      /the font Source Serif 4 cannot be read, and it asks for .*source-serif-4-latin-400-normal\.woff, which was refused/,
    );
  });

  test('a font, unless it is read at the second attempt', async () => {
    const [path, font] = [...assets].find(([name]) => name.endsWith('-latin-400-normal.woff2')) ?? [];
    if (path === undefined || font === undefined) throw new Error('There is no font.');
    let attempts = 0;
    const failing = {
      type: font.type,
      get bytes() {
        attempts += 1;
        return attempts === 1 ? Buffer.from('no font') : font.bytes;
      },
    };
    expect((await set('Words.', new Map([...assets, [path, failing]]))).pages).toBe(1);
    expect(attempts).toBe(2);
  });

  test.each([
    ['Chinese', '議會', '議'],
    ['Arabic', 'مجلس', 'م'],
    ['an emoji', 'Done 🏙', '🏙'],
  ])('%s that no font has, by the character', async (_what, text, character) => {
    await expect(set(text)).rejects.toThrow(character);
  });
});

/** A black picture: PNG with one bit a pixel. */
function picture(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const pixels = Buffer.alloc((1 + Math.ceil(width / 8)) * height);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
