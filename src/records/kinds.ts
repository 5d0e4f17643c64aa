import { board } from './board.ts';
import { cycle } from './cycle.ts';
import { finance } from './finance.ts';
import { glossary } from './glossary.ts';
import { initiative } from './initiative.ts';
import { meeting } from './meeting.ts';
import { milestones } from './milestones.ts';
import { minutes } from './minutes.ts';
import { organisation } from './organisation.ts';
import { paper } from './paper.ts';
import { portfolio } from './portfolio.ts';
import { report } from './report.ts';
import { roles } from './roles.ts';

/** Every kind of record. A file belongs to the first kind whose path it fits, so papers come after agenda and minutes. */
export const kinds = {
  organisation,
  glossary,
  roles,
  board,
  portfolio,
  initiative,
  milestones,
  report,
  finance,
  cycle,
  meeting,
  minutes,
  paper,
} as const;

/** Name of a kind of record. */
export type KindName = keyof typeof kinds;
