import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodeUnit } from '../../diagnostics/order.ts';
import type { Library } from '../../library/library.ts';
import { searchRecords } from '../search/records.ts';
import { styleAsFile } from './addresses.ts';
import { moduleScripts, pageAsFile } from './page.ts';

const searchPage = 'search/index.html';
/** The records, and the script that searches them. */
const searchFiles = ['search/records.js', 'search/search.js'] as const;
const searchModule = fileURLToPath(new URL('../../scripts/search-files.ts', import.meta.url));

/** What works over a web server only: the index of the search, and the worker with the page of what it keeps. */
const served = ['pagefind', 'sw.js', 'offline'];

/**
 * Makes a built site one that opens from files, such as those of a USB stick: links lead to files, scripts need no server,
 * and the search has the records themselves.
 *
 * @param folder where the site was built; changed in place
 * @param library what it was built from
 */
export async function makeOffline(folder: string, library: Library): Promise<void> {
  for (const name of served) await rm(join(folder, name), { recursive: true, force: true });
  const modules = new Set<string>();
  for (const file of await filesOf(folder, '.html')) {
    const page = await readFile(join(folder, file), 'utf8');
    for (const address of moduleScripts(page)) modules.add(posix.resolve('/', posix.dirname(file), address).slice(1));
    const extra = file === searchPage ? searchFiles.map((name) => `/${name}`) : [];
    await writeFile(join(folder, file), pageAsFile(file, page, extra));
  }
  for (const file of await filesOf(folder, '.css')) {
    await writeFile(join(folder, file), styleAsFile(file, await readFile(join(folder, file), 'utf8')));
  }
  await makeScripts(folder, [...modules].toSorted(byCodeUnit));
  await writeSearch(folder, library);
}

/** Puts classic scripts in the place of the modules; what these imported is in them, and goes. */
async function makeScripts(folder: string, modules: readonly string[]): Promise<void> {
  // Loaded here, since it brings a program with it that other commands have no use for.
  const { classicScript } = await import('../classic-script.ts');
  const scripts: { file: string; code: string }[] = [];
  for (const file of modules) scripts.push({ file, code: await classicScript(join(folder, file)) });
  for (const file of await filesOf(folder, '.js')) {
    if (file.startsWith('assets/')) await rm(join(folder, file));
  }
  for (const { file, code } of scripts) await writeFile(join(folder, file), code);
}

/** The records as a string within a script, which is read faster than the same value as a literal. */
async function writeSearch(folder: string, library: Library): Promise<void> {
  const { classicScript } = await import('../classic-script.ts');
  const [records, script] = searchFiles;
  const json = JSON.stringify(JSON.stringify(searchRecords(library)));
  await writeFile(join(folder, records), `globalThis.boardpackRecords=JSON.parse(${json});\n`);
  await writeFile(join(folder, script), await classicScript(searchModule));
}

/** Files with one ending, sorted, by their paths below a folder. */
async function filesOf(folder: string, ending: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted(byCodeUnit);
}
