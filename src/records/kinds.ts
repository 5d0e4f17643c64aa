import { benefits } from './benefits.ts';
import { board } from './board.ts';
import { calendar } from './calendar.ts';
import { chairBrief } from './chair-brief.ts';
import { changeRequest } from './change-request.ts';
import { cycle } from './cycle.ts';
import { dependencies } from './dependencies.ts';
import { escalations } from './escalations.ts';
import { finance } from './finance.ts';
import { glossary } from './glossary.ts';
import { indicator, series } from './indicator.ts';
import { initiative } from './initiative.ts';
import { issues } from './issues.ts';
import { matter } from './matter.ts';
import { meeting } from './meeting.ts';
import { milestones } from './milestones.ts';
import { minutes } from './minutes.ts';
import { money } from './money.ts';
import { organisation } from './organisation.ts';
import { paper } from './paper.ts';
import { portfolio } from './portfolio.ts';
import { report } from './report.ts';
import { risks } from './risks.ts';
import { roles } from './roles.ts';
import { objectives, outcomes, priorities } from './strategy.ts';
import { workforce } from './workforce.ts';

/** Every kind of record. A file belongs to the first kind whose path it fits, so papers come after the other files of a meeting. */
export const kinds = {
  organisation,
  glossary,
  roles,
  board,
  portfolio,
  initiative,
  milestones,
  risks,
  issues,
  dependencies,
  benefits,
  escalations,
  money,
  workforce,
  report,
  changeRequest,
  outcomes,
  objectives,
  priorities,
  indicator,
  series,
  finance,
  cycle,
  calendar,
  matter,
  meeting,
  minutes,
  chairBrief,
  paper,
} as const;

/** Name of a kind of record. */
export type KindName = keyof typeof kinds;
