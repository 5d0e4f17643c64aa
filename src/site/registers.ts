import type { RegisterName } from '../views/registers/registry.ts';

/** What the rows of a register are called, and the files of open data that hold them. */
export interface RegisterRows {
  readonly one: string;
  readonly many: string;
  /** Names of tables of open data. */
  readonly files: readonly string[];
}

/** The rows of each register that has a page of its own; undefined for one that is a picture or a calendar. */
export const registerRows: Partial<Record<RegisterName, RegisterRows>> = {
  milestones: { one: 'milestone', many: 'milestones', files: ['milestones'] },
  raid: { one: 'entry', many: 'entries', files: ['risks', 'issues', 'dependencies'] },
  benefits: { one: 'benefit', many: 'benefits', files: ['benefits'] },
  finance: { one: 'line', many: 'lines', files: ['finance', 'spending'] },
  workforce: { one: 'line', many: 'lines', files: ['workforce'] },
  'change-requests': { one: 'change request', many: 'change requests', files: ['change-requests'] },
  escalations: { one: 'escalation', many: 'escalations', files: ['escalations'] },
  ratings: { one: 'rating', many: 'ratings', files: ['ratings', 'forecast-honesty'] },
  scorecard: { one: 'indicator', many: 'indicators', files: ['scorecard', 'indicator-values'] },
  alignment: { one: 'line', many: 'lines', files: ['alignment'] },
  'forward-plan': { one: 'matter', many: 'matters', files: ['forward-plan'] },
  audit: { one: 'decision', many: 'decisions', files: ['audit'] },
};
