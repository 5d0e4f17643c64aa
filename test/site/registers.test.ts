import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { html } from '@remix-run/html-template';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionLog } from '../../src/registers/actions.ts';
import { table } from '../../src/views/table.ts';
import { type Look, openWindow, show, startBrowser } from './browse.ts';
import { type BuiltSite, buildTestSite, readAddress } from './built-site.ts';

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildTestSite(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});

const wide: Look = { width: 1280, scheme: 'light' };
const actions = '/registers/actions/';
/** For what a browser does in its own time. */
const patience = { timeout: 30_000 };

/** Opens an address, hands the page to some work, and closes it. Nothing may be written to its console. */
async function inPage(address: string, work: (page: Page) => Promise<void>, look = wide): Promise<void> {
  const context = await openWindow(browser, site, look);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', ({ message }) => said.push(message));
  await show(page, address);
  await work(page);
  expect(said).toEqual([]);
  await context.close();
}

/** The references of the actions that are shown, from the top. */
async function shown(page: Page): Promise<string[]> {
  return await page.locator('[data-register] tbody tr:visible th').allInnerTexts();
}

function overdue(): string[] {
  return actionLog(site.library, site.library.asAt)
    .filter(({ daysOverdue }) => daysOverdue > 0)
    .map(({ action }) => action.reference);
}

/** Presses Tab until the element with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement: element } = document;
      return element instanceof HTMLSelectElement ? element.labels[0]?.textContent : element?.textContent;
    });
    if (at?.trim() === name) return;
  }
  throw new Error(`“${name}” is not reached with Tab.`);
}

/** Writes a page of our own beside those of the site: another page with something else in place of its registers. */
async function pageWith(name: string, content: (original: string) => string): Promise<string> {
  const original = await readFile(join(site.folder, 'registers/actions/index.html'), 'utf8');
  await mkdir(join(site.folder, name));
  await writeFile(
    join(site.folder, name, 'index.html'),
    original.replace(/(?<=<div class="register-content">).*(?=<p class="register-files">)/s, content),
  );
  return `/${name}/`;
}

test('overdue actions are found, and put in order, with the keyboard only', async () => {
  expect(overdue().length).toBeGreaterThan(3);
  await inPage(actions, async (page) => {
    await tabTo(page, 'Status');
    await page.keyboard.type('Over');
    await expect.poll(() => shown(page), patience).toEqual(overdue());
    expect(await page.getByRole('status').first().textContent()).toBe(`${overdue().length} of 45 actions shown`);
    expect(await page.getByRole('heading', { name: 'Closed' }).count()).toBe(0);
    await tabTo(page, 'Due');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await page.locator('th[aria-sort="descending"]:visible').allInnerTexts()).toEqual(['Due']);
    const due = await page
      .locator('[data-register] tbody tr:visible td[data-sort]:nth-child(5)')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.sort));
    expect(due).toEqual(due.toSorted().toReversed());
    expect(await page.locator('caption:visible').first().innerText()).toBe(
      `Open actions, by “Due”, the last first (${overdue().length} of 22 shown)`,
    );
  });
});

test('a view has an address that shows the same to others, and Back leads to the view before', async () => {
  let address = '';
  let seen: string[] = [];
  await inPage(actions, async (page) => {
    const all = await shown(page);
    await page.getByLabel('Status').selectOption({ label: `Overdue (${overdue().length})` });
    await page.getByLabel('With these words').fill('the');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Owner', exact: true }).first().click();
    seen = await shown(page);
    address = new URL(page.url()).search;
    await page.goBack();
    await page.goBack();
    expect(await shown(page)).toEqual(overdue());
    expect(await page.getByLabel('With these words').inputValue()).toBe('');
    await page.goBack();
    expect(await shown(page)).toEqual(all);
  });
  expect(address).toBe('?status=Overdue&words=the&sort=owner');
  expect(seen.length).toBeGreaterThan(1);
  await inPage(`${actions}${address}`, async (page) => expect(await shown(page)).toEqual(seen));
});

