import { minutesOfDay } from '../registers/dates.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const agendaTime: Rule = {
  id: 'agenda-time',
  severity: 'error',
  asks: 'The minutes of all items fit between the start and the end of the meeting.',
  because: 'An agenda longer than its slot decides by running out of time.',
  mend: 'Shorten items, move one to a later meeting, or end later.',
  check: ({ library }, report) => {
    for (const meeting of Object.values(library.meetings)) {
      const { start, end, items } = meeting.data;
      const slot = minutesOfDay(end) - minutesOfDay(start);
      const used = items.reduce((sum, item) => sum + item.minutes, 0);
      if (slot <= 0) {
        const message = `The meeting ends at ${end}, which is not after its start at ${start}.`;
        report(fieldAt(meeting, 'end'), message, 'Put one of the two times right.');
      } else if (used > slot) {
        const message = `The items take ${used} minutes, ${used - slot} more than the ${slot} between ${start} and ${end}.`;
        report(fieldAt(meeting, 'items'), message, 'Shorten items, move one to a later meeting, or end later.');
      }
    }
  },
};
