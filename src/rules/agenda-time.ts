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
      const slot = minutesOf(end) - minutesOf(start);
      const used = items.reduce((sum, item) => sum + item.minutes, 0);
      if (slot <= 0) report(fieldAt(meeting, 'end'), `The meeting ends at ${end}, before it starts at ${start}.`);
      else if (used > slot) {
        const message = `The items take ${used} minutes, ${used - slot} more than the ${slot} between ${start} and ${end}.`;
        report(fieldAt(meeting, 'items'), message, 'Shorten items, move one to a later meeting, or end later.');
      }
    }
  },
};

/** Minutes since midnight of a time such as `09:30`. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