test('where nothing matches the page says so, and Clear brings everything back', async () => {
  await inPage(`${actions}?status=No+such+%3Cb%3Estatus%3C%2Fb%3E&words=xyzzy`, async (page) => {
    expect(await shown(page)).toEqual([]);
    expect(await page.locator('.register-status').textContent()).toBe('None of 45 actions has all that is asked for');
    expect(await page.getByLabel('Status').locator(':checked').textContent()).toBe('No such <b>status</b> (0)');
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await shown(page)).toHaveLength(45);
    expect(new URL(page.url()).search).toBe('');
  });
});

test('the file has the rows that are shown, in the order they are shown', async () => {
  await inPage(`${actions}?status=Overdue&sort=-due`, async (page) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('actions.csv');
    const rows: Record<string, string>[] = parse(await readFile(await download.path()), { bom: true, columns: true });
    expect(rows.map(({ Action }) => Action)).toEqual(await shown(page));
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...['Table', 'Action', 'What is to be done', 'Owner', 'Raised', 'Due', 'Status'],
    ]);
    expect(rows[0]?.Table).toBe('Open actions');
    // A line end of the source is a space.
    expect(rows.map((row) => row['What is to be done']).join('\n')).toContain('Members had not read it, so the action');
  });
});

test('the file of no rows has the headings', async () => {
  await inPage('/registers/benefits/?words=xyzzy', async (page) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^\uFEFFBenefit,Initiative,Owner,.*\r\n$/);
  });
});

test('decisions, which are no table, are filtered and taken away too', async () => {
  await inPage('/registers/decisions/?status=Deferred', async (page) => {
    const references = await page.locator('article:visible h2 a').allInnerTexts();
    const deferred = Object.values(site.library.decisions).filter(({ data }) => data.outcome === 'deferred');
    expect(references.toSorted()).toEqual(deferred.map(({ reference }) => reference).toSorted());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    const rows: Record<string, string>[] = parse(await readFile(await download.path()), { bom: true, columns: true });
    expect(rows.map(({ Title }) => Title?.split(' ')[0])).toEqual(references);
    expect(rows.every(({ Outcome }) => Outcome === 'deferred')).toBe(true);
  });
});

test('decisions are put in order by date, reference and outcome, and an address holds the order', async () => {
  const own = Object.values(site.library.decisions);
  const dateOf = new Map(own.map(({ reference, meeting }) => [reference, meeting.split('/')[1] ?? '']));
  const outcomeOf = new Map(own.map(({ reference, data }) => [reference, String(data.outcome)]));
  const inOrder = (page: Page) => page.locator('article:visible h2 a').allInnerTexts();
  let asIssued: string[] = [];
  await inPage('/registers/decisions/', async (page) => {
    const ordered = page.getByRole('button', { pressed: true });
    const said = page.locator('.register-order');
    asIssued = await inOrder(page);
    expect(asIssued).toHaveLength(own.length);
    expect(await page.locator('.lede').innerText()).toMatch(/the latest first\.$/);
    await tabTo(page, 'Date');
    await page.keyboard.press('Enter');
    const dates = (await inOrder(page)).map((reference) => dateOf.get(reference));
    expect(dates).toEqual(dates.toSorted());
    expect([await ordered.allInnerTexts(), await said.innerText()]).toEqual([['Date'], 'from first to last']);
    expect(await page.locator('.lede').innerText()).not.toContain('latest');
    await page.getByRole('button', { name: 'Outcome' }).click();
    await page.getByRole('button', { name: 'Outcome' }).click();
    const outcomes = (await inOrder(page)).map((reference) => outcomeOf.get(reference));
    expect(outcomes).toEqual(outcomes.toSorted().toReversed());
    expect(new Set(outcomes).size).toBeGreaterThan(1);
    expect([await ordered.allInnerTexts(), await said.innerText()]).toEqual([['Outcome'], 'from last to first']);
    await page.getByRole('button', { name: 'Outcome' }).click();
    expect(await inOrder(page)).toEqual(asIssued);
    expect(await ordered.count()).toBe(0);
  });
  await inPage('/registers/decisions/?sort=-reference&status=Approved', async (page) => {
    const references = await inOrder(page);
    const approved = own.filter(({ data }) => data.outcome === 'approved').map(({ reference }) => reference);
    expect(references).toEqual(approved.toSorted().toReversed());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    const rows: Record<string, string>[] = parse(await readFile(await download.path()), { bom: true, columns: true });
    expect(rows.map(({ Title }) => Title?.split(' ')[0])).toEqual(references);
  });
});

