import { find } from '../library/shelf.ts';
import { awaited } from '../registers/replay.ts';
import type { Rule } from './rule.ts';

export const milestoneRing: Rule = {
  id: 'milestone-ring',
  severity: 'error',
  asks: 'No milestone waits for itself, by whatever way round.',
  because: 'In a ring each waits for the next, and none can ever be met.',
  mend: 'Take out the dependency or the condition that closes the ring.',
  check: ({ library }, report) => {
    // Gone through depth first: a milestone met again on the way down closes a ring. Iterative, since a chain may be long.
    const done = new Set<string>();
    for (const start of Object.keys(library.milestones)) {
      const way: { id: string; next: string[] }[] = [];
      const onWay = new Set<string>();
      const enter = (id: string): void => {
        const milestone = find(library.milestones, id);
        if (milestone === undefined || done.has(id)) return;
        way.push({ id, next: awaited(milestone) });
        onWay.add(id);
      };
      enter(start);
      for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
        const next = last.next.shift();
        if (next === undefined) {
          done.add(last.id);
          onWay.delete(last.id);
          way.pop();
        } else if (onWay.has(next)) {
          const ring = [...way.slice(way.findIndex(({ id }) => id === next)).map(({ id }) => id), next];
          const milestone = find(library.milestones, last.id);
          const message = `"${last.id}" waits for itself: ${ring.map((id) => `"${id}"`).join(' waits for ')}.`;
          if (milestone !== undefined) report(milestone, message, 'Take out what closes the ring.');
        } else enter(next);
      }
    }
  },
};
