import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { csv, markdownTable, rightToLeft, sentence, word } from './odd-words.ts';

type Fields = Record<string, unknown>;

/** A file with front matter. JSON is YAML too. */
export function markdown(fields: Fields, body = ''): string {
  return `---\n${JSON.stringify(fields)}\n---\n\n${body}`;
}

/** The same records under a name of many words, of one, and from right to left. */
function threefold(name: string, record: (title: string, nth: number) => Fields): Fields[] {
  return [sentence(name), word(name), `${rightToLeft.title} ${name}`].map(record);
}

function indicator(name: string, rest: Fields = {}): string {
  return markdown({
    name,
    definition: name,
    unit: 'crossings on foot for every thousand people who live in the town',
    direction: 'up',
    owner: 'gardener',
    source: word('Source'),
    objectives: ['cross-the-river'],
    ...rest,
  });
}

function benefit(id: string, title: string, path: Fields[]): Fields {
  return {
    id: `bridge-${id}`,
    title,
    class: path.length === 0 ? 'qualitative' : 'quantifiable',
    measure: word('Measure'),
    unit: 'minutes',
    owner: 'gardener',
    baseline: { value: -25, date: '2017-03-31', source: 'The survey of March 2017' },
    target: { value: -10, date: '2019-03-31' },
    path,
  };
}

function paper(reference: string, title: string, body: string): string {
  return markdown(
    {
      reference,
      title,
      author: 'engineer',
      sponsor: 'chair',
      purpose: 'information',
      summary: title,
      recommendations: [word('Recommendation'), sentence('Recommendation')],
      background_papers: [word('Background')],
    },
    body,
  );
}

const risk = (event: string, nth: number): Fields => ({
  id: `park-r${nth}`,
  cause: `Cause: ${event}`,
  event,
  effect: `Effect: ${event}`,
  owner: 'gardener',
  raised: '2017-04-10',
  inherent: { probability: 5, impact: 5 },
  residual: { probability: 3, impact: 3 },
  proximity: 'imminent',
  response: 'reduce',
  actions: [event],
  review: '2017-10-30',
});

