import { posix } from 'node:path';
import type { PastStep } from './past.ts';

/**
 * Gives every file the path it has today where its folder was renamed since: a step that takes a file away and brings the
 * same file, unchanged, in another folder has renamed the folder.
 *
 * @param today paths of the files of today; a folder that is one of theirs is called what it is called
 */
export function byPathsOfToday(steps: readonly PastStep[], today: readonly string[]): PastStep[] {
  const folders = new Set(today.map((path) => posix.dirname(path)));
  const renamed = new Map<string, string>();
  for (const { changes } of steps) {
    const taken = new Map<string, string>();
    for (const { path, before, after } of changes) {
      if (after === undefined) for (const id of before) taken.set(`${posix.basename(path)} ${id}`, posix.dirname(path));
    }
    if (taken.size === 0) continue;
    for (const { path, before, after } of changes) {
      const folder = before.length === 0 ? taken.get(`${posix.basename(path)} ${after}`) : undefined;
      if (folder !== undefined) renamed.set(folder, posix.dirname(path));
    }
  }
  const nameNow = (folder: string): string => {
    const seen = new Set<string>();
    let name = folder;
    while (!folders.has(name) && !seen.has(name)) {
      seen.add(name);
      name = renamed.get(name) ?? name;
    }
    return name;
  };
  if (renamed.size === 0) return [...steps];
  return steps.map((step) => ({
    ...step,
    changes: step.changes.map((change) => {
      return { ...change, path: posix.join(nameNow(posix.dirname(change.path)), posix.basename(change.path)) };
    }),
  }));
}
