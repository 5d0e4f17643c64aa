import { type Fetched, keptPage } from './kept.ts';

/** All files that a kept meeting needs. */
export interface Collected {
  /** Its pages, papers, packs and pictures. */
  readonly own: readonly Fetched[];
  /** What other meetings need as well. */
  readonly common: readonly Fetched[];
}

/**
 * Fetches a meeting: its page, what that page leads to of its own and of its agenda, its packs, and all that those pages are
 * shown with.
 *
 * @param address e.g. `/meetings/pib/2017-07-12/`
 * @param onProgress told how many files there are so far
 * @throws when a file cannot be had; nothing has been kept then
 */
export async function collectMeeting(address: string, onProgress: (files: number) => void): Promise<Collected> {
  const fetched = new Map<string, Blob>();
  const get = async (wanted: string): Promise<Blob> => {
    const known = fetched.get(wanted);
    if (known !== undefined) return known;
    // From the network and nowhere else, or a meeting kept again would be kept as it was.
    const response = await fetch(wanted, { cache: 'reload' });
    if (!response.ok) throw new Error(`${wanted} cannot be fetched (status ${response.status}).`);
    const blob = await response.blob();
    fetched.set(wanted, blob);
    onProgress(fetched.size);
    return blob;
  };
  const page = async (wanted: string): Promise<Document> =>
    new DOMParser().parseFromString(await (await get(wanted)).text(), 'text/html');
  const pages = [await page(address), await page(keptPage)];
  const [meeting] = pages;
  for (const link of meeting === undefined ? [] : linksOf(meeting, address)) {
    if (link.endsWith('/')) pages.push(await page(link));
    else await get(link);
  }
  for (const shown of pages) for (const file of partsOf(shown, address)) await get(file);
  // What is fetched here is looked into in its turn, as a script that is imported may import others.
  for (const [path, blob] of fetched) {
    if (/\.(css|js)$/.test(path)) for (const file of namedIn(path, await blob.text())) await get(file);
  }
  const files = Array.from(fetched, ([path, blob]) => ({ address: path, blob }));
  return { own: files.filter((file) => !isCommon(file)), common: files.filter(isCommon) };
}

function isCommon({ address }: Fetched): boolean {
  return address === keptPage || !/\/$|^\/(packs|files)\//.test(address);
}

/** What a meeting's page leads to of its own: pages below it, those of its agenda, packs and annexes. */
function linksOf(page: Document, address: string): string[] {
  const isOwn = (path: string): boolean =>
    // A version as it was issued has its own page and its own packs, of which the newest are those of the meeting.
    (path.startsWith(address) && !/\/v\d+(-s\d+)?\/$/.test(path)) ||
    path.startsWith('/packs/') ||
    isFileOf(path, address);
  const own = paths(page, 'main a[href]', 'href').filter(isOwn);
  const agenda = paths(page, '[aria-labelledby="agenda"] a[href]', 'href').filter((path) => path.endsWith('/'));
  return [...new Set([...own, ...agenda])].filter((path) => path !== address && !path.endsWith('.json'));
}

/** The files that a page is shown with, and the annexes it leads to. */
function partsOf(page: Document, address: string): string[] {
  return [
    ...paths(page, 'link[rel="stylesheet"], link[rel="icon"]', 'href'),
    ...paths(page, 'script[src], img[src]', 'src'),
    ...paths(page, 'main a[href]', 'href').filter((path) => isFileOf(path, address)),
  ];
}

function isFileOf(path: string, address: string): boolean {
  return path.startsWith(`/files${address}`);
}

/** The files that a style sheet or a script names: fonts, pictures, and scripts that it imports. */
function namedIn(file: string, text: string): string[] {
  const named = file.endsWith('.css') ? /url\(["']?([^"')]+)/g : /(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)/g;
  return Array.from(text.matchAll(named), ([, url = '']) => url)
    .filter((url) => !url.startsWith('data:'))
    .map((url) => new URL(url, new URL(file, location.origin)).pathname);
}

/** The paths of the same site that elements of a page name. */
function paths(page: Document, selector: string, attribute: string): string[] {
  return Array.from(page.querySelectorAll(selector)).flatMap((element) => {
    const value = element.getAttribute(attribute) ?? '';
    return value.startsWith('/') && !value.startsWith('//') ? new URL(value, location.origin).pathname : [];
  });
}
