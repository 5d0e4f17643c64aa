import { endOfTime, firstDay, lastDay } from '../registers/dates.ts';
import { isFinished, replay } from '../registers/replay.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const milestoneDates: Rule = {
  id: 'milestone-dates',
  severity: 'error',
  asks: 'A milestone whose day has passed is reported as delivered, missed, cancelled, or expected on a later day; none is delivered on a day still to come.',
  because: 'A milestone that quietly passes its date is the first sign of trouble and the easiest to overlook.',
  source: 'PRINCE2 (2017), appendix A.11, Highlight Report: status of what was due',
  mend: 'Name the milestone in the report, with what became of it or a new "forecast:".',
  check: ({ library }, report) => {
    const byInitiative = Map.groupBy(Object.values(library.milestones), ({ initiative }) => initiative);
    for (const { cycle, reports, states } of replay(library, endOfTime)) {
      const { cutoff, period } = cycle.data;
      for (const entry of reports) {
        for (const { id } of byInitiative.get(entry.parts.initiative ?? '') ?? []) {
          const state = states.get(id);
          if (state === undefined || isFinished(state.reported) || state.reported === 'missed') continue;
          if (lastDay(state.expected) > cutoff) continue;
          const index = entry.data.milestones.findIndex((moved) => moved.id === id);
          const message = `"${id}" was expected by ${state.expected}, which ${period} has passed, and is ${state.reported.replaceAll('-', ' ')}.`;
          const hint = 'Say that it is delivered or missed, or give a later "forecast:".';
          report(fieldAt(entry, 'milestones', ...(index === -1 ? [] : [index, 'status'])), message, hint);
        }
        checkActuals(entry, report);
      }
    }
  },
};

function checkActuals(
  entry: Parameters<typeof fieldAt>[0] & {
    data: { submitted: string; milestones: readonly { id: string; actual?: string | undefined }[] };
  },
  report: Report,
): void {
  for (const [index, { id, actual }] of entry.data.milestones.entries()) {
    // A quarter may be running; it may not be still to come.
    if (actual === undefined || firstDay(actual) <= entry.data.submitted) continue;
    const message = `"${id}" is delivered on ${actual}, after the report was handed in on ${entry.data.submitted}.`;
    report(fieldAt(entry, 'milestones', index, 'actual'), message, 'Give it as a forecast, or put the day right.');
  }
}
