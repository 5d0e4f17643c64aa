import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import { loadPdf } from '../../src/pack/pdf/load.ts';
import type { PartSource, TypesetPart } from '../../src/pack/typeset/part.ts';
import { readPdf } from '../../src/pack/typeset/pdf-read.ts';
import { typesetParts } from '../../src/pack/typeset/typeset.ts';
import { TypesetError } from '../../src/pack/typeset/typeset-error.ts';
import { annotated, assets, document, table } from './material.ts';
import { pageTexts } from './read.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const set = (...parts: PartSource[]) => typesetParts(parts, assets, { browser: async () => browser });

async function setOne(part: PartSource): Promise<TypesetPart> {
  const [result] = await set(part);
  if (!result) throw new Error('nothing was set');
  return result;
}

async function faultsOf(body: string): Promise<string> {
  const failure: unknown = await set(document('example', body)).catch((error) => error);
  expect(failure).toBeInstanceOf(TypesetError);
  return (failure as TypesetError).message;
}

describe('what the browser prints itself', () => {
  test('keeps every row of a table over several pages and repeats its head', async () => {
    const part = await setOne(document('table', `<h1 id="top">Costs</h1>${table(150)}<p id="end">End</p>`));
    expect(part).toMatchObject({ id: 'table', engine: 'chromium', notes: [] });
    const pages = await pageTexts(part.pdf);
    expect(pages).toHaveLength(part.pages);
    expect(part.pages).toBeGreaterThan(3);
    for (const page of pages.slice(0, -1)) expect(page).toContain('Line of work Sum Row');
    const rows = pages.join(' ').match(/Row \d+/g);
    expect(rows).toEqual(Array.from({ length: 150 }, (_, n) => `Row ${n}`));
    expect(part.destinations).toEqual({ top: 0, end: part.pages - 1 });
  });

  test('knows where in the text each page begins', async () => {
    const part = await setOne(document('table', `<h1>Costs</h1>${table(150)}`));
    const pages = await pageTexts(part.pdf);
    const text = `CostsLineofworkSum${Array.from({ length: 150 }, (_, n) => `Row${n}amount${n * 7}`).join('')}`;
    expect(part.starts).toHaveLength(part.pages);
    for (const [index, { at, words }] of part.starts.entries()) {
      expect(text.slice(at).startsWith(words.replace(/\s/g, ''))).toBe(true);
      expect(pages[index]).toContain(words.slice(0, 'Row 149'.length).trim());
      // The head of the table stands on each page, and in the text once.
      expect(words).toMatch(index === 0 ? /^Costs/ : /^Row \d+ amount/);
    }
  });

  test('a page without text begins where the text before it ends', async () => {
    const part = await setOne(
      document(
        'gap',
        '<p>before</p><div style="break-before: page; height: 2em"></div><p style="break-before: page">after</p>',
      ),
    );
    expect(part.starts).toEqual([
      { at: 0, words: 'before' },
      { at: 6, words: '' },
      { at: 6, words: 'after' },
    ]);
  });

  test('accepts lists, ligatures, generated, hidden and right-to-left text', async () => {
    const body = `
      <style>.q::before { content: "Question " counter(q) ": "; } .up { text-transform: uppercase; }
      .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }</style>
      <ol start="8"><li>eight<li>nine<ul><li>inner</ul><li>ten</ol><ol type="a"><li>first<li>second</ol>
      <p class="q">is it an official affliction?</p><p class="up">Straße</p><p hidden>not here</p>
      <p class="hidden">for readers only</p><p aria-hidden="true">for the eye only</p>
      <p>Thé café e\u0301 1\u20442 ﬁ 10&nbsp;000 “quoted” ‘text’ … — soft&shy;hyphen</p>
      <p style="width: 4em">long&shy;word&shy;that&shy;breaks&shy;in&shy;places</p>
      <p style="font-variant-numeric: oldstyle-nums; font-variant-caps: small-caps">Small Caps 1234</p>
      <p style="font-family: sans-serif">Reports in Hebrew: שלום עולם (ok) and back</p>
      <svg role="img" aria-label="A chart" width="200" height="40"><text y="20">Axis label</text></svg>
      <p>before <span style="float: right">floated</span> after, <b style="position: relative">raised</b> end</p>`;
    expect(await setOne(document('mixed', body))).toMatchObject({ pages: 1, notes: [] });
  });

  test('gives every id a destination, other alphabets included', async () => {
    const part = await setOne(
      document('ids', '<h2 id="Überblick">A</h2><p style="break-before: page" id="a.b c">B</p>'),
    );
    expect(part.destinations).toEqual({ Überblick: 0, 'a.b c': 1 });
  });

  test('gives the same bytes in a used tab, in any order', async () => {
    const one = document('one', `<h1 id="x">One</h1>${table(30)}`);
    const two = document('two', `<h1 id="x">Two</h1>${annotated(3)}`);
    const first = await set(one, two);
    const [b, a] = await set(two, one);
    expect(
      first.map(({ pdf }) => Buffer.from(pdf).equals(Buffer.from((pdf === first[0]?.pdf ? a : b)?.pdf ?? []))),
    ).toEqual([true, true]);
  });
});

