import { expect, test } from 'vitest';
import { milestonesByQuarterChart } from '../../src/charts/milestones-by-quarter.ts';
import { milestoneRegister } from '../../src/registers/milestones.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { renderBody } from '../../src/views/body.ts';
import { chartFigure } from '../../src/views/chart.ts';

const { library } = await checkContent('content', async () => '2017-09-13');
const meeting = 'meetings/portfolio-and-investment-board/2017-06-21';

function render(text: string, notes: 'end' | 'inline' = 'end'): string {
  const link = (address: string) => (address.startsWith('/boards/') ? address : null);
  return String(
    renderBody(library, { file: `${meeting}/minutes.md`, body: { text } }, { link, notes, idPrefix: 'x-' }),
  );
}

test('raw HTML is shown as text', () => {
  expect(render('<script>alert(1)</script> <b onclick="x">b</b>')).not.toMatch(/<(script|b)/);
});

test('a link is followed where it can be, and is plain words where it cannot', () => {
  expect(render('[board](../../../boards/management-board.md)')).toContain(
    '<a href="/boards/management-board/">board</a>',
  );
  expect(render('[run](javascript:alert(1)) [paper](04-capital-outturn.md)')).toBe('<p>run paper</p>\n');
});

test('a reference to a figure is followed to where it comes from, else to its table, else it is plain words', () => {
  const text = 'The plan has [£141m](figure:capital-plan/nctphq/2017-18..2020-21).';
  const to = (start: string): string => {
    const link = (address: string) => (address.startsWith(start) ? address : null);
    return String(renderBody(library, { file: `${meeting}/minutes.md`, body: { text } }, { link }));
  };
  expect(to('/registers/')).toContain(
    '<a href="/registers/figures/finance/capital-plan/#capital-plan.nctphq.2017-18..2020-21">£141m</a>',
  );
  expect(to('/registers/finance/')).toContain('<a href="/registers/finance/capital-plan/">£141m</a>');
  expect(to('/boards/')).toBe('<p>The plan has £141m.</p>\n');
});

test('a reference without words is filled in as the record writes it', () => {
  const shown = render(
    'It has [](figure:capital-plan/nctphq/2017-18..2020-21), then [](figure:revenue-budget/savings/2018-19).',
  );
  expect(shown).toBe('<p>It has £141.1m, then −£93.7m.</p>\n');
});

test('notes stand at the end, or where they are called', () => {
  const text = 'Here[^1] and again[^1].\n\n[^1]: The *note*.\n';
  expect(render(text)).toMatch(/footnote-ref.*Notes.*The <em>note<\/em>/s);
  const inline = render(text, 'inline');
  expect(inline).toContain('<span class="footnote-note">The <em>note</em>.</span>');
  expect(inline.match(/The <em>note/g)).toHaveLength(1);
});

test('a record block shows its facts in words, and not the lines they were written as', () => {
  const block = '::: action PIB-2017-A01\nitem: 2\nowner: director-of-portfolio\ndue: 2017-09-08\n\nDo *this*.\n:::\n';
  const shown = render(block);
  expect(shown).toContain('Director of the Portfolio Office');
  expect(shown).toContain('8 September 2017');
  expect(shown).toContain('<p>Do <em>this</em>.</p>');
  expect(shown).not.toContain('director-of-portfolio');
});

test('headings and numbered paragraphs can be reached', () => {
  expect(render('## A heading\n\n12.3 The Board agreed.')).toMatch(
    /<h2 id="x-a-heading".*<p id="x-p12-3" class="numbered">/s,
  );
});

test('a chart is the same every time, with its words as text and its figures as a table', () => {
  const chart = milestonesByQuarterChart(milestoneRegister(library));
  const figure = String(chartFigure(chart));
  expect(String(chartFigure(chart))).toBe(figure);
  expect(figure).toContain('12 in 2017-18 Q1, 18 in 2017-18 Q2, 17 in 2017-18 Q3, 37 in 2017-18 Q4');
  expect(figure).toMatch(/<text[^>]*>Delivered<\/text>/);
  expect(figure).toMatch(/<th scope="row">2017-18 Q4<\/th>.*37<\/td>/);
});
