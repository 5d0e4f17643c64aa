import { sha256 } from './manifest.ts';
import { type Guest, readGuest } from './pdf/guest.ts';
import type { Cache } from './typeset/cache.ts';

/** Changes whenever a change of this code changes what is made of a PDF that is an annex. */
const guestVersion = 4;

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
  const known = kept && fromEntry(kept);
  if (known) return known;
  const guest = await readGuest(bytes, options);
  await cache?.write(key, toEntry(guest));
  return guest;
}

/** As entries of parts are: the facts as one line of JSON, then the PDF. */
function toEntry({ pdf, ...facts }: Guest): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), pdf]);
}

/** Reads an entry; null if it is none of ours, which is as good as not there. */
function fromEntry(bytes: Uint8Array): Guest | null {
  const end = bytes.indexOf(0x0a);
  try {
    const facts = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString('utf8')) as Omit<Guest, 'pdf'>;
    const pdf = bytes.slice(end + 1);
    return Buffer.from(pdf.subarray(0, 5)).toString('latin1') === '%PDF-' ? { ...facts, pdf } : null;
  } catch {
    return null;
  }
}
