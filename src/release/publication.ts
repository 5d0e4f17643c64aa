import { z } from 'zod';
import { type IssuedFile, sha256 } from './manifest.ts';
import { sitePath } from './site-path.ts';

const record = z.object({
  form: z.literal(1),
  audience: z.enum(['members', 'public']),
  /** SHA-256 of every file that was issued, by its path: none of them is ever changed or taken away. */
  issued: z.record(sitePath, sha256),
  /** Paths of all other files of the site, which the next publication replaces. */
  ordinary: z.array(sitePath),
});

/** What a published folder says of itself. */
export type Publication = z.infer<typeof record>;

/** Where a published folder says so; by its name it tells of nothing but this program. */
export const publicationFile = '.boardpack.json';

/** Reads what a published folder says of itself; undefined where that is nothing of ours. */
export function readPublication(text: string): Publication | undefined {
  try {
    return record.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes what a published folder says of itself. */
export function publicationText({ audience, issued, ordinary }: Publication): string {
  const sorted = Object.fromEntries(Object.entries(issued).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ form: 1, audience, issued: sorted, ordinary: ordinary.toSorted() }, null, 2)}\n`;
}

/**
 * What a folder says of itself while it is published in, so that whatever stands in it when that is interrupted is known to be
 * ours. A path that is newly issued is among the ordinary ones as well: it may have come already or not.
 */
export function intentOf(before: Publication | undefined, next: Publication): Publication {
  const added = Object.keys(next.issued).filter((path) => !(path in (before?.issued ?? {})));
  return { ...next, ordinary: [...new Set([...(before?.ordinary ?? []), ...next.ordinary, ...added])] };
}

/**
 * What is true of a folder, where publishing in it was interrupted: of the paths that are issued and ordinary both, those are
 * issued that have come.
 */
export function settled(said: Publication, hasCome: (path: string) => boolean): Publication {
  const open = new Set(said.ordinary);
  const issued = Object.fromEntries(Object.entries(said.issued).filter(([path]) => !open.has(path) || hasCome(path)));
  return { ...said, issued, ordinary: said.ordinary.filter((path) => !(path in issued)) };
}

/** What is to be done to a published folder. */
export interface PublicationPlan {
  /** Paths that are written. */
  readonly write: readonly string[];
  /** Paths of ordinary files that the site has no longer. */
  readonly remove: readonly string[];
  readonly next: Publication;
}

/**
 * Plans what a new build of the site does to a folder it is published in: what was issued stays as it is, what is newly
 * issued is added, and all else is replaced.
 *
 * @param before what the folder says of itself, or nothing where it is new
 * @param built paths of all files of the new build
 * @param issued those of them that were issued
 */
export function planPublication(
  before: Publication | undefined,
  built: readonly string[],
  issued: readonly IssuedFile[],
  audience: Publication['audience'],
): PublicationPlan {
  const kept = before?.issued ?? {};
  const added = Object.fromEntries(issued.map((file) => [file.path, file.sha256]));
  const ordinary = built.filter((path) => !(path in added) && !(path in kept));
  const now = new Set(ordinary);
  return {
    write: [...issued.map(({ path }) => path).filter((path) => !(path in kept)), ...ordinary],
    remove: (before?.ordinary ?? []).filter((path) => !now.has(path) && !(path in added)),
    next: { form: 1, audience, issued: { ...kept, ...added }, ordinary },
  };
}
