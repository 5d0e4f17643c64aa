import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheFolder } from './cache-folder.ts';
import { fontsConfiguration } from './fonts.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const unpacker = fileURLToPath(new URL('unpack-child.ts', import.meta.url));

/** Unpacking 70 MB took 3 s on two slow cores; ten times that and more means it hangs. */
const unpackLimit = 180_000;

/** Version of the package that holds the browser, which names the browser without starting it. */
export async function packagedVersion(): Promise<string> {
  const text = await readFile(join(packagedFolder(), 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}

/** The packaged browser and the environment it needs: its own libraries, because a bare system lacks them. */
export async function packagedChromium(): Promise<{ path: string; env: Record<string, string> }> {
  const folder = await unpacked('chromium', ['chromium', 'fonts.tar', 'al2023.tar']);
  const libraries = join(folder, 'al2023', 'lib');
  const inherited = process.env.LD_LIBRARY_PATH;
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: inherited ? `${libraries}:${inherited}` : libraries, ...fontsEnvironment(folder) },
  };
}

/** The environment that leaves an installed browser on Linux no fonts but the package's Open Sans. */
export async function packagedFonts(): Promise<Record<string, string>> {
  return fontsEnvironment(await unpacked('fonts', ['fonts.tar']));
}

function fontsEnvironment(folder: string): Record<string, string> {
  return { FONTCONFIG_FILE: join(folder, 'fonts.conf'), FONTCONFIG_PATH: folder };
}

function packagedFolder(): string {
  return dirname(dirname(require.resolve('@sparticuz/chromium')));
}

/**
 * Unpacks archives of the package into a folder of their own, once per version. The package itself would unpack into
 * the shared temporary folder under names without a version, where another user could lay a program before us and an
 * older browser would be taken for the new one. Everything is unpacked beside and renamed, so a folder that exists is
 * whole, and two processes may do it at once.
 */
async function unpacked(name: string, archives: readonly string[]): Promise<string> {
  const cache = await cacheFolder();
  const folder = join(cache, `${name}-${await packagedVersion()}`);
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${folder}.unpacking-`);
  try {
    const files = archives.map((archive) => join(packagedFolder(), 'bin', `${archive}.br`));
    // The package unpacks into `os.tmpdir()`: a process of its own can be told another one without changing ours.
    const env = { ...process.env, TMPDIR: fresh, TEMP: fresh, TMP: fresh };
    await run(process.execPath, ['--no-warnings', unpacker, ...files], { env, timeout: unpackLimit });
    await writeFile(join(fresh, 'fonts.conf'), fontsConfiguration(folder));
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process may have been first; its folder is as good as ours.
    if (!(await exists(folder))) throw error;
  }
  await removeLeftovers(cache);
  return folder;
}

/** Removes what a process that was killed while unpacking left behind, an hour later when nobody can still be at it. */
async function removeLeftovers(cache: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    if (!entry.includes('.unpacking-')) continue;
    const path = join(cache, entry);
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