describe('footnotes', () => {
  test('stand at the foot of the page of their number, set by Paged.js', async () => {
    const part = await setOne(document('notes', `<h1>Notes</h1>${annotated(14)}${table(60)}`));
    expect(part).toMatchObject({ engine: 'pagedjs', notes: [] });
    const pages = await pageTexts(part.pdf);
    expect(pages).toHaveLength(part.pages);
    for (let n = 0; n < 14; n += 1) {
      const on = pages.findIndex((page) => page.includes(`Paragraph ${n} `));
      expect(part.destinations[`p${n}`]).toBe(on);
      expect(pages[on]).toContain(`${n + 1}. Source number ${n}.`);
      // Below all text of its page.
      expect(pages[on]?.indexOf(`Source number ${n}.`)).toBeGreaterThan(pages[on]?.lastIndexOf('summer') ?? 0);
    }
    expect(pages.filter((page) => page.includes('Line of work Sum Row')).length).toBeGreaterThan(1);
    const begins = part.starts.slice(1).map(({ words }) => words.replace(/\s/g, '').slice(0, 9));
    const seen = pages.slice(1).map((page) => page.replace('Line of work Sum', '').replace(/\s/g, '').slice(0, 9));
    expect(begins).toEqual(seen);
    // Notes are not in the run of the text.
    expect(part.starts.map(({ words }) => words).join()).not.toContain('Source');
  });

  test('go to the end of the part, which says so, where Paged.js loses text', async () => {
    const long = 'This cell goes on and on, far beyond the page that it begins on. '.repeat(120);
    const part = await setOne(document('long', `${annotated(2)}<table><tr><td>${long}</td><td>x</td></tr></table>`));
    expect(part.engine).toBe('chromium');
    expect(part.notes.join()).toMatch(/^The notes stand at the end, because .*text is lost/);
    const text = (await pageTexts(part.pdf)).join(' ');
    expect(text).toMatch(/Notes 1\. Source number 0\. 2\. Source number 1\./);
    expect(text.match(/This cell goes on/g)).toHaveLength(120);
  });
});

describe('faults', () => {
  test('text that a box cuts off is named as lost', async () => {
    const text = 'The board is asked to agree the plan, and to note that the risk has grown since the spring.';
    const message = await faultsOf(`<h1>Plan</h1><p style="height: 1.4em; width: 20em; overflow: hidden">${text}</p>`);
    expect(message).toMatch(
      /^Part "example": text is lost after “.*”: “.*risk has grown since the spring\.” \(in <p>\)\.$/,
    );
  });

  test('tags that are not as they must be are named by page and clause', async () => {
    const message = await faultsOf('<h1>Plan</h1><p style="break-after: page">Words.</p><h3>Too deep</h3>');
    expect(message).toBe(
      'Part "example": its tags are not as they must be (its page 2, PDF/UA-1 7.4.2): A heading H3 follows one of H1.',
    );
  });

  test('a table wider than the page is named', async () => {
    const cells = Array.from({ length: 30 }, (_, n) => `<td>column${n}</td>`).join('');
    expect(await faultsOf(`<table><tr>${cells}</tr></table>`)).toMatch(/wider than the page.*column/);
  });

  test('text beside the page is named', async () => {
    const message = await faultsOf(
      '<p>here</p><p style="position: absolute; left: -3em; top: 5em; margin: -20mm">gone</p>',
    );
    expect(message).toContain('gone');
  });

  test('characters without a glyph are named, those in margins too', async () => {
    const margin = '<style>@page { @top-left { content: "漢" } }</style>';
    const message = await faultsOf(`${margin}<p>The mood was 😀 all day, 漢字 notwithstanding.</p>`);
    expect(message).toContain('no glyph for U+1F600 😀 in “The mood was 😀 all day, 漢字');
    expect(message).toContain('no glyph for U+6F22 漢');
    expect(message).toContain('no glyph for U+5B57 字');
    expect(message).toContain('in the margin of page 1');
  });

  test('whatever is not among the assets is refused and named', async () => {
    const addresses = [
      'http://example.com/x.png',
      'https://example.com/y.png',
      'file:///etc/passwd',
      'ftp://example.com/z.png',
      'https://pack.invalid/none.png',
    ];
    const message = await faultsOf(addresses.map((url) => `<img alt="" src="${url}">`).join(''));
    for (const url of addresses) expect(message).toContain(url);
  });

  test.for([
    ['frame', '<iframe src="https://example.com/frame"></iframe>', 'https://example.com/frame'],
    ['frame without address', '<iframe srcdoc="<p>inside</p>"></iframe>', 'an empty iframe'],
    ['plug-in', '<object data="https://example.com/object"></object>', 'https://example.com/object'],
    ['stylesheet', '<style>@import "http://example.com/a.css";</style>', 'http://example.com/a.css'],
    ['font', '<style>@font-face{font-family:X;src:url(file:///x.woff2)}</style>', 'file:///x.woff2'],
    ['background', '<p style="background: url(https://example.com/b.png)">x</p>', 'https://example.com/b.png'],
    ['redirection', '<meta http-equiv="refresh" content="0;url=http://example.com/r">', 'http://example.com/r'],
  ] as const)('a %s is refused and named', async ([, body, address]) => {
    expect(await faultsOf(`<p>text</p>${body}`)).toContain(address);
  });

  test('scripts of a part do not run, beside our own neither', async () => {
    const script = '<script>document.body.append("from a script")</script><p onclick="" id="x">text</p>';
    const handler = '<img alt="" src="data:image/png;base64,x" onerror="document.body.append(\'from a handler\')">';
    const [plain] = await set(document('script', script));
    expect((await pageTexts(plain?.pdf ?? new Uint8Array())).join()).not.toContain('script');
    const [paged] = await set(document('script', `${script}${annotated(1)}`));
    expect(paged?.engine).toBe('pagedjs');
    expect((await pageTexts(paged?.pdf ?? new Uint8Array())).join()).not.toContain('script');
    expect(await faultsOf(handler)).toContain('cannot be read as a picture');
  });

  test('all failing parts are named at once', async () => {
    const failing = [document('first', '<p>😀</p>'), document('good', '<p>x</p>'), document('third', '<p>☃</p>')];
    const failure: unknown = await set(...failing).catch((error) => error);
    expect((failure as TypesetError).faults.map(({ part }) => part)).toEqual(['first', 'third']);
  });
});

