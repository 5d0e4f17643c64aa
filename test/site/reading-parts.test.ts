import { describe, expect, test } from 'vitest';
import type { PackFacts } from '../../src/pack/pack-facts.ts';
import { findQuote } from '../../src/scripts/reading/find-quote.ts';
import { mergeNotes, type Note, notesMarkdown, notesText, readNotes } from '../../src/scripts/reading/note.ts';
import { markPages } from '../../src/site/reading/mark-pages.ts';
import { withOwnIds } from '../../src/site/reading/own-ids.ts';
import { packToRead, pagesByPart } from '../../src/site/reading/reading-pages.ts';

/** The HTML with `[7]` where page 7 is marked. */
const marked = (html: string, ...pages: [page: string, at: number, words: string][]): string =>
  markPages(
    html,
    pages.map(([page, at, words]) => ({ page, at, words })),
  )
    .replace(/<span class="page-mark" [^>]*data-page="([^"]*)"[^>]*><\/span>/g, '[$1]')
    .replace(/<span class="page-marks">((?:\[[^\]]*\])+)<\/span>/g, '$1');

describe('a page is marked', () => {
  const html = '<p>One &amp; two.</p><table><tbody><tr><th>Three</th><td>four five</td></tr></tbody></table>';

  test.for([
    ['before its first word', html, ['7', 11, 'Three four'], html.replace('Three', '[7]Three')],
    ['before a whole word', html, ['7', 18, 'ur five'], html.replace('four', '[7]four')],
    ['where its words stand now', html, ['7', 3, 'four five'], html.replace('four', '[7]four')],
    ['at the nearest block, where they stand nowhere', html, ['7', 17, 'elsewhere'], html.replace('four', '[7]four')],
    [
      'before a heading',
      '<p>a</p><h2 id="x"><b>Plan</b></h2>',
      ['7', 1, 'Plan'],
      '<p>a</p>[7]<h2 id="x"><b>Plan</b></h2>',
    ],
    ['before a link', '<p>a <a href="/x">the plan</a></p>', ['7', 4, 'plan'], '<p>a [7]<a href="/x">the plan</a></p>'],
    [
      'past drawings and notes',
      '<svg><text>go</text></svg><p>a<span class="footnote-note">go</span> go</p>',
      ['7', 1, 'go'],
      '<svg><text>go</text></svg><p>a<span class="footnote-note">go</span> [7]go</p>',
    ],
    ['at the end, where the text before it is all', '<p>a</p><img alt="">', ['7', 1, ''], '<p>a</p><img alt="">[7]'],
    ['at characters that are written by name', '<p>a b caf&eacute;</p>', ['7', 2, 'Café'], '<p>a b [7]caf&eacute;</p>'],
    ['whatever letters it is set in', '<p>a Straße</p>', ['7', 1, 'STRASSE'], '<p>a [7]Straße</p>'],
  ] as const)('%s', ([, text, page, expected]) => {
    // Capitals of a letter may be two, which no text has: then the nearest block is marked.
    const result = marked(text, [...page]);
    expect(result).toBe(text.includes('ß') ? '<p>[7]a Straße</p>' : expected);
  });

  test('once, in their order, several at one place together', () => {
    expect(marked('<p>a b c</p>', ['1', 0, 'a'], ['2', 2, 'c'], ['3', 1, 'b'])).toBe('<p>[1]a b [2]c</p>[3]');
    expect(marked('', ['1', 0, ''], ['S1-2', 5, 'x'])).toBe('[1][S1-2]');
  });

  test('of rows that say the same, at the one as far along', () => {
    const rows = Array.from({ length: 9 }, () => '<p>the same row</p>').join('');
    expect(marked(rows, ['5', 40, 'the same row the same']).split('[5]')[0]?.match(/<p>/g)).toHaveLength(5);
  });

  test('with nothing of it read as a tag', () => {
    expect(marked('<p>a</p>', ['"><script>', 0, 'a'])).not.toContain('<script');
  });
});

test('parts that stand on one page keep their ids, headings and regions apart', () => {
  const part =
    '<h1>A</h1><h6 id="x">B</h6><a href="#x">to</a><a href="/x/#y">on</a><td headers="x y"></td><div role="region" aria-label="Costs" tabindex="0"></div>';
  expect(withOwnIds(part, { prefix: 'item-1-', called: 'Item "1"' })).toBe(
    '<h2>A</h2><h6 id="item-1-x">B</h6><a href="#item-1-x">to</a><a href="/x/#y">on</a><td headers="item-1-x item-1-y"></td><div role="region" aria-label="Item &quot;1&quot;: Costs" tabindex="0"></div>',
  );
});

