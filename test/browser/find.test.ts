import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.ts';
import { browserIdentity, type FindEffects, findBrowsers } from '../../src/pack/browser/find.ts';

/** A machine with these programs, that keeps count of what was unpacked. */
function machine(programs: string[], more: Partial<FindEffects> = {}) {
  const unpacked: string[] = [];
  const effects: FindEffects = {
    platform: 'linux',
    arch: 'x64',
    home: '/home/me',
    env: { PATH: '/usr/local/bin:/usr/bin:relative' },
    isProgram: async (path) => programs.includes(path),
    identify: async () => 'Version 150',
    identifyEndpoint: async () => 'Chromium 150 elsewhere',
    packagedVersion: async () => '153.0.0',
    packagedChromium: async () => {
      unpacked.push('chromium');
      return { path: '/cache/chromium', env: { LD_LIBRARY_PATH: '/cache/lib' } };
    },
    packagedFonts: async () => ({ FONTCONFIG_FILE: '/cache/fonts.conf' }),
    ...more,
  };
  return { effects, unpacked };
}

async function found(effects: FindEffects): Promise<string[]> {
  const list: string[] = [];
  for await (const { name, path } of findBrowsers(effects)) list.push(`${name} ${path}`);
  return list;
}

describe('order', () => {
  test('the packaged browser, then the installed ones as PATH and the usual places have them', async () => {
    const { effects } = machine(['/usr/bin/chromium', '/usr/local/bin/google-chrome', '/opt/microsoft/msedge/msedge']);
    expect(await found(effects)).toEqual([
      'packaged Chromium /cache/chromium',
      'Google Chrome /usr/local/bin/google-chrome',
      'Chromium /usr/bin/chromium',
      'Microsoft Edge /opt/microsoft/msedge/msedge',
    ]);
  });

  test('BOARDPACK_BROWSER stands alone', async () => {
    const { effects } = machine(['/my/chrome', '/usr/bin/chromium'], { env: { BOARDPACK_BROWSER: '/my/chrome' } });
    expect(await found(effects)).toEqual(['BOARDPACK_BROWSER /my/chrome']);
    expect(await browserIdentity(effects)).toBe('/my/chrome Version 150');
  });

  test('BOARDPACK_BROWSER_ENDPOINT stands before all', async () => {
    const env = { BOARDPACK_BROWSER: '/my/chrome', BOARDPACK_BROWSER_ENDPOINT: 'ws://grid:3000/' };
    const { effects, unpacked } = machine(['/my/chrome'], { env });
    expect(await found(effects)).toEqual(['BOARDPACK_BROWSER_ENDPOINT ws://grid:3000/']);
    expect(await browserIdentity(effects)).toBe('Chromium 150 elsewhere');
    expect(unpacked).toEqual([]);
  });

  test('macOS and Windows have their own places and no packaged browser', async () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const edge = '/home/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    const mac = machine([edge, chrome], { platform: 'darwin', arch: 'arm64' });
    expect(await found(mac.effects)).toEqual([`Google Chrome ${chrome}`, `Microsoft Edge ${edge}`]);
    const program = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    const windows = machine([program], { platform: 'win32', env });
    expect(await found(windows.effects)).toEqual([`Microsoft Edge ${program}`]);
  });

  test('Arm has no packaged browser', async () => {
    const { effects } = machine(['/usr/bin/chromium'], { arch: 'arm64' });
    expect(await found(effects)).toEqual(['Chromium /usr/bin/chromium']);
  });
});

test('installed browsers on Linux see the packaged fonts only', async () => {
  const { effects } = machine(['/usr/bin/chromium'], { arch: 'arm64' });
  for await (const { env } of findBrowsers(effects)) expect(env).toEqual({ FONTCONFIG_FILE: '/cache/fonts.conf' });
});

test('nothing is unpacked for the identity, nor before a browser is asked for', async () => {
  const { effects, unpacked } = machine([]);
  expect(await browserIdentity(effects)).toBe('@sparticuz/chromium 153.0.0');
  const browsers = findBrowsers(effects);
  expect(unpacked).toEqual([]);
  await browsers.next();
  expect(unpacked).toEqual(['chromium']);
});

describe('faults', () => {
  test('a wrong BOARDPACK_BROWSER is an error, though others are installed', async () => {
    const { effects } = machine(['/usr/bin/chromium'], { env: { BOARDPACK_BROWSER: '/no/such' } });
    await expect(found(effects)).rejects.toThrow(EnvironmentError);
    await expect(found(effects)).rejects.toThrow('BOARDPACK_BROWSER is set to /no/such');
    await expect(browserIdentity(effects)).rejects.toThrow('/no/such');
  });

  test('no browser at all says what to install and what to set', async () => {
    const { effects } = machine([], { arch: 'arm64' });
    await expect(found(effects)).rejects.toThrow(EnvironmentError);
    await expect(found(effects)).rejects.toThrow(/Install Google Chrome.*BOARDPACK_BROWSER/);
  });

  test('one that cannot be made ready gives way to the next', async () => {
    const { effects } = machine(['/usr/bin/chromium'], {
      packagedChromium: () => Promise.reject(new Error('disk full')),
    });
    const list: string[] = [];
    const all = (async () => {
      for await (const { name } of findBrowsers(effects)) list.push(name);
    })();
    await expect(all).rejects.toThrow('packaged Chromium: disk full');
    expect(list).toEqual(['Chromium']);
  });
});
