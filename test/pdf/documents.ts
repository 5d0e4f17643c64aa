import { html } from './print.ts';

const rows = Array.from(
  { length: 40 },
  (_, row) => `<tr><th scope="row">Row ${row}</th><td>${row * 3}</td><td>x</td></tr>`,
);

const CHART = `<svg role="img" aria-label="Chart of spend" width="200" height="60">
<rect x="5" y="5" width="40" height="40" fill="#36a"/><text x="5" y="55" font-size="10">Spend</text></svg>`;

const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A paper of three pages with most of what a paper can have; its links lead to itself, to `other` and out. */
export const paper = (title: string, other: string): string =>
  html(
    `<h1 id="top">${title}</h1>
<p>Words <em>in italics</em>, <strong>office flow</strong> and a <a href="#costs">link within</a>,
<a href="https://pack.invalid/${other}">the other paper</a>, <a href="https://pack.invalid/${other}#costs">its costs</a>,
<a href="https://example.org/">a site</a>, <a href="https://pack.invalid/missing">a gap</a>.</p>
<ul><li>Alpha</li><li>Beta<ol><li>Nested</li></ol></li></ul>
<figure role="group">${CHART}<figcaption>Spend by year</figcaption></figure>
<p style="opacity:.5;border:1px solid">Faded words</p><p style="box-shadow:2px 2px 4px #000">Shadowed words</p>
<img alt="A dot" width="20" height="20" src="${DOT}">
<h2 id="costs">Costs</h2>
<table><caption>Costs by row</caption>
<thead><tr><th scope="col">Headone</th><th scope="col" colspan="2">Headtwo</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`,
    '@page{@bottom-center{content:"Margin " counter(page)}}',
  );

/** Furniture for `count` pages. */
export const furniture = (count: number): string =>
  html(
    Array.from({ length: count }, (_, page) => `<div class="page">Stamped ${page + 1} of ${count}</div>`).join(''),
    '@page{margin:0} body{margin:0} .page{height:297mm;box-sizing:border-box;overflow:hidden} .page+.page{break-before:page}',
  );
