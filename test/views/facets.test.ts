import { html } from '@remix-run/html-template';
import { expect, test } from 'vitest';
import { facetAttributes, facetsOfPage } from '../../src/views/facets.ts';
import { table } from '../../src/views/table.ts';

const hostile = '"><script>alert(1)</script> data-board="x" & \n two lines';

test('names from the content stay inside their attribute', () => {
  const attributes = String(facetAttributes({ owner: hostile }));
  expect(attributes).toBe(
    ' data-row data-owner="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; data-board=&quot;x&quot; &amp; two lines"',
  );
});

test('a page offers what has at least two values among its rows, a row may have several', () => {
  const row = (facets: Parameters<typeof facetAttributes>[0]) => html`<tr${facetAttributes(facets)}></tr>`;
  const page = String(
    html`${row({ board: 'A', portfolio: ['London', 'National'], status: 'Open', owner: hostile })}${row({ board: 'A', status: 'Closed' })}`,
  );
  expect(facetsOfPage(page)).toEqual({
    rows: 2,
    facets: [
      { name: 'portfolio', label: 'Portfolio' },
      { name: 'status', label: 'Status' },
    ],
  });
  expect(facetsOfPage('<p>data-row</p>')).toEqual({ rows: 0, facets: [] });
});

test('a table says what rows are found and sorted by only where it is asked to', () => {
  const parts = {
    caption: 'Actions',
    rows: [1, 2],
    columns: [{ heading: 'Due', cell: (day: number) => `${day} Sep`, sort: (day: number) => `2017-09-0${day}` }],
  };
  const facets = (day: number) => (day === 1 ? { status: 'Open' } : undefined);
  expect(String(table(parts))).not.toContain('data-');
  const register = String(table({ ...parts, facets }));
  expect(register).toContain('<tr data-row data-status="Open"><td data-sort="2017-09-01">1 Sep</td></tr>');
  expect(register).toContain('<tr><td data-sort="2017-09-02">2 Sep</td></tr>');
});
