import { html } from '@remix-run/html-template';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import { partDocument } from '../../src/pack/document.ts';
import { readFacts } from '../../src/pack/pdf/facts.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import type { Asset, TypesetPart } from '../../src/pack/typeset/part.ts';
import { typesetParts } from '../../src/pack/typeset/typeset.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { renderBody } from '../../src/views/body.ts';

/** Papers that are harder to set in large print. What is set has passed the guards, so nothing is outside the page. */
const { library, source } = await checkContent('test/cases/base/content', async (declared) => declared ?? '2017-09-13');

let browser: Browser;
let assets: Map<string, Asset>;
beforeAll(async () => {
  browser = await openBrowser();
  assets = await printAssets(library, source);
});
afterAll(() => browser?.close());

async function set(text: string): Promise<TypesetPart & { wide: number }> {
  const entry = { file: 'meetings/town-board/2017-07-19/02-bridge.md', body: { text } };
  const body = renderBody(library, entry, { link: () => null, notes: 'inline' });
  const content = html`<section class="cover-sheet"><h1>A paper</h1></section><section class="paper">${body}</section>`;
  const document = partDocument('paper', 'en-GB', 'A paper', content, 'paper', true);
  const [part] = await typesetParts([document], assets, { browser: async () => browser });
  if (part === undefined) throw new Error('Nothing was set.');
  const { sizes } = await readFacts(part.pdf);
  return { ...part, wide: sizes.filter(({ width, height }) => width > height).length };
}

const row = (count: number, cell: (nth: number) => string): string =>
  `| ${Array.from({ length: count }, (_, nth) => cell(nth)).join(' | ')} |`;
const table = (columns: number): string =>
  [row(columns, (n) => `Head ${n}`), row(columns, () => '---'), row(columns, (n) => `cell ${n}`)].join('\n');

test('a table of few columns stands on a page held upright, one of four on its side, behind an upright cover sheet', async () => {
  expect(await set(table(3))).toMatchObject({ pages: 2, wide: 0 });
  expect(await set(table(4))).toMatchObject({ pages: 2, wide: 1 });
});

test('a table of 60 columns, and a word of 500 letters', async () => {
  expect((await set(table(60))).pages).toBeGreaterThan(2);
  expect((await set(`${'abcdefghij'.repeat(50)}\n\n| A | B |\n| --- | --- |\n| ${'k'.repeat(500)} | b |`)).pages).toBe(
    2,
  );
});

test('footnotes stand at the foot of pages held upright; beside a wide table they follow the text, and the log says so', async () => {
  const note = '\n\n[^1]: A note.\n';
  expect(await set(`A word[^1].${note}`)).toMatchObject({ engine: 'pagedjs', notes: [], pages: 2, wide: 0 });
  const wide = await set(`${table(5).replace('cell 2', 'cell[^1]')}${note}`);
  expect(wide).toMatchObject({ engine: 'chromium', wide: 1 });
  expect(wide.notes.join()).toContain('The notes stand at the end');
});
