import { sha256 } from '../source/sha256.ts';
import { type Guest, readGuest } from './pdf/guest.ts';
import type { Cache } from './typeset/cache.ts';
import { fromEntry, toEntry } from './typeset/entry.ts';

/** Changes whenever a change of this code changes what is made of a PDF that is an annex. */
const guestVersion = 5;

/**
 * Takes in a PDF, or finds what was made of the same one before: reading 70 pages takes 4 s, and a late paper shall not wait for
 * the annexes of others.
 *
 * @throws {Error} where it cannot be printed, saying why in a sentence
 */
export async function cachedGuest(
  bytes: Uint8Array,
  options: Parameters<typeof readGuest>[1],
  cache: Cache | undefined,
): Promise<Guest> {
  const key = sha256(JSON.stringify(['guest', guestVersion, options, sha256(bytes)]));
  const kept = await cache?.read(key);
  const known = kept && fromEntry<Guest>(kept);
  if (known) return known;
  const guest = await readGuest(bytes, options);
  await cache?.write(key, toEntry(guest));
  return guest;
}
