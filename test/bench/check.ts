/**
 * How long a check takes for each record, of the demonstration and of ten years of a large portfolio beside it, and the
 * memory it needs. Each is checked by a process of its own, three times; the quickest counts, as the others waited for
 * something. The machine and its load change every time, so the ratio counts and the seconds do not.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { writeGenerated } from './generated.ts';
import { writeMeetings } from './generated-meetings.ts';

interface Measured {
  readonly records: number;
  readonly errors: boolean;
  readonly milliseconds: number;
  readonly megabytes: number;
}

const [, , folder] = process.argv;
if (folder === undefined) await compare();
else console.log(JSON.stringify(await measure(folder)));

async function measure(content: string): Promise<Measured> {
  const start = performance.now();
  const { library, diagnostics } = await checkContent(content, async (declared) => declared ?? '2027-06-01');
  const milliseconds = performance.now() - start;
  const shelves = Object.values(library).filter((value) => typeof value === 'object');
  const rows = [...Object.values(library.money), ...Object.values(library.workforce)].map(({ data }) => data.length);
  const records = [...shelves.map((shelf) => Object.keys(shelf).length), ...rows].reduce(
    (sum, count) => sum + count,
    0,
  );
  // `maxRSS` is in kibibytes.
  return { records, errors: hasErrors(diagnostics), milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 };
}

async function compare(): Promise<void> {
  const large = await mkdtemp(join(tmpdir(), 'boardpack-bench-'));
  try {
    const initiatives = join(large, 'initiatives');
    await writeGenerated(initiatives, { initiatives: 120, cycles: 40 });
    const small = await quickest('content');
    const big = await quickest(initiatives);
    console.log(line('the demonstration', small));
    console.log(line('120 initiatives × 40 cycles', big));
    const ratio = big.milliseconds / big.records / (small.milliseconds / small.records);
    console.log(`time for each record, large to demonstration: ${ratio.toFixed(2)}`);
    await writeMeetings(join(large, 'few'), { boards: 4, meetings: 25 });
    await writeMeetings(join(large, 'many'), { boards: 4, meetings: 100 });
    const few = await quickest(join(large, 'few'));
    const many = await quickest(join(large, 'many'));
    console.log(line('100 meetings of 2 ½ years', few));
    console.log(line('400 meetings of 10 years', many));
    const growth = many.milliseconds / many.records / (few.milliseconds / few.records);
    console.log(`time for each record, 400 meetings to 100: ${growth.toFixed(2)}`);
  } finally {
    await rm(large, { recursive: true });
  }
}

async function quickest(content: string): Promise<Measured> {
  const runs: Measured[] = [];
  for (let run = 0; run < 3; run += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), content]);
    runs.push(JSON.parse(stdout));
  }
  const [best] = runs.toSorted((a, b) => a.milliseconds - b.milliseconds);
  if (best === undefined || best.errors) throw new Error(`The content of ${content} has errors.`);
  return best;
}

function line(name: string, { records, milliseconds, megabytes }: Measured): string {
  const each = ((milliseconds / records) * 1000).toFixed(0);
  return `${name}: ${records} records in ${(milliseconds / 1000).toFixed(2)} s, ${each} µs each, ${megabytes.toFixed(0)} MB at most`;
}
