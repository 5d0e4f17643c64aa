import { awaited } from '../registers/replay.ts';
import type { FoundAt, Rule } from './rule.ts';

export const rings: Rule = {
  id: 'rings',
  severity: 'error',
  asks: 'No milestone waits for itself, no initiative belongs to itself, and no board reports to itself, by whatever way round.',
  because: 'In a ring each waits for the next, and none can ever be met or held to account.',
  mend: 'Take out the dependency, the condition or the parent that closes the ring.',
  check: ({ library }, report) => {
    const milestones = Object.values(library.milestones).map((one) => ({ id: one.id, at: one, next: awaited(one) }));
    const initiatives = Object.values(library.initiatives).map(({ id, file, data }) => ({
      id,
      at: topOf(file),
      next: [data.parent],
    }));
    const boards = Object.values(library.boards).map(({ id, file, data }) => ({
      id,
      at: topOf(file),
      next: [data.parent],
    }));
    const judge = (nodes: readonly Node[], verb: string): void => {
      for (const { at, ring } of ringsOf(nodes)) {
        const way = ring.map((id) => `"${id}"`).join(` ${verb} `);
        report(at, `"${ring[0]}" ${verb} itself: ${way}.`, 'Take out what closes the ring.');
      }
    };
    judge(milestones, 'waits for');
    judge(initiatives, 'belongs to');
    judge(boards, 'reports to');
  },
};

interface Node {
  readonly id: string;
  readonly at: FoundAt;
  readonly next: readonly (string | undefined)[];
}

function topOf(file: string): FoundAt {
  return { file, line: 1, column: 1 };
}

/**
 * Every ring, from the node that closes it round to itself. Gone through depth first with a way of its own instead of by
 * calling itself, since a chain of milestones may be thousands long.
 */
function ringsOf(nodes: readonly Node[]): { at: FoundAt; ring: string[] }[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const done = new Set<string>();
  const found: { at: FoundAt; ring: string[] }[] = [];
  for (const { id: start } of nodes) {
    const way: { node: Node; left: (string | undefined)[] }[] = [];
    const onWay = new Set<string>();
    const enter = (id: string): void => {
      const node = byId.get(id);
      if (node === undefined || done.has(id)) return;
      way.push({ node, left: [...node.next] });
      onWay.add(id);
    };
    enter(start);
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const next = last.left.shift();
      if (next !== undefined && onWay.has(next)) {
        const from = way.findIndex(({ node }) => node.id === next);
        found.push({ at: last.node.at, ring: [last.node.id, ...way.slice(from).map(({ node }) => node.id)] });
      } else if (next !== undefined) enter(next);
      else if (last.left.length === 0) {
        done.add(last.node.id);
        onWay.delete(last.node.id);
        way.pop();
      }
    }
  }
  return found;
}