/** Files of the small town that are written anew, and others beside them. */
const written: Readonly<Record<string, string>> = {
  'roles.yml': JSON.stringify([
    { id: 'chair', title: rightToLeft.chair },
    { id: 'clerk', title: rightToLeft.clerk, vacant: { from: '2017-09-01', covered_by: 'chair' } },
    { id: 'engineer', title: sentence('Engineer'), group: 'works' },
    { id: 'gardener', title: word('Gardener'), group: 'parks' },
  ]),
  'glossary.yml': JSON.stringify(threefold('Term', (term) => ({ term, expansion: term, meaning: term }))),
  'boards/no-members.md': markdown({
    name: sentence('Board'),
    abbreviation: 'NM',
    chair: 'chair',
    members: [],
    quorum: '1/2',
    cadence: 'as-needed',
    parent: 'town-board',
  }),
  'indicators/no-values.md': indicator(word('Indicator'), { target: { value: 5, date: '2019-03-31' } }),
  'indicators/no-values.csv': csv(['date', 'value']),
  'indicators/one-value.md': indicator(sentence('Indicator'), { unit: '%' }),
  'indicators/one-value.csv': csv(['date', 'value'], ['2017-06-30', 3]),
  'indicators/below-nought.md': indicator(rightToLeft.title, { baseline: { value: -40, date: '2017-03-31' } }),
  'indicators/below-nought.csv': csv(
    ['date', 'area', 'value'],
    ['2017-03-31', '', -40],
    ['2017-06-30', '', 12],
    ['2017-06-30', word('Area'), -3],
  ),
  'indicators/always-equal.md': indicator('Always equal', { target: { value: 0, date: '2018-03-31' }, unit: 'cases' }),
  'indicators/always-equal.csv': csv(['date', 'value'], ['2017-03-31', 0], ['2017-04-30', 0], ['2017-05-31', 0]),
  'initiatives/bridge/benefits.yml': JSON.stringify([
    benefit('no-path', sentence('Benefit'), []),
    benefit('one-year', word('Benefit'), [{ period: '2017-18', planned: -20 }]),
    benefit('below-nought', rightToLeft.title, [
      { period: '2017-18', planned: -20 },
      { period: '2018-19', planned: 35 },
    ]),
  ]),
  'initiatives/bridge/finance.csv': csv(
    ['as_at', 'year', 'category', 'type', 'resource', 'baseline', 'budget', 'actual', 'forecast', 'funding', 'source'],
    ['2017-04', '2017-18', 'capital', 'non-pay', 'external', -70, -70, -1, -71, word('Funding'), word('Ledger')],
    ['2017-08', '2017-18', 'capital', 'non-pay', 'external', -70, -70, 21, -71, word('Funding'), word('Ledger')],
    ['2017-08', '2018-19', 'capital', 'non-pay', 'external', 66, 66, '', 66, word('Funding'), word('Ledger')],
  ),
  'initiatives/bridge/workforce.csv': csv(
    ['as_at', 'role', 'resource', 'establishment', 'in_post', 'vacancies_forecast'],
    ['2017-08', sentence('Post'), 'internal', 0, 0, 0],
    ['2017-08', word('Post'), 'external', 4, 5, -1],
  ),
  'initiatives/nothing/index.md': markdown({ name: rightToLeft.title, level: 'project', sro: 'chair' }),
  'initiatives/park/risks.yml': JSON.stringify(threefold('Risk', risk)),
  'finance/bridge.csv': csv(
    ['line', 'label', 'style', 'b17', 'b18'],
    ['steel', word('Steel'), 'line', -62, 39.7],
    ['stone', sentence('Stone'), 'line', -13.1, 26.3],
    ['total', 'Total', 'total', -75.1, 66],
    ['receipts', word('Receipts'), 'funding', -80.1, 66],
    ['loans', rightToLeft.title, 'funding', 5, 0],
  ),
  'matters/banks.md': markdown({
    title: word('Matter'),
    lead: 'gardener',
    initiative: 'park',
    raised: '2017-06-01',
    asks: sentence('Asked'),
    route: ['town-board', 'full-council'],
  }),
  'meetings/town-board/2017-10-18/agenda.md': markdown({
    start: '10:00',
    end: '11:00',
    place: word('Place'),
    status: 'planned',
    items: threefold('Item', (title, nth) => ({
      number: nth + 1,
      title,
      purpose: 'decision',
      minutes: 20,
      lead: ['engineer', 'gardener', 'chair'][nth],
      decision: title,
    })),
  }),
  'meetings/no-members/2017-10-11/agenda.md': markdown({
    start: '10:00',
    end: '11:00',
    place: rightToLeft.title,
    status: 'planned',
  }),
  'meetings/full-council/2017-07-26/03-tables.md': paper(
    'FC-2017-07-03',
    sentence('Paper'),
    `${markdownTable(40, 3, (row, column) => (row === 0 ? `Column ${column}` : `${row * column}`))}

## ${sentence('Heading')}

${markdownTable(3, 400, (row, column) => (row === 200 ? word('cell') : row === 7 ? rightToLeft.title : `${row} ${column}`))}`,
  ),
  'meetings/full-council/2017-07-26/04-word.md': paper(
    'FC-2017-07-04',
    word('Paper'),
    `## ${word('Heading')}\n\n${word('Text')}, \`${word('code')}\` and [${word('link')}](#${word('heading')}).\n\n- ${rightToLeft.title}\n\n\`\`\`\n${word('Code')}\n\`\`\`\n`,
  ),
};

