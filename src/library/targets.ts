import type { ReferenceTarget } from '../records/reading/references.ts';
import type { Library } from './library.ts';

/** The ids that a reference of each kind can name. */
export function targetIds(library: Library, target: ReferenceTarget): string[] {
  switch (target) {
    case 'role':
      return Object.keys(library.roles);
    case 'group':
      return Object.keys(library.groups);
    case 'board':
      return Object.keys(library.boards);
    case 'portfolio':
      return Object.keys(library.portfolios);
    case 'initiative':
      return Object.keys(library.initiatives);
    case 'milestone':
      return Object.keys(library.milestones);
    case 'cycle':
      return Object.keys(library.cycles);
    case 'calendar':
      return Object.keys(library.calendars);
    case 'matter':
      return Object.keys(library.matters);
    case 'meeting':
      return Object.keys(library.meetings);
    case 'decision':
      return Object.keys(library.decisions);
    case 'action':
      return Object.keys(library.actions);
    case 'risk':
      return Object.keys(library.risks);
    case 'benefit':
      return Object.keys(library.benefits);
    case 'escalation':
      return Object.keys(library.escalations);
    case 'change-request':
      return Object.keys(library.changeRequests);
    case 'outcome':
      return Object.keys(library.outcomes);
    case 'objective':
      return Object.keys(library.objectives);
    case 'priority':
      return Object.keys(library.priorities);
    case 'finance-line':
      return Object.values(library.finance).flatMap(({ figures }) =>
        figures.lines.map((line) => `${figures.id}/${line.id}`),
      );
  }
}
