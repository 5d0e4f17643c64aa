import { type Browser as Chromium, chromium } from 'playwright-core';
import { connect } from './endpoint.ts';
import type { BrowserProgram } from './find.ts';

/** A browser that has started. */
export interface Started {
  chromium: Chromium;
  program: BrowserProgram;
  /** Whether pages run in the browser's sandbox; false as root and where the system does not allow it. */
  sandboxed: boolean;
}

/** Oldest browser whose own print has page margin boxes, page counters and named pages. */
const oldest = 131;

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  // Whatever the interception of requests should miss (a hint to connect early, say) finds no address to go to.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const startLimit = 60_000;

/**
 * Starts one browser with an empty profile of its own, which is removed when it ends. The browser ends with this process
 * however that ends, a signal included. One that runs elsewhere is connected to; how it is kept in is for who started it.
 */
export async function launch(program: BrowserProgram): Promise<Started> {
  if (program.elsewhere) return { chromium: await newEnough(await connect(program.path)), program, sandboxed: true };
  const root = process.getuid?.() === 0;
  if (root) return { chromium: await start(program, false), program, sandboxed: false };
  try {
    return { chromium: await start(program, true), program, sandboxed: true };
  } catch {
    return { chromium: await start(program, false), program, sandboxed: false };
  }
}

async function start(program: BrowserProgram, sandbox: boolean): Promise<Chromium> {
  const browser = await chromium.launch({
    executablePath: program.path,
    headless: true,
    chromiumSandbox: sandbox,
    args: flags,
    env: { ...definedOnly(process.env), ...program.env },
    timeout: startLimit,
    // See signals.ts.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  return await newEnough(browser);
}

async function newEnough(browser: Chromium): Promise<Chromium> {
  const version = browser.version();
  if (Number.parseInt(version, 10) >= oldest) return browser;
  await browser.close();
  throw new Error(`version ${version} is too old, ${oldest} or later is needed`);
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
