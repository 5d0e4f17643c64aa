import { withLimit } from '../browser/limit.ts';
import type { Tab } from '../browser/tab.ts';

/** Printing 400 pages took 9 s on two slow cores. */
const printLimit = 180_000;

/**
 * Prints the page in the tab as a tagged PDF.
 *
 * @param ids every HTML id that must become a named destination
 */
export async function print(tab: Tab, ids: readonly string[]): Promise<Uint8Array> {
  await withLimit(tab.page.evaluate(linkToAll, [...ids]), 30_000, 'preparing to print');
  const printed = tab.page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  return new Uint8Array(await withLimit(printed, printLimit, 'printing'));
}

/** Chromium writes a named destination only for an id that some link in the document targets, seen or not. */
function linkToAll(ids: string[]): void {
  const links = document.createElement('div');
  links.hidden = true;
  for (const id of ids) {
    const link = document.createElement('a');
    link.href = `#${encodeURIComponent(id)}`;
    links.append(link);
  }
  document.body.append(links);
}
