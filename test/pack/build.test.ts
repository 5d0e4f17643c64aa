import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkStructure } from '../../src/pack/pdf/check.ts';
import { program } from '../cli/program.ts';
import { git } from '../demo/history.ts';
import { openPdf, pageOf, piecesOf } from './built.ts';
import { onlyForTheChair } from './town.ts';

/**
 * The demonstration built twice: in two folders, time zones and languages, and both times with nothing kept. Of its packs
 * these are looked into: the largest and the smallest, one of each board, and one of a meeting that had no quorum.
 */
const largest = 'portfolio-and-investment-board-2018-01-24-v1';
const names = [
  largest,
  'portfolio-and-investment-board-2017-09-20-v1',
  'management-board-2018-01-08-v1',
  'oversight-board-2017-10-26-v1',
  'one-met-model-programme-board-2017-06-09-v1',
];
/** Both builds at once take about a minute and a half of two cores, and more where those have other things to do. */
const patience = 600_000;
const elsewhere = { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
let [here, there] = ['', ''];
let result: Awaited<ReturnType<typeof program>>;

beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'boardpack-here-'));
  there = await mkdtemp(join(tmpdir(), 'boardpack-over-there-'));
  // With the history, which pages tell of; where this is no repository neither of the two has one.
  if (existsSync('.git')) {
    await git(there, ['clone', '--quiet', '--no-checkout', resolve('.'), '.']);
    await git(there, ['reset', '--quiet']);
  }
  await cp('content', join(there, 'content'), { recursive: true });
  // There, one chair has a brief of other words. If any of them went anywhere, some byte would not be the same.
  const brief = `---\nitems: [{ item: 1, handling: Begin with the ${onlyForTheChair[0]}. }]\n---\n\nThe ${onlyForTheChair[1]}.\n`;
  await writeFile(join(there, 'content/meetings/portfolio-and-investment-board/2018-01-24/chair-brief.md'), brief);
  [result] = await Promise.all([
    program(here, ['build', '--content', resolve('content'), '--json'], { TZ: 'Europe/London' }),
    program(there, ['build', '--quiet'], elsewhere),
  ]);
}, patience);
afterAll(async () => {
  await rm(here, { recursive: true, force: true });
  await rm(there, { recursive: true, force: true });
});

test('a site, and a pack for each meeting that has been called and for no other, told as data', async () => {
  expect(result.status).toBe(0);
  const told: { packs: { file: string; pages: number }[] } = JSON.parse(result.out);
  const files = told.packs.map(({ file }) => file).toSorted();
  expect(files).toEqual(await calledMeetings());
  expect((await readdir(join(here, 'dist', 'packs'))).filter((file) => file.endsWith('.pdf')).toSorted()).toEqual(
    files,
  );
  expect(await readFile(join(here, 'dist', 'index.html'), 'utf8')).toContain('Portfolio and Investment Board');
});

test('every byte is the same elsewhere, whatever the brief for the chair says', async () => {
  const sums = await digests(join(here, 'dist'));
  expect(Object.keys(sums).length).toBeGreaterThan(50);
  expect(await digests(join(there, 'dist'))).toEqual(sums);
});

test('content with errors leaves what was built', async () => {
  const before = await digests(join(there, 'dist'));
  const file = join(there, 'content', 'glossary.yml');
  await writeFile(file, `${await readFile(file, 'utf8')}\n- trem: X\n`);
  const failed = await program(there, ['build', '--quiet']);
  expect(failed.status).toBe(1);
  expect(failed.out).toContain('There is no field "trem" here.');
  expect(failed.log).toBe('');
  expect(await digests(join(there, 'dist'))).toEqual(before);
  const left = (await readdir(there)).filter((name) => name !== '.git');
  expect(left.toSorted()).toEqual(['.boardpack', 'content', 'dist']);
});