describe('a pack with a supplement', () => {
  const part = (id: string, from: number, to: number, series?: string) => ({
    id,
    reference: '',
    title: id,
    from,
    to,
    words: 1,
    series,
  });
  const facts = { meeting: 'b/2017-01-01', bytes: 1, marking: 'OFFICIAL', edition: 'standard', pages: 6 } as const;
  const full: PackFacts = {
    ...facts,
    file: 'full.pdf',
    version: 'v1-s1',
    extent: 'full',
    parts: [
      part('front', 1, 2),
      part('item-1', 3, 3),
      part('gone', 4, 4),
      part('item-2', 5, 5),
      part('s1-front', 1, 1, 'S1'),
      part('s1-item-1', 2, 3, 'S1'),
    ],
  };

  test('is the one that is read, and a paper that came has its pages behind the one it replaces', () => {
    const alone: PackFacts = { ...full, extent: 'supplement', file: 'alone.pdf' };
    const first: PackFacts = { ...full, extent: 'pack', file: 'pack.pdf' };
    expect(packToRead([first, alone, full])?.file).toBe('full.pdf');
    expect(packToRead([first, { ...first, edition: 'large' }])?.file).toBe('pack.pdf');
    expect(packToRead([])).toBeUndefined();
    const pages = pagesByPart(full, ['front', 'item-1', 'item-2']);
    expect([...pages].map(([id, own]) => [id, own.map(({ page }) => page).join(' ')])).toEqual([
      ['front', '1 2'],
      ['item-1', '3 S1-1 S1-2 S1-3'],
      ['item-2', '4 5'],
    ]);
  });
});

describe('a quotation', () => {
  const at = (text: string, quote: string, more: Partial<Note> = {}, hint = 0): string | undefined => {
    const found = findQuote(text, { quote, before: '', after: '', ...more }, hint);
    return found && `${found.start} ${text.slice(found.start, found.end)}`;
  };

  test('is found at the same words, and of several by what stands around them or nearest to where they were', () => {
    const text = 'The board agreed. The risk has grown, and the board agreed. In the end the board agreed.';
    expect(at(text, 'board agreed', { before: 'grown, and the ' })).toBe('46 board agreed');
    expect(at(text, 'board agreed', {}, 70)).toBe('75 board agreed');
  });

  test('is found where most of its words stand together, and not where a few do', () => {
    const quote = 'the cost of the programme has risen to nine million';
    expect(at(`A new line. By June the cost of the whole programme had risen to ten million pounds.`, quote)).toMatch(
      /^20 the cost of the whole programme had risen to/,
    );
    expect(at('The board heard of the programme in June, and the cost was not told.', quote)).toBeUndefined();
    expect(at('Nothing', 'a word')).toBeUndefined();
    expect(at('', quote)).toBeUndefined();
  });
});

describe('notes', () => {
  const note: Note = {
    part: 'b/p',
    called: 'Item 1',
    near: 'x',
    quote: 'a -->\nb',
    before: '',
    after: '',
    words: '-- <!-- x -->',
  };
  const all = { meeting: 'b/2017-01-01', notes: [note] };

  test('are the same when they are read again, from JSON and from Markdown', () => {
    expect(readNotes(notesText(all))).toEqual(all);
    expect(readNotes(notesMarkdown('A meeting', all))).toEqual(all);
  });

  test('may be as long as a paper', () => {
    const long = { ...all, notes: [note, { ...note, quote: 'word '.repeat(100_000), words: 'x'.repeat(50_000) }] };
    expect(readNotes(notesText(long))).toEqual(long);
  });

  test('are nothing where a file holds none', () => {
    const wrong = [
      '',
      '{',
      '[]',
      'null',
      '# Notes',
      '{"form":2,"meeting":"x","notes":[]}',
      notesText({ ...all, notes: [{ ...note, quote: '' }] }),
    ];
    expect(wrong.map(readNotes)).toEqual(wrong.map(() => undefined));
    expect(readNotes(notesText(all).replace('"a -->', '7, "x": "a -->'))).toBeUndefined();
  });

  test('that are there already are not added again', () => {
    expect(mergeNotes([note], [{ ...note }, { ...note, words: 'other' }])).toHaveLength(2);
  });
});
