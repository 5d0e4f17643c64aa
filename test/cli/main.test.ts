import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { run } from './run.ts';

test('silent on clean content', async () => {
  const clean = ['check', '--content', 'test/cases/base/content'];
  expect(await run(...clean)).toEqual({ status: 0, out: '', log: '' });
  expect((await run(...clean, '--json')).out).toBe('[]\n');
});

test('warnings and notes are shown, and stop nothing', async () => {
  const { status, out } = await run('check');
  expect(status).toBe(0);
  expect(out).toMatch(/\n\d+ warnings, \d+ notes\n$/);
});

test('content is read as a revision of git has it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'boardpack-at-'));
  try {
    const content = join(folder, 'content');
    await cp('test/cases/base/content', content, { recursive: true });
    const identity = ['-c', 'user.name=Office', '-c', 'user.email=office@example.org'];
    for (const args of [
      ['init', '--quiet'],
      ['add', '--all'],
      [...identity, 'commit', '--quiet', '--message', 'One'],
    ]) {
      await promisify(execFile)('git', args, { cwd: folder });
    }
    await writeFile(join(content, 'organisation.yml'), 'name: [');
    expect((await run('check', '--content', content)).status).toBe(1);
    expect(await run('check', '--content', content, '--at', 'HEAD')).toEqual({ status: 0, out: '', log: '' });
    const { status, log } = await run('check', '--content', content, '--at', 'HAED');
    expect({ status, log }).toMatchObject({ status: 2, log: expect.stringContaining('There is no revision "HAED"') });
  } finally {
    await rm(folder, { recursive: true });
  }
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
    [['cycle', '2017-18-q5'], 'There is no cycle "2017-18-q5". Did you mean "2017-18-q1"?'],
    [['cycle', '--portfolio', 'lodnon'], 'There is no portfolio "lodnon". Did you mean "london"?'],
    [['cycle', '--today', '2016-01-01'], 'No cycle had been commissioned by 2016-01-01.'],
    [['build', '--out', 'content/dist'], '"content/dist" lies in the content folder "content"'],
    [['pack', 'oversight-board/2018-01-25', '--out', 'content'], '"content" lies in the content folder "content"'],
    [['build', '--out', 'src'], '"src" holds files that were not built by boardpack'],
  ])('%j', async (args, message) => {
    const { status, out, log } = await run(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(log).toContain(message);
    expect(log).not.toContain('    at ');
  });
});

describe('cycle', () => {
  test('says who has handed in, was late and is missing, for each portfolio by its own due day', async () => {
    const { status, out } = await run('cycle');
    expect(status).toBe(0);
    expect(out).toContain(
      'London, 2017-18 Q3 (cycle 2017-18-q3), due 2018-01-10: 10 on time, 1 late, 1 missing, 0 awaited',
    );
    expect(out).toMatch(/streamlined-leadership +late +handed in 2018-01-12, 2 days late/);
    expect(out).toMatch(
      /information-management-futures +missing +to be written by pm-information-management-futures, 7 days overdue/,
    );
    expect(out).toContain('National, 2017-18 Q3 (cycle national-2017-18-q3), due 2018-01-16: 3 on time');
  });

  test('as data', async () => {
    const { out } = await run('cycle', '2017-18-q3', '--json');
    const [cycle]: { returns: { initiative: string; status: string; file: string }[] }[] = JSON.parse(out);
    const missing = cycle?.returns.filter(({ status }) => status === 'missing');
    expect(missing).toMatchObject([
      {
        initiative: 'information-management-futures',
        file: 'initiatives/information-management-futures/reports/2017-18-q3.md',
      },
    ]);
  });

  test('writes one message for each return that is missing, and none where none is', async () => {
    const { out } = await run('cycle', '--chase');
    expect(out.match(/^To: /gm)).toEqual(['To: ']);
    expect(out).toContain('Subject: Highlight report for Information management futures, 2017-18 Q3');
    expect(out).toContain('content/initiatives/information-management-futures/reports/2017-18-q3.md');
    expect((await run('cycle', '2017-18-q2', '--chase', '--json')).out).toBe('[]\n');
    // A return that serves two portfolios is asked for once.
    const early = JSON.parse((await run('cycle', '--chase', '--json', '--today', '2018-01-05')).out);
    const files = early.map(({ file }: { file: string }) => file);
    expect(new Set(files).size).toBe(files.length);
    expect(files).toHaveLength(12);
  });

  test('of the other portfolio, by the reports it shares', async () => {
    const both = [
      await run('cycle', '2017-18-q1', '--portfolio', 'national'),
      await run('cycle', 'national-2017-18-q1'),
    ];
    expect(both[0]?.out).toBe(both[1]?.out);
    expect((await run('cycle', 'national-2017-18-q1', '--portfolio', 'london')).out).toContain('(cycle 2017-18-q1)');
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
