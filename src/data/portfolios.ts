import { z } from 'zod';
import { cycleList, cycleTracker } from '../registers/cycles.ts';
import { portfolioDashboard } from '../registers/dashboard.ts';
import { portfolioGlances } from '../registers/portfolio.ts';
import { dataTable, maybeNumber, maybeWords, number, words } from './table.ts';

/** The key figures of each portfolio, as the dashboard and the portfolio paper show them. */
export const portfolios = dataTable({
  name: 'portfolios',
  title: 'Portfolios, the key figures of the dashboard',
  row: z.strictObject({
    id: words('the id of the portfolio'),
    name: words('its name'),
    as_of: words('the day the figures are of'),
    initiatives: number('its members'),
    rated: number('members that have a rating'),
    milestones: number('milestones of its members'),
    milestones_delivered: number('those delivered'),
    milestones_slipped: number('those late against the agreed baseline'),
    milestones_at_risk: number('those at risk or missed'),
    milestones_overdue: number('those reported on and not delivered whose day has passed'),
    milestones_unreported: number('those whose day has passed and that no report names'),
    milestones_due_this_quarter: number('those to come in the quarter of the day'),
    unit: words('the unit of its money'),
    year_baseline: number('baseline of the year'),
    year_forecast: number('forecast of the year'),
    year_variance_percent: maybeNumber('variance of the year, in percent'),
    life_baseline: number('baseline of the whole life'),
    life_forecast: number('forecast of the whole life'),
    life_variance_percent: maybeNumber('variance of the whole life, in percent'),
    benefits: number('benefits of its members'),
    benefits_short: number('those forecast to fall short this year'),
    changes_approved: number('approved change requests'),
    changes_pending: number('change requests still to be decided'),
    changes_time_days: number('days that approved changes add up to'),
    changes_cost: number('cost that approved changes add up to'),
    establishment: number('posts there are to be'),
    vacancies: number('posts vacant'),
    vacancies_forecast: number('vacancies expected three months later'),
    escalations_open: number('escalations without an answer'),
    risks_open: number('risks that are open'),
  }),
  rows: (library) =>
    Object.keys(library.portfolios).flatMap((id) => {
      const dashboard = portfolioDashboard(library, id);
      if (dashboard === undefined) return [];
      const { glance, milestones, money, benefits, changes, posts, escalations, risks } = dashboard;
      return {
        id,
        name: glance.portfolio.data.name,
        as_of: dashboard.asOf,
        initiatives: glance.initiatives.length,
        rated: glance.initiatives.filter(({ standing }) => standing !== null).length,
        milestones: milestones.all,
        milestones_delivered: milestones.delivered,
        milestones_slipped: milestones.slipped,
        milestones_at_risk: milestones.atRisk,
        milestones_overdue: milestones.overdue,
        milestones_unreported: milestones.unreported,
        milestones_due_this_quarter: milestones.dueThisQuarter,
        unit: money.unit,
        year_baseline: money.thisYear.baseline,
        year_forecast: money.thisYear.forecast,
        year_variance_percent: money.thisYear.variancePercent,
        life_baseline: money.life.baseline,
        life_forecast: money.life.forecast,
        life_variance_percent: money.life.variancePercent,
        benefits: benefits.all,
        benefits_short: benefits.short.length,
        changes_approved: changes.approved,
        changes_pending: changes.pending,
        changes_time_days: changes.timeDays,
        changes_cost: changes.cost,
        establishment: posts.establishment,
        vacancies: posts.vacancies,
        vacancies_forecast: posts.vacanciesForecast,
        escalations_open: escalations.length,
        risks_open: risks.open,
      };
    }),
});

/** How each member stands on the scale of its portfolio. */
export const confidence = dataTable({
  name: 'confidence',
  title: 'Confidence of initiatives on the scale of their portfolio',
  row: z.strictObject({
    portfolio: words('the id of the portfolio'),
    initiative: words('the id of the initiative'),
    scale: words('the scale of the portfolio'),
    value: maybeWords('the latest rating on that scale'),
    mapped_from: maybeWords('the scale it was given on, where it had to be mapped'),
    before: maybeWords('the rating before'),
    movement: number('steps it moved: above nought for better'),
  }),
  rows: (library) =>
    portfolioGlances(library).flatMap(({ portfolio, initiatives }) =>
      initiatives.map(({ initiative, standing, standingBefore, movement }) => ({
        portfolio: portfolio.id,
        initiative: initiative.id,
        scale: portfolio.data.rag_scale,
        value: standing?.value ?? null,
        mapped_from: standing?.mappedFrom ?? null,
        before: standingBefore?.value ?? null,
        movement,
      })),
    ),
});

/** The returns of every cycle. */
export const returns = dataTable({
  name: 'returns',
  title: 'Returns of every cycle',
  row: z.strictObject({
    cycle: words('the id of the cycle'),
    portfolio: words('the portfolio that reports'),
    due: words('the day returns were due'),
    initiative: words('the initiative that reports'),
    author: words('the role that writes the return'),
    submitted: maybeWords('the day it was handed in'),
    status: words('on-time, late, missing or awaited'),
    days_late: number('days after the day it was due'),
  }),
  rows: (library) =>
    cycleList(library).flatMap((cycle) =>
      cycleTracker(library, cycle).rows.map(({ initiative, author, report, status, daysLate }) => ({
        cycle: cycle.id,
        portfolio: cycle.data.portfolio,
        due: cycle.data.due,
        initiative: initiative.id,
        author,
        submitted: report?.data.submitted ?? null,
        status,
        days_late: daysLate,
      })),
    ),
});
