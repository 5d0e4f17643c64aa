import { type Facts, readFacts } from '../records/facts.ts';
import type { FactPlace } from '../registers/figures/figure.ts';
import { factName, noHistory, type Provenance, type SetBy } from '../registers/provenance.ts';
import { decode } from '../source/decode.ts';
import { type FileChange, readHistory, shortCommit } from '../source/history.ts';
import { readObjects } from '../source/objects.ts';
import type { SourceFile } from '../source/source.ts';
import { changedSinceCommit } from '../source/uncommitted.ts';

/** A change of one file, and the commit that made it. */
interface Step extends FileChange {
  readonly set: SetBy;
}

/**
 * Finds the commit that last set each of some facts: the newest that brought the value the fact has, where none of its parents had
 * it. Rows that changed places, or a file that was written anew with the same figures, set nothing.
 *
 * @param folder path of the content folder
 * @param files what the facts were read from
 * @param revision where the history ends, for files read from there; undefined for those that stand in the folder
 */
export async function readProvenance(
  folder: string,
  files: readonly SourceFile[],
  facts: readonly Pick<FactPlace, 'file' | 'key'>[],
  revision?: string,
): Promise<Provenance> {
  const history = await readHistory(folder, revision);
  if (history === undefined || history.commits.length === 0) return noHistory;
  const changed = revision === undefined ? await changedSinceCommit(folder) : new Map<string, string | undefined>();
  const wanted = new Set(facts.map(({ file }) => file));
  const steps = Map.groupBy(
    history.commits
      .flatMap(({ commit, date, changes }) =>
        changes.map((change): Step => ({ ...change, set: { commit: shortCommit(commit), date } })),
      )
      .filter(({ path }) => wanted.has(path))
      .toReversed(),
    ({ path }) => path,
  );
  const factsOf = await readVersions(folder, [...steps.values()].flat(), changed, wanted);
  const texts = new Map(files.filter(({ path }) => wanted.has(path)).map(({ path, text }) => [path, text]));
  const now = new Map([...texts].map(([path, text]) => [path, readFacts(path, text)]));
  const found = facts.flatMap((fact) => {
    const value = now.get(fact.file)?.get(fact.key);
    const isCommitted = !changed.has(fact.file) || factsOf(fact.file, changed.get(fact.file))?.get(fact.key) === value;
    if (value === undefined) return [];
    const has = (id: string | undefined): boolean => factsOf(fact.file, id)?.get(fact.key) === value;
    const step = isCommitted
      ? steps.get(fact.file)?.find(({ after, before }) => has(after) && !before.some(has))
      : undefined;
    // At the edge of a shallow clone every file seems to be new.
    if (step?.before.length === 0 && history.isShallow) return [];
    return [[factName(fact), step?.set ?? null] as const];
  });
  return { history: history.isShallow ? 'part' : 'whole', facts: Object.fromEntries(found) };
}

/** The facts of each version of some files, read when they are asked for. */
async function readVersions(
  folder: string,
  steps: readonly Step[],
  changed: ReadonlyMap<string, string | undefined>,
  wanted: ReadonlySet<string>,
): Promise<(path: string, id: string | undefined) => Facts | undefined> {
  const committed = [...changed].flatMap(([path, id]) => (wanted.has(path) && id !== undefined ? [id] : []));
  const ids = [...new Set([...steps.flatMap(({ before, after }) => [...before, after ?? []].flat()), ...committed])];
  const bytes = await readObjects(folder, ids);
  const byId = new Map(ids.map((id, index) => [id, bytes[index] ?? new Uint8Array()]));
  const read = new Map<string, Facts>();
  return (path, id) => {
    if (id === undefined) return undefined;
    const known = read.get(`${path} ${id}`);
    if (known !== undefined) return known;
    const decoded = decode(byId.get(id) ?? new Uint8Array());
    const facts: Facts = 'text' in decoded ? readFacts(path, decoded.text) : new Map();
    read.set(`${path} ${id}`, facts);
    return facts;
  };
}