describe.each(names)('%s', (name) => {
  let pdf: PDFDocumentProxy;
  let bytes: Uint8Array;
  let manifest: { pages: number; sha256: string; parts: { id: string; reference: string; from: number; to: number }[] };
  beforeAll(async () => {
    bytes = new Uint8Array(await readFile(join(here, 'dist', 'packs', `${name}.pdf`)));
    pdf = await openPdf(bytes);
    manifest = JSON.parse(await readFile(join(here, 'dist', 'packs', `${name}.json`), 'utf8'));
    expect(manifest.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('each page has the marking top and bottom, its number, its item and its label', async () => {
    const labels = await pdf.getPageLabels();
    expect(pdf.numPages).toBe(manifest.pages);
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const text = (await piecesOf(pdf, page)).map((piece) => piece.text);
      expect(text.filter((piece) => piece === 'OFFICIAL').length).toBeGreaterThanOrEqual(2);
      expect(text).toContain(`Page ${page} of ${pdf.numPages}`);
      expect(labels?.[page - 1]).toBe(String(page));
      const part = manifest.parts.find(({ from, to }) => from <= page && page <= to);
      if (part?.reference) expect(text).toContain(part.reference);
    }
  });

  test('page 1 is for the chair, and one page', async () => {
    expect(manifest.parts[0]).toMatchObject({ id: 'chair', from: 1, to: 1 });
    const [first, second] = await Promise.all(
      [1, 2].map(async (page) => (await piecesOf(pdf, page)).map(({ text }) => text).join(' ')),
    );
    const all = [
      'Decisions asked today',
      'Late papers',
      'Actions overdue',
      'Quorum',
      'Changes since issue',
      'Next meeting',
    ];
    for (const heading of [...all, 'Worst movements']) expect(first).toContain(heading);
    expect(second).not.toMatch(/Decisions asked today|Worst movements|Actions overdue/);
    expect(second).toMatch(/^.{0,60}Agenda/);
  });

  test('its structure has no fault', async () => {
    expect(await checkStructure(bytes)).toEqual([]);
  });

  test('each row of the contents has the number of the page it leads to', async () => {
    const front = manifest.parts.find(({ id }) => id === 'front');
    const rows = new Map<string, number>();
    for (let number = front?.from ?? 1; number <= (front?.to ?? 0); number += 1) {
      const pieces = await piecesOf(pdf, number);
      for (const { rect, dest } of await (await pdf.getPage(number)).getAnnotations()) {
        const [left, bottom, right, top] = rect;
        const inside = pieces.filter(({ x, y }) => x >= left - 1 && x <= right && y >= bottom - 1 && y <= top);
        const shown = inside
          .map(({ text }) => text)
          .join('')
          .trim();
        const leads = await pageOf(pdf, dest);
        if (/^\d+$/.test(shown)) rows.set(String(dest), leads).set(`shown ${dest}`, Number(shown));
      }
    }
    for (const { id, from } of manifest.parts.slice(2)) {
      expect([rows.get(id), rows.get(`shown ${id}`)]).toEqual([from, from]);
    }
  });

  test('the outline is page 1, the agenda and the contents, then leads to the parts of the agenda', async () => {
    const outline = (await pdf.getOutline()) ?? [];
    const pages = await Promise.all(outline.map(({ dest }) => pageOf(pdf, dest)));
    expect(pages.slice(0, 2)).toEqual([1, 2]);
    const isAnnex = ({ id }: { id: string }) => /-annex-\d+$/.test(id);
    const parts = manifest.parts.slice(2).filter((part) => !isAnnex(part));
    expect(pages.slice(3)).toEqual(parts.map(({ from }) => from));
    const references = outline.map(({ title }) => title.split(':')[0]);
    const own = parts.map(({ reference }) => reference);
    expect(references).toEqual(['For the chair', 'Agenda', 'Contents', ...own]);
    // Annexes stand under their paper.
    const below = outline.flatMap(({ items }) => items.map(({ title }) => title.split(':')[0]));
    expect(below).toEqual(manifest.parts.filter(isAnnex).map(({ reference }) => reference));
  });

  test('every page is tagged, and the manifest is inside', async () => {
    expect(await pdf.getMarkInfo()).toEqual(
      new Map(Object.entries({ Marked: true, UserProperties: false, Suspects: false })),
    );
    for (let page = 1; page <= pdf.numPages; page += 1) {
      expect((await (await pdf.getPage(page)).getStructTree())?.children.length).toBeGreaterThan(0);
    }
    expect([...((await pdf.getAttachments()) ?? []).keys()]).toEqual(['manifest.json']);
  });
});

describe('the portfolio paper, the dashboard and the open data', () => {
  type Row = Record<string, string | number | null>;
  const rowsOf = async (name: string): Promise<Row[]> =>
    JSON.parse(await readFile(join(here, 'dist', 'data', `${name}.json`), 'utf8')).rows;
  const signed = (percent: unknown): string =>
    percent === null
      ? '–'
      : `${Number(percent) > 0 ? '+' : Number(percent) < 0 ? '−' : ''}${Math.abs(Number(percent)).toFixed(1)}%`;

  /** The words of a page of the site, and those of the item of the pack, with all white space made one space. */
  const texts = async (portfolio: string, item: string): Promise<string[]> => {
    const page = await readFile(join(here, 'dist', 'portfolios', portfolio, 'index.html'), 'utf8');
    const pdf = await openPdf(await readFile(join(here, 'dist', 'packs', `${largest}.pdf`)));
    const { parts } = JSON.parse(await readFile(join(here, 'dist', 'packs', `${largest}.json`), 'utf8'));
    const { from, to } = parts.find(({ id }: { id: string }) => id === item);
    const pages = Array.from({ length: to - from + 1 }, (_, index) => piecesOf(pdf, from + index));
    const paper = (await Promise.all(pages)).flat().map(({ text }) => text);
    return [page.replace(/<svg[\s\S]*?<\/svg>/g, '').replace(/<[^>]+>/g, ' '), paper.join(' ')].map((text) =>
      text.replace(/\s+/g, ' '),
    );
  };

  test.each([
    ['london', 'item-4'],
    ['national', 'item-5'],
  ])('%s: say the same of the portfolio and of each of its initiatives', async (portfolio, item) => {
    const [key] = (await rowsOf('portfolios')).filter(({ id }) => id === portfolio);
    if (key === undefined) throw new Error('There is no such portfolio.');
    const money = (value: unknown): string =>
      `£${Number(value)
        .toFixed(1)
        .replace(/\B(?=(\d{3})+\.)/g, ',')}m`;
    const figures = [
      `${key.milestones_delivered} of ${key.milestones} delivered; ${key.milestones_slipped} slipped, ${key.milestones_at_risk} at risk or missed, ${key.milestones_overdue} overdue, ${key.milestones_unreported} past their day in no report, ${key.milestones_due_this_quarter} due this quarter`,
      `${signed(key.year_variance_percent)} ${money(key.year_forecast)} forecast, ${money(key.year_baseline)} baseline`,
      `${signed(key.life_variance_percent)} ${money(key.life_forecast)} forecast, ${money(key.life_baseline)} baseline`,
      `${key.benefits_short} of ${key.benefits} forecast to fall short`,
      `${key.changes_time_days} days and ${money(key.changes_cost)} in all; ${key.changes_pending} pending`,
      `${Number(key.vacancies).toFixed(1)} of ${Number(key.establishment).toFixed(1)} posts; ${Number(key.vacancies_forecast).toFixed(1)} expected`,
      `${key.escalations_open} and ${key.risks_open} open`,
      `${key.rated} of ${key.initiatives} rated`,
    ];
    const initiatives = new Map((await rowsOf('initiatives')).map((row) => [row.id, row]));
    const members = (await rowsOf('confidence')).filter((row) => row.portfolio === portfolio);
    const lines = members.map((member) => {
      const row = initiatives.get(member.initiative ?? '') ?? {};
      const value = member.value === null ? 'Not rated' : String(member.value).replace('-', '/');
      return {
        name: String(row.name),
        value,
        counts: `${row.delivered} of ${row.milestones} ${row.slipped} ${row.at_risk} ${signed(row.year_variance_percent)} ${signed(row.life_variance_percent)}`,
      };
    });
    expect(lines.length).toBe(key.initiatives);
    for (const text of await texts(portfolio, item)) {
      for (const figure of figures) expect(text).toContain(figure);
      const all = text.slice(text.indexOf('Every initiative of the portfolio'));
      for (const { name, value, counts } of lines) {
        const words = name.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
        const row = new RegExp(`${words.join(' ')} ${value}.{0,60}?${counts.replaceAll('+', '\\+')}`, 'i');
        expect(all).toMatch(row);
      }
    }
  });
});

test('minutes are a draft on each of their pages in all packs, which went out before they were approved', async () => {
  const packs = (await readdir(join(here, 'dist', 'packs'))).filter((file) => file.endsWith('.json'));
  let seen = 0;
  for (const file of packs) {
    const { parts } = JSON.parse(await readFile(join(here, 'dist', 'packs', file), 'utf8'));
    const pdf = await openPdf(await readFile(join(here, 'dist', 'packs', file.replace('.json', '.pdf'))));
    for (const { title, from, to } of parts) {
      const isMinutes = title.startsWith('Minutes of the meeting of');
      if (isMinutes) seen += 1;
      for (let page = from; page <= to; page += 1) {
        const text = (await piecesOf(pdf, page)).map((piece) => piece.text);
        expect([file, page, text.includes('DRAFT minutes')]).toEqual([file, page, isMinutes]);
      }
    }
  }
  // All but the first meeting of each of the four boards.
  expect(seen).toBeGreaterThanOrEqual(packs.length - 4);
});

/** The files of the packs of meetings whose agenda has gone out, as the content says. */
async function calledMeetings(): Promise<string[]> {
  const files = await readdir('content/meetings', { recursive: true });
  const packs = files.map(async (file) => {
    const [board, date, name] = file.split('/');
    if (name !== 'agenda.md') return [];
    const called = /^status: (issued|held|inquorate)$/m.test(await readFile(join('content/meetings', file), 'utf8'));
    return called ? [`${board}-${date}-v1.pdf`] : [];
  });
  return (await Promise.all(packs)).flat().toSorted();
}

async function digests(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sums = files.toSorted().map(async (file) => {
    const sum = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return [file.slice(folder.length), sum] as const;
  });
  return Object.fromEntries(await Promise.all(sums));
}
