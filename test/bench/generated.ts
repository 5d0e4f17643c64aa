import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How much is generated: ten years of quarters for twelve programmes of ten projects, unless told otherwise. */
export interface Size {
  readonly initiatives: number;
  readonly cycles: number;
}

/**
 * Writes content of a given size that breaks no rule: the small council of the test cases with many more initiatives, each
 * with milestones, risks, benefits, money, posts, and a report for each cycle.
 */
export async function writeGenerated(folder: string, { initiatives, cycles }: Size): Promise<void> {
  await cp('test/cases/base/content', folder, { recursive: true });
  for (const gone of [
    'change-requests',
    'cycles',
    'finance',
    'indicators',
    'initiatives',
    'meetings',
    'portfolios',
    'strategy',
  ]) {
    await rm(join(folder, gone), { recursive: true });
  }
  const ids = Array.from({ length: initiatives }, (_, index) => `work-${index}`);
  const quarters = Array.from({ length: cycles }, (_, index) => quarter(index));
  const portfolio = `name: All\nboard: town-board\nrag_scale: rag3\nmembers: [${ids.join(', ')}]`;
  await write(folder, 'portfolios/all.md', front(portfolio, 'All of it.'));
  for (const { cycle, period, cutoff, due } of quarters) {
    const fields = `portfolio: all\nperiod: ${period}\ncutoff: ${cutoff}\ncommission: ${cutoff}\ndue: ${due}`;
    await write(folder, `cycles/${cycle}.yml`, `${fields}\nmeeting: town-board/2027-06-01\n`);
  }
  const items = '  - { number: 1, title: Reports, purpose: assurance, minutes: 30 }';
  const agenda = `start: "10:00"\nend: "11:00"\nplace: Town hall\nstatus: planned\nitems:\n${items}`;
  await write(folder, 'meetings/town-board/2027-06-01/agenda.md', front(agenda, ''));
  for (const [index, id] of ids.entries()) await writeInitiative(folder, id, index, quarters);
}

interface Quarter {
  readonly cycle: string;
  readonly period: string;
  readonly month: string;
  readonly cutoff: string;
  readonly due: string;
}

function quarter(index: number): Quarter {
  const start = 2017 + Math.floor(index / 4);
  const number = (index % 4) + 1;
  const year = `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
  const calendar = number === 4 ? start + 1 : start;
  const month = `${calendar}-${['06', '09', '12', '03'][number - 1]}`;
  const cutoff = `${month}-${['30', '30', '31', '31'][number - 1]}`;
  const next = `${number === 3 ? start + 1 : calendar}-${['07', '10', '01', '04'][number - 1]}`;
  return { cycle: `${year}-q${number}`, period: `${year} Q${number}`, month, cutoff, due: `${next}-10` };
}

async function writeInitiative(folder: string, id: string, index: number, quarters: readonly Quarter[]): Promise<void> {
  const place = `initiatives/${id}`;
  const parent = index % 10 === 0 ? '' : `\nparent: work-${index - (index % 10)}`;
  // After the last report, so that nothing is late.
  const due = quarter(quarters.length).period;
  await write(
    folder,
    `${place}/index.md`,
    front(
      `name: Work ${index}\nlevel: ${index % 10 === 0 ? 'programme' : 'project'}${parent}\nsro: engineer\nreport_frequency: quarterly\nfinance: { unit: £m, decimals: 1 }`,
      'One of many.',
    ),
  );
  const milestones = Array.from({ length: 10 }, (_, n) => {
    const waits = n === 0 ? '' : `\n  depends_on: [${id}-m${n - 1}]`;
    return `- id: ${id}-m${n}\n  title: Part ${n} done\n  lead: works\n  baseline: { due: ${due} }${waits}\n`;
  });
  await write(folder, `${place}/milestones.yml`, milestones.join(''));
  const risks = Array.from(
    { length: 5 },
    (_, n) => `- id: ${id}-r${n}
  cause: The ground is soft at place ${n}.
  event: A pier sinks.
  effect: Work stops.
  owner: engineer
  raised: 2017-04-01
  inherent: { probability: 3, impact: 3 }
  residual: { probability: 2, impact: 3 }
  proximity: within-project
  response: reduce
  review: 2030-01-01
`,
  );
  await write(folder, `${place}/risks.yml`, risks.join(''));
  const years = [...new Set(quarters.map(({ period }) => period.slice(0, 7)))];
  const path = years.map((year) => `    - { period: ${year}, planned: 20 }`).join('\n');
  await write(
    folder,
    `${place}/benefits.yml`,
    `- id: ${id}-b
  title: Shorter ways
  class: quantifiable
  measure: Minutes saved
  unit: minutes
  owner: engineer
  baseline: { value: 0, date: 2017-04-01, source: A count }
  target: { value: 20, date: 2040-03-31 }
  path:
${path}
`,
  );
  const money = quarters.flatMap(({ month, period }) => {
    const year = period.slice(0, 7);
    return ['internal', 'external'].map(
      (resource) => `${month},${year},capital,non-pay,${resource},10.0,10.0,2.5,10.0,,Ledger`,
    );
  });
  await write(
    folder,
    `${place}/finance.csv`,
    `as_at,year,category,type,resource,baseline,budget,actual,forecast,funding,source\n${money.join('\n')}\n`,
  );
  const posts = quarters.map(({ month }) => `${month},Engineer,internal,10,9,1`);
  await write(
    folder,
    `${place}/workforce.csv`,
    `as_at,role,resource,establishment,in_post,vacancies_forecast\n${posts.join('\n')}\n`,
  );
  for (const [n, { cycle, due, period }] of quarters.entries())
    await write(folder, `${place}/reports/${cycle}.md`, report(id, n, due, period));
}

function report(id: string, n: number, due: string, period: string): string {
  const milestones = [0, 1, 2].map((step) => `  - { id: ${id}-m${(n + step) % 10}, status: on-track }`).join('\n');
  return front(
    `author: engineer
submitted: ${due}
rag:
  overall: { value: green }
  time: { value: green }
finance: { variance_percent: 0 }
milestones:
${milestones}
risks:
  - { id: ${id}-r${n % 5}, probability: 2, impact: 2 }
benefits:
  - { id: ${id}-b, period: ${period.slice(0, 7)}, forecast: 20 }`,
    `## Summary

Work goes on as planned in ${period}.

## Achieved this period

- A pier stands.

## Planned next period

- Another pier.`,
  );
}

function front(fields: string, body: string): string {
  return `---\n${fields}\n---\n\n${body}\n`;
}

async function write(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
}
