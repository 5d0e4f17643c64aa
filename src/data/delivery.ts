import { z } from 'zod';
import { forecastHonesty } from '../registers/honesty.ts';
import { milestoneRegister } from '../registers/milestones.ts';
import { initiativeGlances } from '../registers/portfolio.ts';
import { computedAspects, ratedReports } from '../registers/ratings.ts';
import { dataTable, id, initiative, maybeNumber, maybeWords, number, words } from './table.ts';

/** Initiatives with the figures of the portfolio paper. */
export const initiatives = dataTable({
  name: 'initiatives',
  title: 'Initiatives',
  row: z.strictObject({
    id,
    name: words('its name'),
    level: words('programme or project'),
    parent: maybeWords('the programme it belongs to'),
    sro: words('the role of its senior responsible owner'),
    cycle: maybeWords('the cycle of its latest report'),
    rating: maybeWords('its overall rating in that report'),
    milestones: number('its milestones, with those of everything below it'),
    delivered: number('those delivered'),
    slipped: number('those late against the agreed baseline'),
    at_risk: number('those at risk or missed'),
    unit: maybeWords('the unit of its money'),
    year_variance_percent: maybeNumber('variance of the year, in percent of the baseline'),
    life_variance_percent: maybeNumber('variance of the whole life, in percent of the baseline'),
  }),
  rows: (library) =>
    initiativeGlances(library).map((glance) => ({
      id: glance.initiative.id,
      name: glance.initiative.data.name,
      level: glance.initiative.data.level,
      parent: glance.initiative.data.parent ?? null,
      sro: glance.initiative.data.sro,
      cycle: glance.report?.parts.cycle ?? null,
      rating: glance.rating,
      milestones: glance.milestones.length,
      delivered: glance.delivered,
      slipped: glance.slipped,
      at_risk: glance.atRisk,
      unit: glance.money.unit || null,
      year_variance_percent: glance.money.thisYear.variancePercent,
      life_variance_percent: glance.money.life.variancePercent,
    })),
});

/** Milestones as the register has them. */
export const milestones = dataTable({
  name: 'milestones',
  title: 'Milestones',
  row: z.strictObject({
    id,
    initiative,
    title: words('what will have been done'),
    lead: words('who leads it'),
    partners: words('who supports it, with spaces between'),
    quarter: words('the quarter it was first agreed for'),
    first_agreed: words('the day or quarter it was first agreed for'),
    agreed: words('the day or quarter it is agreed for now'),
    baseline_moves: number('how often its baseline has been moved'),
    expected: words('the day or quarter it is expected, or was delivered'),
    slip_days: number('days late against what is agreed now'),
    moved_days: number('days it moved since the report before'),
    reported: words('what the latest report says of it'),
    status: words('as reported, but at-risk where what it waits for is in trouble'),
    waits_for: maybeWords('the milestone in trouble that it waits for'),
  }),
  rows: (library) =>
    milestoneRegister(library).rows.map((row) => ({
      id: row.milestone.id,
      initiative: row.milestone.initiative,
      title: row.milestone.title,
      lead: row.leadLabel,
      partners: row.milestone.partners.join(' '),
      quarter: row.quarter,
      first_agreed: row.first,
      agreed: row.due,
      baseline_moves: row.moves,
      expected: row.expected,
      slip_days: row.slip,
      moved_days: row.sinceLast,
      reported: row.reported,
      status: row.status,
      waits_for: row.waitsFor,
    })),
});

/** Ratings claimed and computed, a row for each report and aspect. */
export const ratings = dataTable({
  name: 'ratings',
  title: 'Ratings, claimed and computed',
  row: z.strictObject({
    initiative,
    cycle: words('the cycle of the report'),
    submitted: words('the day it was handed in'),
    aspect: words('what is rated'),
    claimed: maybeWords('the rating in the report'),
    computed: words('the rating its records give'),
    because: words('what the computed rating follows from'),
    override_by: maybeWords('the role whose judgement the claimed rating is, where it is better'),
  }),
  rows: (library) =>
    [...ratedReports(library).values()].flat().flatMap(({ report, computed, overridden }) =>
      computedAspects.map((aspect) => ({
        initiative: report.parts.initiative ?? '',
        cycle: report.parts.cycle ?? '',
        submitted: report.data.submitted,
        aspect,
        claimed: report.data.rag[aspect]?.value ?? null,
        computed: computed[aspect].value,
        because: computed[aspect].because,
        override_by: overridden.includes(aspect) ? (report.data.rag[aspect]?.by ?? null) : null,
      })),
    ),
});

/** Forecasts held against what came about. */
export const honesty = dataTable({
  name: 'forecast-honesty',
  title: 'Forecasts and what came of them',
  row: z.strictObject({
    initiative,
    name: words('its name'),
    tested: number('forecasts of milestones delivered since'),
    kept: number('those whose milestone came by the day forecast'),
    mean_days_late: maybeNumber('days milestones came after the day forecast, on average'),
  }),
  rows: (library) =>
    forecastHonesty(library).map((row) => ({
      initiative: row.initiative,
      name: row.initiativeName,
      tested: row.tested,
      kept: row.kept,
      mean_days_late: row.meanDaysLate,
    })),
});
