import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { inWords } from '../registers/dates.ts';
import type { Rule } from '../rules/rule.ts';
import { type Waiver, waiversInForce } from '../rules/waivers.ts';
import { factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { roleTitle } from './record-facts.ts';
import { table } from './table.ts';
import { capital } from './words.ts';

/** How much a breach of a rule weighs here. */
export function severityOf(library: Library, { id, severity, binding }: Rule): Rule['severity'] {
  return binding ? severity : (library.organisation.standard.severities[id] ?? severity);
}

/** All rules of the standard, by id. */
export function ruleTable(library: Library, rules: readonly Rule[], link: Linker): SafeHtml {
  return table<Rule>({
    caption: 'Rules of the reporting standard',
    rows: rules,
    className: 'rules',
    columns: [
      { heading: 'Rule', kind: 'row-heading', cell: ({ id }) => linked(link, addresses.rule(id), id) },
      { heading: 'What it asks', cell: ({ asks }) => asks },
      { heading: 'A breach is', kind: 'narrow', cell: (rule) => capital(severityOf(library, rule)) },
    ],
  });
}

/** One rule: what it asks, why, where it comes from, and how a breach is mended. */
export function ruleFacts(library: Library, rule: Rule): SafeHtml {
  return factList([
    ['What', rule.asks],
    ['Why', rule.because],
    ['Source', rule.source ?? 'This standard’s own'],
    ['How to mend', rule.mend],
    ['A breach is', capital(severityOf(library, rule))],
    [
      'Can be waived',
      rule.binding
        ? 'No, since pages cannot be made, or must not be, where it is broken'
        : 'Yes, with a reason and a day',
    ],
  ]);
}

/** The waivers in force, with who waived what, why and until when. */
export function waiverTable(library: Library): SafeHtml {
  return table<Waiver>({
    caption: 'Waivers in force',
    rows: waiversInForce(library),
    className: 'waivers',
    none: 'No rule is waived.',
    columns: [
      { heading: 'Rule', kind: 'row-heading', cell: ({ rule }) => rule },
      { heading: 'File', cell: ({ file }) => html`<span class="path">${file}</span>` },
      { heading: 'Reason', cell: ({ reason }) => reason },
      { heading: 'Waived by', cell: ({ by }) => roleTitle(library, by) },
      { heading: 'Until', kind: 'narrow', cell: ({ until }) => inWords(until) },
    ],
  });
}
