import { posix, win32 } from 'node:path';

/** What decides where an installed browser is usually found. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** Home folder of the user. */
  home: string;
}

export interface Place {
  path: string;
  name: string;
}

const commands: readonly [command: string, name: string][] = [
  ['google-chrome-stable', 'Google Chrome'],
  ['google-chrome', 'Google Chrome'],
  ['chromium', 'Chromium'],
  ['chromium-browser', 'Chromium'],
  ['microsoft-edge-stable', 'Microsoft Edge'],
  ['microsoft-edge', 'Microsoft Edge'],
];

const linuxFiles: readonly [path: string, name: string][] = [
  ['/opt/google/chrome/chrome', 'Google Chrome'],
  ['/usr/lib/chromium/chromium', 'Chromium'],
  ['/snap/bin/chromium', 'Chromium'],
  ['/opt/microsoft/msedge/msedge', 'Microsoft Edge'],
];

const windowsFiles: readonly [path: string, name: string][] = [
  ['Google\\Chrome\\Application\\chrome.exe', 'Google Chrome'],
  ['Chromium\\Application\\chrome.exe', 'Chromium'],
  ['Microsoft\\Edge\\Application\\msedge.exe', 'Microsoft Edge'],
];

/** The files where Chrome, Chromium or Edge is usually installed, in the order in which they should be tried. */
export function usualPlaces(machine: Machine): Place[] {
  if (machine.platform === 'win32') return windowsPlaces(machine);
  const found = onPath(machine);
  if (machine.platform === 'darwin') return [...macPlaces(machine), ...found];
  return [...found, ...linuxFiles.map(([path, name]) => ({ path, name }))];
}

function onPath({ env }: Machine): Place[] {
  const folders = (env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  return commands.flatMap(([command, name]) => folders.map((folder) => ({ path: posix.join(folder, command), name })));
}

function macPlaces({ home }: Machine): Place[] {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const roots = ['/Applications', posix.join(home, 'Applications')];
  return names.flatMap((name) => roots.map((root) => ({ path: `${root}/${name}.app/Contents/MacOS/${name}`, name })));
}

function windowsPlaces({ env }: Machine): Place[] {
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
  return windowsFiles.flatMap(([path, name]) => roots.map((root) => ({ path: win32.join(root, path), name })));
}
