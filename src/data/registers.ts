import { z } from 'zod';
import { benefitsRegister } from '../registers/benefits.ts';
import { changeLog } from '../registers/changes.ts';
import { escalationRegister } from '../registers/escalations.ts';
import { issueRegister } from '../registers/issues.ts';
import { riskRegister } from '../registers/risks.ts';
import { workforceRegister } from '../registers/workforce.ts';
import { dataTable, flag, id, initiative, maybeNumber, maybeWords, number, words } from './table.ts';

/** Risks as the register has them. */
export const risks = dataTable({
  name: 'risks',
  title: 'Risks',
  row: z.strictObject({
    id,
    initiative,
    type: words('threat or opportunity'),
    cause: words('what may bring it about'),
    event: words('what may happen'),
    effect: words('what would follow'),
    owner: words('the role that owns it'),
    proximity: words('how soon it may happen'),
    response: words('what is done about it'),
    inherent_score: number('probability times impact before the response'),
    probability: number('probability now, from 1 to 5'),
    impact: number('impact now, from 1 to 5'),
    score: number('probability times impact now'),
    movement: number('change of the score since the report before'),
    open: flag('whether it is open'),
    review: words('the day it is looked at again'),
  }),
  rows: (library) =>
    riskRegister(library).map(({ risk, inherent, residual, movement, isOpen }) => ({
      id: risk.id,
      initiative: risk.initiative,
      type: risk.type,
      cause: risk.cause,
      event: risk.event,
      effect: risk.effect,
      owner: risk.owner,
      proximity: risk.proximity,
      response: risk.response,
      inherent_score: inherent.score,
      probability: residual.probability,
      impact: residual.impact,
      score: residual.score,
      movement,
      open: isOpen,
      review: risk.review,
    })),
});

/** Issues as the register has them. */
export const issues = dataTable({
  name: 'issues',
  title: 'Issues',
  row: z.strictObject({
    id,
    initiative,
    type: words('request-for-change, off-specification or problem'),
    description: words('what has happened'),
    impact: maybeWords('what it means for the objectives'),
    priority: maybeWords('high, medium or low'),
    severity: maybeWords('the level of management it needs'),
    owner: words('the role that sees it resolved'),
    recommendation: maybeWords('what is recommended'),
    raised: words('the day it was raised'),
    open: flag('whether it is open'),
    closed: maybeWords('the day it was closed'),
  }),
  rows: (library) =>
    issueRegister(library).map(({ issue, isOpen, closed }) => ({
      id: issue.id,
      initiative: issue.initiative,
      type: issue.type,
      description: issue.description,
      impact: issue.impact ?? null,
      priority: issue.priority ?? null,
      severity: issue.severity ?? null,
      owner: issue.owner,
      recommendation: issue.recommendation ?? null,
      raised: issue.raised,
      open: isOpen,
      closed,
    })),
});

/** Dependencies as they are recorded. */
export const dependencies = dataTable({
  name: 'dependencies',
  title: 'Dependencies',
  row: z.strictObject({
    id,
    initiative,
    direction: words('give or get'),
    other_side: maybeWords('the initiative or group on the other side'),
    what: words('what is given or got'),
    need_by: words('the day or quarter it is needed by'),
    milestone: maybeWords('the milestone that delivers it'),
    agreed: flag('whether both sides have agreed it'),
    status: words('where it stands'),
  }),
  rows: (library) =>
    Object.values(library.dependencies).map((dependency) => ({
      id: dependency.id,
      initiative: dependency.initiative,
      direction: dependency.direction,
      other_side: dependency.counterpart ?? dependency.partner ?? null,
      what: dependency.what,
      need_by: dependency.need_by,
      milestone: dependency.milestone ?? null,
      agreed: dependency.agreed,
      status: dependency.status,
    })),
});

