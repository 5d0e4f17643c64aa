import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { dataFiles, dataTables, gmppFile } from '../../src/data/files.ts';
import { checkContent } from '../../src/rules/check-content.ts';

const { library } = await checkContent('content', async (declared) => declared ?? '');
const files = dataFiles(library);

function jsonOf(name: string): { as_at: string; rows: Record<string, unknown>[] } {
  return JSON.parse(files.get(name) ?? '');
}

test.each(dataTables.map(({ name }) => name))(
  '%s: its JSON is what its published schema says, and its CSV says the same',
  (name) => {
    const document = jsonOf(`${name}.json`);
    const schema = z.fromJSONSchema(JSON.parse(files.get(`${name}.schema.json`) ?? ''));
    expect(schema.safeParse(document).error?.issues ?? []).toEqual([]);
    expect(document.as_at).toBe(library.asAt);
    expect(document.rows.length).toBeGreaterThan(0);
    expect(schema.safeParse({ ...document, rows: [{ ...document.rows[0], extra: 1 }] }).success).toBe(false);
    const [headings, ...rows]: string[][] = parse(files.get(`${name}.csv`) ?? '');
    expect(headings).toEqual(Object.keys(document.rows[0] ?? {}));
    const asText = document.rows.map((row) => Object.values(row).map((value) => (value === null ? '' : String(value))));
    expect(rows).toEqual(asText);
  },
);

test('every row names its record, and no record twice in a table of records', () => {
  for (const name of [
    'milestones',
    'risks',
    'issues',
    'dependencies',
    'change-requests',
    'escalations',
    'initiatives',
  ]) {
    const ids = jsonOf(`${name}.json`).rows.map(({ id }) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
  }
});

test('the major projects return has the columns of the government’s, in its order, and the money of the dashboard', () => {
  const [headings = [], ...rows]: string[][] = parse(files.get(gmppFile) ?? '');
  expect(headings).toHaveLength(18);
  expect(headings.slice(0, 3)).toEqual(['GMPP ID Number', 'Project Name', 'Department']);
  expect(headings.at(-1)).toBe('Departmental Narrative on Budgeted Benefits');
  const estate = rows.find(([id]) => id === 'transforming-the-estate');
  const finance = jsonOf('finance.json').rows.find(
    ({ id, year }) => id === 'transforming-the-estate' && year === 'whole-life',
  );
  expect(Number(estate?.[headings.findIndex((heading) => heading.startsWith('TOTAL Baseline Whole Life'))])).toBe(
    finance?.baseline,
  );
});

test('a title that a spreadsheet would run as a formula stays a text', () => {
  const milestone = library.milestones['bcu-evaluation'];
  if (milestone === undefined) throw new Error('The demonstration has changed.');
  const hostile = { ...milestone, title: '=HYPERLINK("https://evil.example","x")' };
  const changed = dataFiles({ ...library, milestones: { ...library.milestones, [hostile.id]: hostile } });
  expect(changed.get('milestones.csv')).toContain(`"'=HYPERLINK(`);
  expect(changed.get('milestones.csv')).not.toMatch(/(^|,)"?=/m);
});
