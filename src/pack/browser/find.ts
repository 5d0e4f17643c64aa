import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { promisify } from 'node:util';
import { EnvironmentError } from '../../diagnostics/environment-error.ts';
import { identifyEndpoint } from './endpoint.ts';
import { packagedChromium, packagedFonts, packagedVersion } from './packaged.ts';
import { type Machine, usualPlaces } from './places.ts';

/** A browser that can be started: the file, what to call it, and the environment variables it needs besides ours. */
export interface BrowserProgram {
  /** The file; of a browser that runs elsewhere, the address it is reached at. */
  path: string;
  /** Whether it runs elsewhere, and is connected to. */
  elsewhere?: true;
  /** For messages, for example `BOARDPACK_BROWSER`, `packaged Chromium` or `Google Chrome`. */
  name: string;
  env: Record<string, string>;
  /** Tells this browser from any other version or build without starting it. Goes into cache keys, never into output. */
  identity: string;
}

/** What finding needs of the machine. */
export interface FindEffects extends Machine {
  arch: string;
  isProgram(path: string): Promise<boolean>;
  /** What tells the build at this path from another: its `--version`, or size and date where that would open a window. */
  identify(path: string): Promise<string>;
  /** The same for the browser at an address. */
  identifyEndpoint(endpoint: string): Promise<string>;
  packagedVersion(): Promise<string>;
  packagedChromium(): Promise<{ path: string; env: Record<string, string> }>;
  packagedFonts(): Promise<Record<string, string>>;
}

export const noBrowser =
  'No browser for typesetting was found. Install Google Chrome, Chromium or Microsoft Edge (version 131 or later), ' +
  'or set BOARDPACK_BROWSER to the path of one.';

/** A browser that is known of; `ready` does what is left to do before it can be started, such as unpacking it. */
interface Candidate {
  name: string;
  identity(): Promise<string>;
  /** What it is and which version, without the path it stands at. */
  version(): Promise<string>;
  ready(identity: string): Promise<BrowserProgram>;
}

/**
 * The browsers in the order in which they should be tried: `BOARDPACK_BROWSER_ENDPOINT`, which if set stands alone; then
 * `BOARDPACK_BROWSER`, which stands alone too; the Chromium packaged with the program; then what is installed. Each is made ready only when it is asked for.
 *
 * @throws {EnvironmentError} when there is none, or `BOARDPACK_BROWSER` names no program.
 */
export async function* findBrowsers(effects: FindEffects = realEffects()): AsyncGenerator<BrowserProgram> {
  const reasons: string[] = [];
  for await (const candidate of candidates(effects)) {
    let program: BrowserProgram;
    try {
      program = await candidate.ready(await candidate.identity());
    } catch (error) {
      if (error instanceof EnvironmentError) throw error;
      reasons.push(`${candidate.name}: ${error instanceof Error ? error.message : error}`);
      continue;
    }
    yield program;
  }
  // Only reached when the last browser given did not start either, or none could be made ready.
  if (reasons.length > 0) throw new EnvironmentError(`${noBrowser}\n${reasons.join('\n')}`);
}

/**
 * Identity of the browser that `findBrowsers` gives first, found without unpacking or starting one, so that a cache can
 * be asked before.
 *
 * @throws {EnvironmentError} as `findBrowsers` does.
 */
export async function browserIdentity(effects: FindEffects = realEffects()): Promise<string> {
  for await (const candidate of candidates(effects)) return candidate.identity();
  throw new EnvironmentError(noBrowser);
}

/**
 * The browser that `findBrowsers` gives first, by name and version, for whoever wants to know what a pack was set with.
 *
 * @throws {EnvironmentError} as `findBrowsers` does.
 */
export async function browserVersion(effects: FindEffects = realEffects()): Promise<string> {
  for await (const candidate of candidates(effects)) return candidate.version();
  throw new EnvironmentError(noBrowser);
}

async function* candidates(effects: FindEffects): AsyncGenerator<Candidate> {
  const endpoint = effects.env.BOARDPACK_BROWSER_ENDPOINT;
  if (endpoint) {
    const name = 'BOARDPACK_BROWSER_ENDPOINT';
    const ready = async (identity: string): Promise<BrowserProgram> => ({
      path: endpoint,
      elsewhere: true,
      name,
      identity,
      env: {},
    });
    const identity = (): Promise<string> => effects.identifyEndpoint(endpoint);
    yield { name, identity, version: identity, ready };
    return;
  }
  const chosen = effects.env.BOARDPACK_BROWSER;
  if (chosen) {
    if (!(await effects.isProgram(chosen))) {
      throw new EnvironmentError(`BOARDPACK_BROWSER is set to ${chosen}, which is not a program that can be run.`);
    }
    yield installed(effects, chosen, 'BOARDPACK_BROWSER');
    return;
  }
  let found = 0;
  // The package holds a program for this system and processor only.
  if (effects.platform === 'linux' && effects.arch === 'x64') {
    found += 1;
    const identity = async (): Promise<string> => `@sparticuz/chromium ${await effects.packagedVersion()}`;
    yield {
      name: 'packaged Chromium',
      identity,
      version: identity,
      ready: async (identity) => ({ name: 'packaged Chromium', identity, ...(await effects.packagedChromium()) }),
    };
  }
  for (const { path, name } of usualPlaces(effects)) {
    if (!(await effects.isProgram(path))) continue;
    found += 1;
    yield installed(effects, path, name);
  }
  if (found === 0) throw new EnvironmentError(noBrowser);
}

function installed(effects: FindEffects, path: string, name: string): Candidate {
  return {
    name,
    identity: async () => `${path} ${await effects.identify(path)}`,
    version: () => effects.identify(path),
    ready: async (identity) => ({
      path,
      name,
      identity,
      env: effects.platform === 'linux' ? await effects.packagedFonts() : {},
    }),
  };
}

export function realEffects(): FindEffects {
  const { platform, arch, env } = process;
  return {
    platform,
    arch,
    env,
    home: homedir(),
    isProgram,
    identify,
    identifyEndpoint,
    packagedVersion,
    packagedChromium,
    packagedFonts,
  };
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function identify(path: string): Promise<string> {
  // On Windows `chrome.exe --version` opens a window and prints nothing.
  if (process.platform !== 'win32') {
    const answer = await promisify(execFile)(path, ['--version'], { timeout: 20_000 }).catch(() => undefined);
    if (answer?.stdout.trim()) return answer.stdout.trim();
  }
  const { size, mtimeMs } = await stat(path);
  return `${size} ${mtimeMs}`;
}