test('an asset that changes between two parts is read anew', async () => {
  const picture = (fill: string) => ({
    type: 'image/svg+xml',
    bytes: Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">${fill}</text></svg>`,
    ),
  });
  const part = document('picture', '<p>A picture: <img src="/p.svg" alt="word"></p>');
  const one = await openBrowser({ concurrency: 1 });
  try {
    for (const word of ['before', 'after']) {
      const own = new Map([...assets, ['/p.svg', picture(word)]]);
      const [result] = await typesetParts([part], own, { browser: async () => one });
      const { leaves } = readPdf(await loadPdf(result?.pdf ?? new Uint8Array(), word));
      const text = leaves.flatMap((leaf) => leaf.pages.flatMap((page) => page.segments.map((s) => s.text))).join('');
      expect(text).toContain(word);
    }
  } finally {
    await one.close();
  }
});

test('a part is set the same after any other in the tab', async () => {
  const picture = (text: string) => ({
    type: 'image/svg+xml',
    bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text>${text}</text></svg>`),
  });
  const all = new Map([...assets, ['/a.svg', picture('one')], ['/b.svg', picture('two')]]);
  const plain = document('plain', `<h1 id="x">Plain</h1>${table(30)}`);
  const parts = [
    document('styled', '<style>p { font-size: 8pt; } h1 { display: none; }</style><p>Small</p>'),
    plain,
    document('first', '<p>A <img src="/a.svg" alt="one"></p>'),
    document('second', '<p>The same <img src="/a.svg" alt="one"> and <img src="/b.svg" alt="two"></p>'),
    { ...plain, id: 'French', html: plain.html.replace('lang="en"', 'lang="fr" class="x"') },
    document('notes', annotated(2)),
    plain,
  ];
  const alone = await Promise.all(
    parts.map(async (part) => {
      const fresh = await openBrowser({ concurrency: 1 });
      const [set] = await typesetParts([part], all, { browser: async () => fresh });
      await fresh.close();
      return Buffer.from(set?.pdf ?? []).toString('latin1');
    }),
  );
  const one = await openBrowser({ concurrency: 1 });
  const together = await typesetParts(parts, all, { browser: async () => one });
  await one.close();
  expect(together.map(({ pdf }) => Buffer.from(pdf).toString('latin1'))).toEqual(alone);
});

test('text is set in the fonts of the document, and none of the machine', async () => {
  const body = '<p>Own</p><p style="font-family: Arial, DejaVu Sans, serif">Other</p>';
  const part = await setOne(document('fonts', body));
  const { context } = await loadPdf(part.pdf, 'The part');
  const objects = context.enumerateIndirectObjects().map(([, object]) => String(object));
  const names = objects.join('\n').match(/(?<=\/BaseFont \/[A-Z]{6}\+)\S+/g);
  const expected = process.platform === 'linux' ? ['OpenSans-Regular', 'SourceSerif4-Regular'] : expect.anything();
  expect([...new Set(names)].sort()).toEqual(expected);
});