/** What is different in the fields of files of the small town. */
const changed: Readonly<Record<string, (fields: Fields) => Fields | Fields[]>> = {
  'organisation.yml': (fields) => ({
    ...fields,
    name: sentence('Organisation'),
    as_at: '2017-10-04',
    short_name: rightToLeft.organisation,
    notice: word('Notice'),
    groups: [
      { id: 'works', name: sentence('Group'), abbreviation: 'PW' },
      { id: 'parks', name: rightToLeft.title, abbreviation: rightToLeft.board },
    ],
  }),
  'boards/town-board.md': (fields) => ({ ...fields, name: rightToLeft.board }),
  'boards/full-council.md': (fields) => ({ ...fields, name: word('Council'), members: ['chair', 'clerk', 'gardener'] }),
  'meetings/town-board/2017-09-20/minutes.md': (fields) => ({
    ...fields,
    carried_forward: ['TB-2017-A02', 'TB-2017-A03', 'TB-2017-A04'],
  }),
  'portfolios/town.md': (fields) => ({ ...fields, name: rightToLeft.portfolio }),
  'portfolios/county.md': (fields) => ({ ...fields, name: word('County') }),
  'initiatives/bridge/index.md': (fields) => ({
    ...fields,
    name: sentence('Bridge'),
    stage: word('Stage'),
    finance: { unit: '£m', decimals: 1 },
  }),
  'initiatives/bridge/reports/2017-18-q1.md': (fields) => ({
    ...fields,
    finance: { narrative: word('Narrative') },
    benefits: [{ id: 'bridge-below-nought', period: '2017-18', forecast: -19, note: word('Note') }],
  }),
  'initiatives/park/index.md': (fields) => ({ ...fields, name: word('Park') }),
  'initiatives/bridge/milestones.yml': retitled('title', 'Milestone'),
  'initiatives/bridge/issues.yml': retitled('description', 'Issue'),
  'initiatives/bridge/escalations.yml': retitled('cause', 'Escalation'),
  'initiatives/bridge/dependencies.yml': retitled('what', 'Dependency'),
  'strategy/outcomes.yml': retitled('title', 'Outcome'),
  'strategy/objectives.yml': retitled('title', 'Objective'),
  'strategy/priorities.yml': retitled('title', 'Priority'),
  'change-requests/cr-1.md': (fields) => ({ ...fields, title: word('Change'), reason: sentence('Reason') }),
  'finance/bridge.md': (fields) => ({ ...fields, title: sentence('Money') }),
  'finance/works.md': (fields) => ({ ...fields, title: word('Money') }),
  'meetings/full-council/2017-07-26/agenda.md': ({ items, ...fields }) => ({
    ...fields,
    items: [
      ...(items as Fields[]),
      { number: 3, title: sentence('Tables'), purpose: 'information', minutes: 10, paper: '03-tables' },
      { number: 4, title: word('Words'), purpose: 'information', minutes: 10, paper: '04-word' },
    ],
  }),
};

/** Names the records of a file anew, in turn by many words, by one, and from right to left. */
function retitled(key: string, name: string): (fields: Fields) => Fields[] {
  return (records) =>
    (records as unknown as Fields[]).map((record, nth) => {
      const titles = [sentence(name), word(name), `${rightToLeft.title} ${name}`];
      return { ...record, [key]: titles[nth % titles.length] };
    });
}

/** What the last minutes have besides: a decision and an action for each kind of name. */
const minuted = [sentence('Minute'), word('Minute'), rightToLeft.title]
  .map(
    (title, nth) => `
3.${nth + 1} ${title}

::: decision TB-2017-D0${nth + 2}
item: 1
outcome: noted
reasons: ${JSON.stringify(title)}

**Resolved –** ${title}
:::

::: action TB-2017-A0${nth + 2}
item: 1
owner: ${['engineer', 'gardener', 'chair'][nth]}
due: 2017-09-${30 - nth}
decision: TB-2017-D0${nth + 2}

${title}
:::
`,
  )
  .join('');

/** What the minutes of the council have of the odd papers. */
const heard = [sentence('Tables'), word('Words')]
  .map((title, nth) => `\n## ${nth + 3} ${title}\n\n(Agenda item ${nth + 3})\n\n${nth + 3}.1 It was noted.\n`)
  .join('');

const town = fileURLToPath(new URL('../cases/base/content', import.meta.url));

/** Writes the content of a small town whose names are too long, too wide or from right to left, and whose figures are odd. */
export async function writeOddContent(content: string): Promise<void> {
  await cp(town, content, { recursive: true });
  for (const [path, change] of Object.entries(changed)) {
    const text = await readFile(join(content, path), 'utf8');
    const [, front, body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
    const fields = change(parse(front ?? text));
    await writeFile(
      join(content, path),
      front === undefined ? JSON.stringify(fields) : markdown(fields as Fields, body),
    );
  }
  await writeFiles(content, written);
  await appendFile(join(content, 'meetings/town-board/2017-09-20/minutes.md'), minuted);
  await appendFile(join(content, 'meetings/full-council/2017-07-26/minutes.md'), heard);
}

/** Writes files of content, by their paths. */
export async function writeFiles(content: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
}