test.for([
  ['/registers/finance/', 'portfolio', ['portfolio', 'initiative']],
  ['/registers/finance/capital-plan/', 'initiative', ['portfolio', 'initiative']],
  ['/registers/finance/revenue-budget/', null, []],
  ['/registers/scorecard/', 'status', ['owner', 'status']],
  ['/registers/alignment/', 'status', ['portfolio', 'strand', 'initiative', 'status']],
] as const)('%s is filtered by what its rows have, by words, and taken away', async ([address, first, facets]) => {
  await inPage(address, async (page) => {
    const fields = page.locator('.register-form select');
    const names = await fields.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).name));
    expect(names).toEqual(facets);
    const all = await shown(page);
    expect(all.length).toBeGreaterThanOrEqual(8);
    const found = page.locator('[data-register] tbody tr[data-row]:visible');
    if (first !== null) {
      const field = page.locator(`select[name="${first}"]`);
      const label = (await field.locator('option').allInnerTexts())[1] ?? '';
      await field.selectOption(label);
      expect(label).toMatch(new RegExp(`\\(${await found.count()}\\)$`));
      await page.getByRole('button', { name: 'Clear' }).click();
    }
    const [word = ''] = /\p{L}{5,}/u.exec(all[0] ?? '') ?? [];
    await page.getByLabel('With these words').fill(word);
    await page.keyboard.press('Enter');
    for (const text of await found.allInnerTexts()) expect(text.toLowerCase()).toContain(word.toLowerCase());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    const rows: unknown[] = parse(await readFile(await download.path()), { bom: true, columns: true });
    expect(rows).toHaveLength(await found.count());
    expect(rows.length).toBeGreaterThan(0);
  });
});

test('a finance table keeps its totals below what they add up, and puts them last when its lines are put in order', async () => {
  const lines = site.library.finance['capital-plan']?.figures.lines ?? [];
  const totals = lines.filter(({ style }) => style === 'subtotal' || style === 'total').map(({ label }) => label);
  await inPage('/registers/finance/capital-plan/', async (page) => {
    expect(await shown(page)).toEqual(lines.map(({ label }) => label));
    await page.getByRole('button', { name: 'Budget 2017-18' }).click();
    expect((await shown(page)).slice(-totals.length)).toEqual(totals);
    const cells = await page.locator('tr[data-row] td:nth-child(3)').allInnerTexts();
    const figures = cells.map((cell) => Number(cell.replace('−', '-').replaceAll(',', '')));
    expect(figures).toEqual(figures.toSorted((a, b) => a - b));
    await page.getByLabel('With these words').fill('fleet');
    await page.keyboard.press('Enter');
    expect(await shown(page)).toEqual(['Delivering Maximum Commercial Efficiency - Fleet']);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await shown(page)).toEqual(lines.map(({ label }) => label));
  });
});

test('without scripts all rows are there, no form is, and a link leads to the whole register', async () => {
  await inPage(
    `${actions}?status=Overdue`,
    async (page) => {
      expect(await shown(page)).toHaveLength(45);
      expect(await page.locator('form:visible').count()).toBe(0);
      const href = await page.getByRole('link', { name: 'actions.csv' }).getAttribute('href');
      const rows: unknown[] = parse((await readAddress(site, href ?? '')) ?? '', { columns: true });
      expect(rows).toHaveLength(45);
    },
    { ...wide, scripts: false },
  );
});

test.for(['/registers/raid/?status=Open&sort=-now', '/registers/decisions/?sort=-outcome'])(
  'a filtered and sorted register has no fault of accessibility: %s',
  async (address) => {
    await inPage(
      address,
      async (page) => {
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode()
          .options({ resultTypes: ['violations'] })
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      },
      { width: 640, scheme: 'dark' },
    );
  },
);

