import { placeOf } from '../records/paths.ts';

/** Addresses are permanent: links to them are printed in packs that are kept for years. */
export const addresses = {
  board: (id: string) => `/boards/${id}/`,
  meetings: () => '/meetings/',
  meeting: (id: string) => `/meetings/${id}/`,
  paper: (id: string) => `/meetings/${id}/`,
  /** The page of a paper that is drawn for one item of one meeting. */
  item: (meeting: string, number: string) => `/meetings/${meeting}/items/${number}/`,
  /** The pack of a meeting as one long page. */
  reading: (meeting: string) => `/meetings/${meeting}/read/`,
  minutes: (meeting: string) => `/meetings/${meeting}/minutes/`,
  initiative: (id: string) => `/initiatives/${id}/`,
  portfolio: (id: string) => `/portfolios/${id}/`,
  matter: (id: string) => `/matters/${id}/`,
  changeRequest: (id: string) => `/change-requests/${id}/`,
  indicator: (id: string) => `/indicators/${id}/`,
  rule: (id: string) => `/standard/${id}/`,
  standard: () => '/standard/',
  data: (name: string) => `/data/${name}`,
  /** The calendar and the feed of a board, or of the whole organisation where none is named. */
  calendar: (board?: string) => (board === undefined ? '/calendar.ics' : `/feeds/${board}.ics`),
  feed: (board?: string) => (board === undefined ? '/feed.xml' : `/feeds/${board}.xml`),
  register: (name: string) => `/registers/${name}/`,
  finance: (id: string) => `/registers/finance/${id}/`,
  /** Where the figures of a record come from, e.g. of `finance/capital-plan`; the list of such pages where none is named. */
  figures: (record?: string) => (record === undefined ? '/registers/figures/' : `/registers/figures/${record}/`),
  glossary: () => '/glossary/',
  asset: (path: string) => `/files/${path}`,
} as const;

/** The ids of rows, by which they are led to on whichever page shows them; permanent as addresses are. */
export const anchors = {
  item: (number: string) => `item-${number}`,
  milestone: (id: string) => `milestone-${id}`,
  risk: (id: string) => `risk-${id}`,
  issue: (id: string) => `issue-${id}`,
  dependency: (id: string) => `dependency-${id}`,
  benefit: (id: string) => `benefit-${id}`,
} as const;

/** The address of the page that shows a content file, or undefined when no page of its own shows it. */
export function addressOf(file: string): string | undefined {
  const place = placeOf(file);
  if (place === undefined) return undefined;
  const { board, date, initiative, id, paper } = place.parts;
  switch (place.kind) {
    case 'board':
      return addresses.board(id ?? '');
    case 'initiative':
      return addresses.initiative(id ?? '');
    case 'portfolio':
      return addresses.portfolio(id ?? '');
    case 'changeRequest':
      return addresses.changeRequest(id ?? '');
    case 'indicator':
    case 'series':
      return addresses.indicator(id ?? '');
    case 'outcomes':
    case 'objectives':
    case 'priorities':
      return addresses.register('strategy-map');
    case 'milestones':
    case 'risks':
    case 'issues':
    case 'dependencies':
    case 'benefits':
    case 'escalations':
    case 'money':
    case 'workforce':
    case 'report':
      return addresses.initiative(initiative ?? '');
    case 'matter':
      return addresses.matter(id ?? '');
    case 'meeting':
      return addresses.meeting(`${board}/${date}`);
    case 'minutes':
      return addresses.minutes(`${board}/${date}`);
    case 'paper':
      return addresses.paper(`${board}/${date}/${paper}`);
    case 'finance':
      return addresses.finance(id ?? '');
    case 'glossary':
      return addresses.glossary();
    default:
      return undefined;
  }
}
