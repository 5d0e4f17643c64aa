import { browserIdentity } from '../browser/find.ts';
import type { Browser } from '../browser/session.ts';
import type { Cache } from './cache.ts';
import { fromEntry, toEntry } from './entry.ts';
import { namedAssets, partKey, type Setting } from './key.ts';
import type { Asset, PartSource, TypesetPart } from './part.ts';
import { pagedVersion } from './set-paged.ts';
import { chooseEngine, setPart } from './set-part.ts';
import { type PartFault, TypesetError } from './typeset-error.ts';

export interface TypesetOptions {
  /** Asked once, and only when something is not in the cache. Whoever opened the browser closes it. */
  browser: () => Promise<Browser>;
  cache?: Cache;
  /** Identity of the browser that `browser` would open, found without opening it. */
  identity?: () => Promise<string>;
  /** Called after each part, cached ones included; not in the order of the parts. */
  onProgress?: (done: number, total: number, id: string) => void;
}

type Assets = ReadonlyMap<string, Asset>;

/**
 * Sets parts as tagged PDFs, each of which has passed all guards.
 *
 * @param assets what parts may ask for, by absolute path (`/print.css`)
 * @returns the parts in the order given
 * @throws {TypesetError} naming every part that cannot be set, and why
 * @throws {EnvironmentError} when there is no browser, or it does not live through a part
 */
export async function typesetParts(
  parts: readonly PartSource[],
  assets: Assets,
  options: TypesetOptions,
): Promise<TypesetPart[]> {
  const { cache } = options;
  const identity = cache ? await (options.identity ?? browserIdentity)() : '';
  const engines = { chromium: 'chromium', pagedjs: `pagedjs ${await pagedVersion()}` };
  const settingFor = (part: PartSource, browser: string): Setting => ({ browser, engine: engines[chooseEngine(part)] });
  let opened: Promise<Browser> | undefined;
  let done = 0;

  async function read(part: PartSource, browser: string): Promise<TypesetPart | null> {
    const bytes = await cache?.read(partKey(part, assets, settingFor(part, browser)));
    const kept = bytes && fromEntry<TypesetPart>(bytes);
    // The same document may be a part of several files, under another name in each.
    return kept ? { ...kept, id: part.id } : null;
  }

  async function set(part: PartSource): Promise<TypesetPart | PartFault[]> {
    opened ??= options.browser();
    const browser = await opened;
    // Another browser than expected may have started; what it set before is under its own name.
    const kept = browser.identity === identity ? null : await read(part, browser.identity);
    if (kept) return kept;
    const outcome = await setPart(part, assets, browser);
    if ('faults' in outcome) return outcome.faults.map((message) => ({ part: part.id, message }));
    if (cache && isCovered(part, outcome.used, assets)) {
      await cache.write(partKey(part, assets, settingFor(part, browser.identity)), toEntry(outcome.part));
    }
    return outcome.part;
  }

  async function readOrSet(part: PartSource): Promise<TypesetPart | PartFault[]> {
    const result = (await read(part, identity)) ?? (await set(part));
    done += 1;
    options.onProgress?.(done, parts.length, part.id);
    return result;
  }

  // What takes longest first, so that no tab is left with it while the others have nothing to do any more.
  const isLong = (part: PartSource) => chooseEngine(part) === 'pagedjs';
  const started = new Map(
    [...parts.entries()]
      .toSorted(([, a], [, b]) => Number(isLong(b)) - Number(isLong(a)))
      .map(([index, part]) => [index, readOrSet(part)]),
  );
  return collect(await Promise.allSettled(parts.map((_, index) => started.get(index) ?? [])));
}

/** Whether the key covers every asset that the part asked for; if not, a change of it would go unnoticed. */
function isCovered(part: PartSource, used: ReadonlySet<string>, assets: Assets): boolean {
  const named = new Set(namedAssets(part, assets));
  return [...used].every((path) => named.has(path));
}

function collect(settled: readonly PromiseSettledResult<TypesetPart | PartFault[]>[]): TypesetPart[] {
  const broken = settled.find((result) => result.status === 'rejected');
  if (broken) throw broken.reason;
  const results = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const faults = results.flatMap((result) => (Array.isArray(result) ? result : []));
  if (faults.length > 0) throw new TypesetError(faults);
  return results.flatMap((result) => (Array.isArray(result) ? [] : [result]));
}