test('five thousand rows are filtered and sorted sooner than a browser could lay them all out', async () => {
  const address = await pageWith('many-rows', (original) => {
    const rows = original.match(/<tr data-row.*?<\/tr>/gs) ?? [];
    const many = Array.from({ length: 5000 }, (_, index) => rows[index % rows.length]).join('');
    return `${original.slice(original.indexOf('<div class="table-wrap"'), original.indexOf('<tbody>'))}<tbody>${many}</tbody></table></div></div>`;
  });
  await inPage(address, async (page) => {
    expect(await page.locator('.register-status').textContent()).toBe('5000 actions');
    expect(await page.locator('tbody tr:visible').count()).toBe(500);
    const { layout, ...work } = await page.evaluate(() => {
      const body = document.querySelector('tbody') as HTMLElement;
      const select = document.querySelector('select[name="status"]') as HTMLSelectElement;
      const head = document.querySelectorAll<HTMLElement>('.sort-button')[4];
      const timed = (work: () => void): number => {
        const start = performance.now();
        work();
        body.getBoundingClientRect();
        return performance.now() - start;
      };
      const filter = timed(() => {
        select.value = 'Overdue';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
      const sort = timed(() => head?.click());
      const all = timed(() => (document.querySelector('[type="reset"]') as HTMLElement).click());
      const sortAll = timed(() => head?.click());
      // Only now are all rows laid out.
      const layout = timed(() => (document.querySelector('.table-wrap + button') as HTMLElement).click());
      return { layout, filter, sort, all, sortAll };
    });
    const words = Object.entries({ layout, ...work }).map(([name, time]) => `${name} ${Math.round(time)} ms`);
    console.info(`5,000 rows: ${words.join(', ')}`);
    expect(Math.max(...Object.values(work))).toBeLessThan(layout);
    expect(await page.locator('tbody tr:visible').count()).toBe(5000);
  });
});

test('a table of 40 columns and 400 rows, unbroken words and names from right to left stay in their frame', async () => {
  const address = await pageWith('odd-table', () => {
    const cellOf = (row: number, column: number): string =>
      column === 0
        ? `Row ${row}`
        : column === 1 && row === 0
          ? 'w'.repeat(300)
          : column === 2
            ? 'شرطة العاصمة (لندن)'
            : `${row * column}`;
    const columns = Array.from({ length: 40 }, (_, column) => ({
      heading: `Column ${column}`,
      cell: (row: number) => cellOf(row, column),
      ...(column === 0 && { kind: 'row-heading' as const }),
    }));
    const rows = Array.from({ length: 400 }, (_, row) => row);
    return String(
      html`${table({ caption: 'Odd', rows, columns, facets: () => ({}) })}${table({ caption: 'Narrow', rows, columns: columns.slice(0, 1), facets: () => ({}) })}</div>`,
    );
  });
  for (const width of [320, 1280]) {
    await inPage(
      address,
      async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        const frame = page.locator('.table-wrap').first();
        await expect.poll(() => frame.getAttribute('class'), patience).toContain('scrolls');
        const [top, left] = await frame.evaluate((wrap) => {
          wrap.scrollTo(2000, 4000);
          const place = wrap.getBoundingClientRect();
          const head = wrap.querySelector('thead th:nth-child(15)')?.getBoundingClientRect();
          const first = wrap.querySelector('tbody tr:nth-child(90) th')?.getBoundingClientRect();
          return [(head?.top ?? 0) - place.top, (first?.left ?? 0) - place.left];
        });
        expect(top).toBeCloseTo(0, 0);
        if (width === 1280) expect(left).toBeCloseTo(0, 0);
        // The head of a table that fits stays at the top of the window.
        const narrow = page.locator('.table-wrap.fits');
        expect(await narrow.getAttribute('tabindex')).toBeNull();
        await narrow
          .locator('tbody tr')
          .nth(200)
          .evaluate((row) => row.scrollIntoView());
        expect((await narrow.locator('thead th').first().boundingBox())?.y).toBeCloseTo(0, 0);
      },
      { ...wide, width },
    );
  }
});
