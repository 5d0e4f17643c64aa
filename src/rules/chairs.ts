import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';

/** Whether a role may agree to something in the chair’s name: it is the chair, or covers it while nobody holds it. */
export function mayAgree(library: Library, board: Entry<'board'>, role: string): boolean {
  return role === board.data.chair || find(library.roles, board.data.chair)?.vacant?.covered_by === role;
}

/** Says who may agree for a board, such as `The chair is "pib-chair".` */
export function whoAgrees(library: Library, { data: { chair } }: Entry<'board'>): string {
  const cover = find(library.roles, chair)?.vacant?.covered_by;
  return cover === undefined ? `The chair is "${chair}".` : `The chair is "${chair}", or "${cover}" who covers for it.`;
}
