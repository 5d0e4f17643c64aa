import { figureSources } from '../../src/registers/figures/sources.ts';
import { meetingList } from '../../src/registers/meetings.ts';
import { standard } from '../../src/rules/standard.ts';
import { isReadable } from '../../src/site/reading/reading-pages.ts';
import { isMeetingPaper } from '../../src/views/meeting-papers.ts';
import { registerViews } from '../../src/views/registers/registry.ts';
import type { BuiltSite } from './built-site.ts';

/** One page of each type. */
export const pageTypes = {
  home: '/',
  boards: '/boards/',
  board: '/boards/portfolio-and-investment-board/',
  meetings: '/meetings/',
  meeting: '/meetings/portfolio-and-investment-board/2017-07-19/',
  paper: '/meetings/portfolio-and-investment-board/2017-06-21/04-capital-outturn/',
  minutes: '/meetings/portfolio-and-investment-board/2017-07-19/minutes/',
  'read on screen': '/meetings/portfolio-and-investment-board/2017-06-21/read/',
  'private minutes': '/meetings/portfolio-and-investment-board/2017-10-18/minutes/',
  'matters arising': '/meetings/portfolio-and-investment-board/2018-01-24/items/2a/',
  'outstanding actions': '/meetings/portfolio-and-investment-board/2018-01-24/items/3/',
  'cancelled meeting': '/meetings/portfolio-and-investment-board/2017-11-15/',
  'coming meeting': '/meetings/portfolio-and-investment-board/2018-02-21/',
  'forward plan': '/registers/forward-plan/',
  matter: '/matters/bcu-roll-out/',
  'governance calendar': '/registers/governance-calendar/',
  audit: '/registers/audit/',
  initiatives: '/initiatives/',
  initiative: '/initiatives/transforming-the-estate/',
  portfolios: '/portfolios/',
  portfolio: '/portfolios/london/',
  registers: '/registers/',
  raid: '/registers/raid/',
  benefits: '/registers/benefits/',
  money: '/registers/finance/',
  workforce: '/registers/workforce/',
  changes: '/registers/change-requests/',
  change: '/change-requests/cr-001/',
  escalations: '/registers/escalations/',
  ratings: '/registers/ratings/',
  scorecard: '/registers/scorecard/',
  indicator: '/indicators/victim-satisfaction/',
  alignment: '/registers/alignment/',
  'strategy map': '/registers/strategy-map/',
  standard: '/standard/',
  rule: '/standard/rag-claimed/',
  data: '/data/',
  design: '/design/',
  milestones: '/registers/milestones/',
  actions: '/registers/actions/',
  decisions: '/registers/decisions/',
  finance: '/registers/finance/capital-plan/',
  'where figures come from': '/registers/figures/',
  'figures of a table': '/registers/figures/finance/capital-plan/',
  'figures of an initiative': '/registers/figures/initiatives/transforming-the-estate/',
  glossary: '/glossary/',
  search: '/search/',
  'kept on this device': '/offline/',
  'not found': '/404.html',
} as const;

/** The addresses a library promises, each of which must be a page. */
export function promised({ library }: BuiltSite): string[] {
  return [
    ...[
      '/',
      '/404.html',
      '/boards/',
      '/meetings/',
      '/initiatives/',
      '/portfolios/',
      '/registers/',
      '/glossary/',
      '/search/',
      '/offline/',
    ],
    ...['/standard/', '/data/', '/design/'],
    ...[...Object.keys(registerViews), 'actions', 'decisions'].map((name) => `/registers/${name}/`),
    ...Object.keys(library.boards).map((id) => `/boards/${id}/`),
    ...Object.keys(library.meetings).map((id) => `/meetings/${id}/`),
    ...meetingList(library).flatMap((view) => (isReadable(view) ? `/meetings/${view.id}/read/` : [])),
    ...Object.keys(library.minutes).map((id) => `/meetings/${id}/minutes/`),
    ...Object.values(library.meetings).flatMap(({ id, data }) =>
      data.items.flatMap(({ number, view }) => (isMeetingPaper(view) ? `/meetings/${id}/items/${number}/` : [])),
    ),
    ...Object.keys(library.matters).map((id) => `/matters/${id}/`),
    ...Object.keys(library.papers).map((id) => `/meetings/${id}/`),
    ...Object.keys(library.initiatives).map((id) => `/initiatives/${id}/`),
    ...Object.keys(library.portfolios).map((id) => `/portfolios/${id}/`),
    ...Object.keys(library.changeRequests).map((id) => `/change-requests/${id}/`),
    ...Object.keys(library.indicators).map((id) => `/indicators/${id}/`),
    ...standard.map(({ id }) => `/standard/${id}/`),
    ...Object.keys(library.finance).map((id) => `/registers/finance/${id}/`),
    '/registers/figures/',
    ...figureSources(library).map(({ page }) => `/registers/figures/${page}/`),
  ].toSorted();
}
