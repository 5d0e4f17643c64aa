import { z } from 'zod';
import { alignment } from '../registers/alignment.ts';
import { scorecard as drawScorecard } from '../registers/scorecard.ts';
import { dataTable, maybeNumber, maybeWords, words } from './table.ts';

/** The scorecard. */
export const scorecard = dataTable({
  name: 'scorecard',
  title: 'Scorecard',
  row: z.strictObject({
    id: words('the id of the indicator'),
    name: words('its name'),
    definition: words('what is counted, exactly'),
    unit: words('the unit of its values'),
    better: words('up or down'),
    baseline: maybeNumber('where it started'),
    baseline_date: maybeWords('the day of the baseline'),
    target: maybeNumber('what it is to become'),
    target_date: maybeWords('the day of the target'),
    path: maybeNumber('where it should be on the day of the latest value'),
    latest: maybeNumber('the latest value'),
    latest_date: maybeWords('the day of the latest value'),
    direction: maybeWords('better, worse or same, against the value before'),
    on_path: z.boolean().nullable().describe('whether the latest value is at least as good as the path'),
    owner: words('the role that answers for it'),
  }),
  rows: (library) =>
    drawScorecard(library).map(({ id, indicator, path, latest, direction, onPath }) => {
      const { name, definition, unit, direction: better, baseline, target, owner } = indicator.entry.data;
      return {
        id,
        name,
        definition,
        unit,
        better,
        baseline: baseline?.value ?? null,
        baseline_date: baseline?.date ?? null,
        target: target?.value ?? null,
        target_date: target?.date ?? null,
        path,
        latest: latest?.value ?? null,
        latest_date: latest?.date ?? null,
        direction,
        on_path: onPath,
        owner,
      };
    }),
});

/** Every value of every indicator. */
export const indicatorValues = dataTable({
  name: 'indicator-values',
  title: 'Values of indicators',
  row: z.strictObject({
    indicator: words('the id of the indicator'),
    date: words('the day the value is of'),
    area: maybeWords('the area it is of; nothing for the whole'),
    value: z.number().describe('the value, in the unit of the indicator'),
  }),
  rows: (library) =>
    drawScorecard(library).flatMap(({ id: indicator, values }) =>
      values.map(({ date, area, value }) => ({ indicator, date, area: area ?? null, value })),
    ),
});

/** What delivers and measures each objective. */
export const alignmentRows = dataTable({
  name: 'alignment',
  title: 'Alignment of objectives',
  row: z.strictObject({
    objective: words('the id of the objective'),
    title: words('the objective'),
    outcome: maybeWords('the outcome it serves'),
    priorities: words('the priorities it serves, with spaces between'),
    initiatives: words('the initiatives that deliver it, with spaces between'),
    indicators: words('the indicators that measure it, with spaces between'),
  }),
  rows: (library) =>
    alignment(library).outcomes.flatMap(({ objectives }) =>
      objectives.map(({ objective, initiatives, indicators }) => ({
        objective: objective.id,
        title: objective.title,
        outcome: objective.parent ?? null,
        priorities: objective.aligned_to.join(' '),
        initiatives: initiatives.map(({ id }) => id).join(' '),
        indicators: indicators.map(({ id }) => id).join(' '),
      })),
    ),
});
