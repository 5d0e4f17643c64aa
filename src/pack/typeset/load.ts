import { setTimeout as pause } from 'node:timers/promises';
import { withLimit } from '../browser/limit.ts';
import { assetPath, type Tab } from '../browser/tab.ts';
import type { Asset, PartSource } from './part.ts';

const readyLimit = 30_000;

/** A document in a tab, ready to be set. */
export interface Loaded {
  ids: string[];
  used: ReadonlySet<string>;
}

/** What a document did wrong; ends the work on it without harm to the tab. */
export class DocumentFault extends Error {
  override name = 'DocumentFault';
}

/** A font that could not be loaded. Ours are whole, so it may be the browser that failed, as it can where memory is short. */
export class FontFault extends DocumentFault {
  override name = 'FontFault';
}

/**
 * Opens a part in a tab and waits until all its pictures and fonts are there.
 *
 * @throws {DocumentFault} when the part asks for what is not among its assets, or shows a frame or plug-in
 */
export async function load(tab: Tab, part: PartSource, assets: ReadonlyMap<string, Asset>): Promise<Loaded> {
  await tab.open({ html: part.html, assets });
  const embedded = await withLimit(tab.page.evaluate(wakeResources), readyLimit, 'reading the document');
  await withLimit(untilReady(tab), readyLimit, 'loading pictures and fonts');
  const { ids, pictures, broken, fonts } = await withLimit(
    tab.page.evaluate(inspect),
    readyLimit,
    'reading the document',
  );
  const refused = refusal(tab, embedded);
  if (fonts.length > 0) {
    const also = refused === undefined ? '.' : `, and ${refused}`;
    throw new FontFault(`the font ${[...new Set(fonts)].join(', ')} cannot be read${also}`);
  }
  if (refused !== undefined) throw new DocumentFault(refused);
  if (broken.length > 0) throw new DocumentFault(`${list(broken)} cannot be read as a picture.`);
  // A picture that the document before showed as well was not asked for again.
  const shown = pictures.flatMap((address) => assetPath(address) ?? []);
  return { ids, used: new Set([...tab.asked(), ...shown]) };
}

/** Throws when the document in the tab has asked for what it may not have. */
export function refuse(tab: Tab): void {
  const refused = refusal(tab);
  if (refused !== undefined) throw new DocumentFault(refused);
}

/** What the document in the tab has asked for and may not have, in words; undefined where there is nothing. */
function refusal(tab: Tab, embedded: readonly string[] = []): string | undefined {
  // A frame's address comes a second time, cut down to its origin, from the browser's policy.
  const refused = tab.refused().filter((url) => !embedded.some((known) => known.startsWith(url) && known !== url));
  const all = [...new Set([...embedded, ...refused])].sort();
  if (all.length === 0) return undefined;
  return `it asks for ${list(all)}, which was refused: a part can show only the assets it is given, and no frames.`;
}

function list(urls: readonly string[]): string {
  return urls.map((url) => (url.length > 200 ? `${url.slice(0, 200)}…` : url)).join(', ');
}

async function untilReady(tab: Tab): Promise<void> {
  while (!(await tab.page.evaluate(isReady))) await pause(10);
}

// What follows runs in the page. Without scripts a page can run no callback, so there are only loops.

/** Starts loading what a browser would put off or not see a use for yet; gives the addresses of frames and plug-ins. */
function wakeResources(): string[] {
  for (const image of document.images) image.loading = 'eager';
  for (const face of document.fonts) {
    // Page margins ask for fonts only while printing, which is too late. Their text is in the basic alphabet.
    if (/^U\+0+-/i.test(face.unicodeRange)) face.load();
  }
  document.body.getBoundingClientRect();
  const embedded: string[] = [];
  for (const element of document.querySelectorAll('iframe, frame, object, embed, fencedframe, portal')) {
    const address = element.getAttribute('src') ?? element.getAttribute('data');
    embedded.push(address ? new URL(address, document.baseURI).href : `an empty ${element.localName}`);
  }
  return embedded;
}

function isReady(): boolean {
  for (const image of document.images) if (!image.complete) return false;
  return document.readyState === 'complete' && document.fonts.status === 'loaded';
}

function inspect(): { ids: string[]; pictures: string[]; broken: string[]; fonts: string[] } {
  const ids: string[] = [];
  const pictures: string[] = [];
  for (const element of document.body.querySelectorAll('[id]')) ids.push(element.id);
  const broken: string[] = [];
  for (const image of document.images) {
    pictures.push(image.currentSrc);
    if (image.naturalWidth === 0 && !/\.svg$|^data:image\/svg/.test(image.currentSrc)) broken.push(image.currentSrc);
  }
  const fonts: string[] = [];
  for (const face of document.fonts) if (face.status === 'error') fonts.push(face.family);
  return { ids, pictures, broken, fonts };
}
