import { readdir, readFile } from 'node:fs/promises';

/**
 * Watches the memory of a process and of all that it starts, on Linux.
 *
 * @returns what ends the watch and gives the peak in MiB: the sum of proportional shares, in which a page that several
 * processes share counts once; undefined where the system does not tell
 */
export function watchMemory(process: number): () => Promise<number | undefined> {
  let peak: number | undefined;
  let going = true;
  const watching = (async () => {
    while (going) {
      const now = await treeMemory(process);
      if (now !== undefined) peak = Math.max(peak ?? 0, now);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return async () => {
    going = false;
    await watching;
    return peak;
  };
}

async function treeMemory(root: number): Promise<number | undefined> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    // "pid (name) state ppid …", and the name may hold anything.
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (Number.isInteger(parent)) parents.set(Number(name), parent);
  }
  if (parents.size === 0) return undefined;
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [process, parent] of parents) if (family.has(parent)) family.add(process);
  }
  let kibibytes = 0;
  for (const process of family) {
    const rollup = await readFile(`/proc/${process}/smaps_rollup`, 'utf8').catch(() => '');
    kibibytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kibibytes / 1024;
}
