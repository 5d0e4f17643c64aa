import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Change, changedDemonstration } from '../changed-demonstration.ts';

/**
 * Ten faults of ten kinds, each planted in a file of its own, with the rule that must find it, and the words it must point
 * at where that is not what was changed.
 */
const planted: (Change & { rule: string; found?: { file?: string; at: string } })[] = [
  {
    rule: 'risk-form',
    file: 'initiatives/transforming-the-estate/risks.yml',
    from: '  residual: { probability: 3, impact: 4 }',
    to: '  residual: { probability: 5, impact: 5 }',
  },
  {
    rule: 'benefit-measure',
    file: 'initiatives/smarter-working/benefits.yml',
    from: '    - { period: 2018-19, planned: 24000 }',
    to: '    - { period: 2016-17, planned: 24000 }',
  },
  {
    rule: 'finance-published',
    file: 'initiatives/smarter-working/finance.csv',
    from: '2017-06,2018-19,capital,non-pay,external,0.6,',
    to: '2017-06,2018-19,capital,non-pay,external,6.0,',
    // The first of the rows whose sum is not what was published.
    found: { at: '2017-06,2018-19,capital,pay,internal' },
  },
  {
    rule: 'change-states',
    file: 'change-requests/cr-002.md',
    from: '  - { state: assessed, date: 2017-10-02, by: reporting-officer }\n',
    to: '',
    found: { at: '  - { state: assessed' },
  },
  {
    rule: 'tolerance-escalation',
    file: 'initiatives/strengthening-armed-policing/escalations.yml',
    from: '  trigger: time',
    to: '  trigger: scope',
    found: { file: 'initiatives/strengthening-armed-policing/reports/2017-18-q3.md', at: '  time:\n    ' },
  },
  {
    rule: 'scale-mapping',
    file: 'portfolios/national.md',
    from: 'values: { green: green, amber: amber, red: red }',
    to: 'values: { green: green, amber: amber }',
    found: { at: '  - from: rag3' },
  },
  {
    rule: 'baseline-change',
    file: 'initiatives/transforming-investigation/milestones.yml',
    from: 'version: 2, change_request: cr-001 }',
    to: 'version: 3, change_request: cr-001 }',
  },
  {
    rule: 'rag-claimed',
    file: 'initiatives/optimising-response/reports/2017-18-q1.md',
    from: '  overall:\n    value: amber',
    to: '  overall:\n    value: green',
    found: { at: '    value: amber' },
  },
  {
    rule: 'unknown-reference',
    file: 'initiatives/workforce-futures/issues.yml',
    from: '  owner: ',
    to: '  owner: x',
  },
  {
    rule: 'indicator-definition',
    file: 'indicators/estate-running-cost.md',
    from: 'direction: down',
    to: 'direction: up',
    found: { at: 'target:' },
  },
];

test('ten faults planted in the demonstration are all found, each at its line', async () => {
  const { diagnostics } = await changedDemonstration(planted);
  for (const { rule, file, from, found: { file: where = file, at = from } = {} } of planted) {
    const text = await readFile(join('content', where), 'utf8');
    const line = text.slice(0, text.indexOf(at) + at.length).split('\n').length;
    const told = diagnostics.filter((fault) => fault.severity === 'error' && fault.rule === rule);
    expect(
      told.map((fault) => `${fault.file}:${fault.line}`),
      rule,
    ).toContain(`${where}:${line}`);
  }
});