/** Benefits, a row for each year of the path. */
export const benefits = dataTable({
  name: 'benefits',
  title: 'Benefits, year by year',
  row: z.strictObject({
    id,
    initiative,
    title: words('the benefit'),
    class: words('what kind of benefit it is'),
    unit: maybeWords('the unit of its values'),
    baseline: maybeNumber('the value before the change'),
    target: maybeNumber('the value aimed for'),
    period: words('the financial year'),
    planned: maybeNumber('the value planned for that year'),
    forecast: maybeNumber('the value now expected'),
    actual: maybeNumber('the value measured'),
    current: flag('whether it is the year that the shortfall speaks of'),
    shortfall_percent: maybeNumber('how far that year is forecast to fall short of its plan, in percent'),
  }),
  rows: (library) =>
    benefitsRegister(library).flatMap(({ benefit, path, current, shortfallPercent }) =>
      path.map((year) => ({
        id: benefit.id,
        initiative: benefit.initiative,
        title: benefit.title,
        class: benefit.class,
        unit: benefit.unit ?? null,
        baseline: benefit.baseline?.value ?? null,
        target: benefit.target?.value ?? null,
        period: year.period,
        planned: year.planned,
        forecast: year.forecast,
        actual: year.actual,
        current: year === current,
        shortfall_percent: year === current ? shortfallPercent : null,
      })),
    ),
});

/** Posts as the workforce register has them. */
export const workforce = dataTable({
  name: 'workforce',
  title: 'Workforce',
  row: z.strictObject({
    initiative,
    as_at: words('the month the posts were counted'),
    role: words('the role or grade'),
    resource: words('internal or external'),
    establishment: number('posts there are to be'),
    in_post: number('posts filled'),
    vacancies: number('posts vacant'),
    vacancies_forecast: number('vacancies expected three months later'),
  }),
  rows: (library) =>
    workforceRegister(library).map((row) => ({
      initiative: row.initiative,
      as_at: row.asAt,
      role: row.role,
      resource: row.resource,
      establishment: row.establishment,
      in_post: row.inPost,
      vacancies: row.vacancies,
      vacancies_forecast: row.vacanciesForecast,
    })),
});

/** The change control log. */
export const changeRequests = dataTable({
  name: 'change-requests',
  title: 'Change control log',
  row: z.strictObject({
    id,
    initiative,
    title: words('the change'),
    type: words('what it changes, with spaces between'),
    raised: words('the day it was raised'),
    state: words('where it stands'),
    since: words('the day it came into that state'),
    open: flag('whether it is still to be settled'),
    days_open: number('days from the day it was raised until it was settled, or until now'),
    time_days: number('days by which the end moves'),
    cost: number('the change in cost over all years'),
    unit: words('the unit of the cost'),
    approved: flag('whether it has been approved'),
    authority: maybeWords('the lowest board that may approve it'),
    decision: maybeWords('the decision of the board'),
  }),
  rows: (library) =>
    changeLog(library).map((row) => ({
      id: row.change.id,
      initiative: row.change.data.initiative,
      title: row.change.data.title,
      type: row.change.data.type.join(' '),
      raised: row.raised,
      state: row.state,
      since: row.since,
      open: row.isOpen,
      days_open: row.daysOpen,
      time_days: row.timeDays,
      cost: row.cost,
      unit: row.unit,
      approved: row.isApproved,
      authority: row.authority?.id ?? null,
      decision: row.decision?.reference ?? null,
    })),
});

/** Escalations with days open. */
export const escalations = dataTable({
  name: 'escalations',
  title: 'Escalations',
  row: z.strictObject({
    id,
    initiative,
    from: words('the level that escalated'),
    to: words('the level that was asked'),
    board: maybeWords('the board that was asked'),
    trigger: words('the aspect whose tolerance was forecast to be exceeded'),
    decision_asked: words('what was asked'),
    raised: words('the day it was escalated'),
    open: flag('whether it has no answer yet'),
    days_open: number('days until it was answered, or until now'),
    answer: maybeWords('the answer'),
  }),
  rows: (library) =>
    escalationRegister(library).map(({ escalation, isOpen, daysOpen }) => ({
      id: escalation.id,
      initiative: escalation.initiative,
      from: escalation.from,
      to: escalation.to,
      board: escalation.board ?? null,
      trigger: escalation.trigger,
      decision_asked: escalation.decision_asked,
      raised: escalation.raised,
      open: isOpen,
      days_open: daysOpen,
      answer: isOpen ? null : (escalation.answer ?? null),
    })),
});
