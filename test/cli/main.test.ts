import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';

/** Runs the program with its output caught. */
async function run(...args: string[]): Promise<{ status: number; out: string; log: string }> {
  const caught = { out: '', log: '' };
  const status = await main(args, {
    out: (text) => {
      caught.out += text;
    },
    log: (text) => {
      caught.log += text;
    },
    isTerminal: false,
  });
  return { status, ...caught };
}

test('silent on clean content', async () => {
  const clean = ['check', '--content', 'test/cases/base/content'];
  expect(await run(...clean)).toEqual({ status: 0, out: '', log: '' });
  expect((await run(...clean, '--json')).out).toBe('[]\n');
});

test('notes are shown, and stop nothing', async () => {
  const { status, out } = await run('check');
  expect(status).toBe(0);
  expect(out).toMatch(/\n\d+ notes\n$/);
});

test('help and version are results', async () => {
  expect((await run('--help')).out).toContain('check');
  expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('wrong use ends with status 2 and a sentence', () => {
  test.each([
    [['chekc'], "unknown command 'chekc'"],
    [['check', '--jsn'], "unknown option '--jsn'"],
    [['check', '--content', 'nowhere'], 'There is no content folder "nowhere"'],
    [['check', '--today', 'tomorrow'], '--today "tomorrow" is not a date'],
    [['check', '--format', 'xml'], "argument 'xml' is invalid"],
    [['build', '--out', 'src'], '"src" holds files that were not built by boardpack'],
  ])('%j', async (args, message) => {
    const { status, out, log } = await run(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(log).toContain(message);
    expect(log).not.toContain('    at ');
  });
});

test('a bug of ours says that it is one', async () => {
  const broken = { out: () => {}, log: () => {}, isTerminal: false };
  let log = '';
  const status = await main(['check'], {
    ...broken,
    out: () => {
      throw new TypeError('oops');
    },
    log: (text) => {
      log += text;
    },
  });
  expect(status).toBe(2);
  expect(log).toMatch(/this is a bug in boardpack \d.*TypeError: oops/s);
});
