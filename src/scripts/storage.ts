/** What is kept has names of our own, so that nothing else of the same host is read or overwritten. */
const prefix = 'boardpack:';

/** What was kept on the device under a name; undefined where nothing was, or the browser keeps nothing. */
export function readStored(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a text on the device, or forgets it where there is none any more. A browser may refuse it (a private window, a file opened
 * from a disk), and the page goes on.
 *
 * @returns whether it was kept
 */
export function store(name: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, text);
    return true;
  } catch {
    return false;
  }
}
