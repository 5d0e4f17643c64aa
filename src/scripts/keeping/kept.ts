/** What all that is kept on the device is named with, so that nothing else of the same address is touched. */
const prefix = 'boardpack:';
const meetingPrefix = `${prefix}meeting:`;
/** The cache of what several meetings use: styles, fonts, scripts, and the page that is shown where nothing else is. */
const shared = `${prefix}shared`;
/** Where in its cache a meeting says what it is; no page of the site stands there. */
const factsAddress = '/boardpack-kept.json';

/** The page that lists what is kept, which is also shown where a page is neither to be had nor kept. */
export const keptPage = '/offline/';

/** A meeting that is kept. */
export interface KeptMeeting {
  /** Its address, e.g. `/meetings/pib/2017-07-12/`. */
  readonly address: string;
  readonly title: string;
  readonly files: number;
  readonly bytes: number;
}

/** A file of the site as it was fetched. */
export interface Fetched {
  readonly address: string;
  readonly blob: Blob;
}

/** The meetings that are kept, in the order of their addresses. */
export async function keptMeetings(): Promise<KeptMeeting[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(meetingPrefix)).toSorted();
  const meetings = new Map<string, KeptMeeting>();
  for (const name of names) {
    const facts: KeptMeeting | undefined = await (await (await caches.open(name)).match(factsAddress))?.json();
    if (facts !== undefined) meetings.set(facts.address, facts);
  }
  return [...meetings.values()];
}

/**
 * Keeps a meeting in the place of what was kept of it before.
 *
 * @throws where the browser has no room for it; what was kept before is then still there
 */
export async function keep(
  meeting: Pick<KeptMeeting, 'address' | 'title'>,
  own: readonly Fetched[],
  common: readonly Fetched[],
): Promise<KeptMeeting> {
  const bytes = [...own, ...common].reduce((sum, { blob }) => sum + blob.size, 0);
  const kept = { ...meeting, files: own.length + common.length, bytes };
  const before = await cachesOf(meeting.address);
  const name = nameOf(meeting.address, before);
  try {
    await fill(await caches.open(shared), common);
    const cache = await caches.open(name);
    await fill(cache, own);
    // Last, so that what has no facts was not kept whole.
    await cache.put(factsAddress, Response.json(kept));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  for (const old of before) await caches.delete(old);
  return kept;
}

/** The caches of one meeting: one, or two where the browser was closed between the new and the old. */
async function cachesOf(address: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.replace(/#\d+$/, '') === meetingPrefix + address);
}

/** A name for a cache of a meeting that none of those before has. */
function nameOf(address: string, before: readonly string[]): string {
  const numbers = before.map((name) => Number(name.split('#')[1] ?? 0));
  return `${meetingPrefix}${address}#${Math.max(0, ...numbers) + 1}`;
}

/** Removes one meeting; with the last of them everything goes, the worker too. */
export async function removeMeeting(address: string): Promise<void> {
  for (const name of await cachesOf(address)) await caches.delete(name);
  if ((await keptMeetings()).length === 0) await removeAll();
}

/** Removes everything that is kept, and the worker that answers from it. */
export async function removeAll(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (registration.active?.scriptURL.endsWith('/sw.js')) await registration.unregister();
  }
}

/** What is kept of an address, whatever was asked of it behind a `?`. */
export async function keptResponse(request: Request | string): Promise<Response | undefined> {
  const { pathname } = new URL(typeof request === 'string' ? request : request.url, location.href);
  // A page is kept under its folder, and may be asked for by its file, or without the stroke at the end.
  const folder = pathname.replace(/index\.html$/, '').replace(/\/?$/, '/');
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue;
    const cache = await caches.open(name);
    for (const path of new Set([pathname, folder])) {
      const response = await cache.match(path, { ignoreSearch: true, ignoreVary: true });
      if (response !== undefined) return response;
    }
  }
  return undefined;
}

async function fill(cache: Cache, files: readonly Fetched[]): Promise<void> {
  for (const { address, blob } of files) await cache.put(address, new Response(blob));
}
