import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsOf } from '../../src/cli/pack-files.ts';
import { openBrowser } from '../../src/pack/browser/session.ts';
import { makePacks } from '../../src/pack/make-packs.ts';
import type { Pack } from '../../src/pack/parts.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import { meetingView } from '../../src/registers/meetings.ts';
import { openPdf, piecesOf } from '../pack/built.ts';
import { openWindow, serveTo, show, startBrowser } from './browse.ts';
import { type BuiltSite, buildTestSite } from './built-site.ts';
import { pageTypes } from './pages.ts';

const address = pageTypes['read on screen'];
const meeting = 'portfolio-and-investment-board/2017-06-21';
const paper = `meetings/${meeting}/06-pathfinder-assessment.md`;
const kept = `boardpack:notes:${meeting}`;

/** The site with the pack of one meeting as it was really made; and as it is built before a pack is made, one paper changed. */
let site: BuiltSite;
let changed: BuiltSite;
let browser: Browser;
let pack: Pack;
/** The lines of each page of the pack from the top, without what runs along its edges. */
let printed: string[][];

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\s\u00ad\u200b\u2010-]/g, '')
    .toLowerCase();

beforeAll(async () => {
  browser = await startBrowser();
  site = await buildTestSite(undefined, {
    packsFrom: async (library, source) => {
      const view = meetingView(library, meeting);
      if (view === undefined) throw new Error('The demonstration has changed.');
      const typesetter = await openBrowser();
      const assets = await printAssets(library, source);
      const typeset = { browser: async () => typesetter };
      const tools = { assets, readAsset: source.readAsset, typeset, generator: 'boardpack test' };
      const [made] = await makePacks(library, [view], tools).finally(() => typesetter.close());
      if (made === undefined) throw new Error('No pack was made.');
      pack = made;
      return [factsOf(made)];
    },
  });
  changed = await buildTestSite(undefined, { edit: changePaper, packsFrom: async () => [] });
  const pdf = await openPdf(pack.pdf);
  printed = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => linesOf(pdf, index + 1)));
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
  await changed?.remove();
});

/** A paragraph more above all others, and another word in the second. */
async function changePaper(content: string): Promise<void> {
  const file = join(content, paper);
  const text = await readFile(file, 'utf8');
  const again = text.replace(/\n---\n/, '\n---\nThis paragraph was not there when the pack was read first.\n\n');
  await writeFile(file, again.replace('could hide one', 'may hide a'));
}

/** What runs along the edges of a page stands in the first and the last 16 mm. */
const edge = 45;

async function linesOf(pdf: Awaited<ReturnType<typeof openPdf>>, page: number): Promise<string[]> {
  const { height } = (await pdf.getPage(page)).getViewport({ scale: 1 });
  return (await piecesOf(pdf, page))
    .filter(({ text, y }) => text.trim() !== '' && y > edge && y < height - edge)
    .toSorted((a, b) => b.y - a.y || a.x - b.x)
    .map(({ text }) => plain(text));
}

async function open(of: BuiltSite, width = 1280): Promise<{ context: BrowserContext; page: Page; told: string[] }> {
  const context = await openWindow(browser, of, { width, scheme: 'light' });
  const page = await context.newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(error.message));
  await show(page, address);
  await notesCame(page);
  return { context, page, told };
}

/** The notes are fetched after the page itself. */
async function notesCame(page: Page): Promise<void> {
  await page.locator('#your-notes').waitFor();
}

/** Selects words in the paragraphs of the paper. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const paragraph of document.querySelectorAll('#item-6 .paper p')) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const start = node.data.indexOf(wanted);
        if (start < 0) continue;
        getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
        return;
      }
    }
    throw new Error(`"${wanted}" is not in the paper.`);
  }, words);
}

/** The words that are drawn as marked. */
const drawn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) => Array.from(highlight, (range) => String(range))),
  );

const notes = (page: Page) => page.locator('#your-notes .note');

describe('the pages of the pack', () => {
  test('are marked once each, in order, at the words that each begins with in the PDF', async () => {
    const { context, page, told } = await open(site);
    const marks = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.reading [data-page]')].map((mark) => {
        const range = document.createRange();
        range.setStartAfter(mark);
        range.setEndAfter(document.querySelector('.reading') ?? mark);
        const after = range.cloneContents();
        for (const other of after.querySelectorAll('svg, .footnote-note, .visually-hidden, .add-note')) other.remove();
        return { page: mark.dataset.page ?? '', id: mark.id, words: (after.textContent ?? '').slice(0, 2000) };
      }),
    );
    expect(marks.map(({ page }) => page)).toEqual(printed.map((_, index) => String(index + 1)));
    expect(marks.map(({ id }) => id)).toEqual(printed.map((_, index) => `page-${index + 1}`));
    expect(marks.length).toBeGreaterThan(20);
    const heads = new Set((await page.locator('.reading thead th').allTextContents()).map(plain));
    for (const [index, { words }] of marks.entries()) {
      // A table that goes on has its head once more; the numbers of lists are no words.
      const first = printed[index]?.find((line) => !heads.has(line) && !/^(?:\d+\.|•)$/.test(line)) ?? 'nothing';
      expect(plain(words).slice(0, first.length), `page ${index + 1}`).toBe(first);
    }
    expect(told).toEqual([]);
    await context.close();
  });

  test('are reached by their number, with the keyboard alone', async () => {
    const { context, page } = await open(site);
    await page.keyboard.press('g');
    await page.keyboard.type('99');
    await page.keyboard.press('Enter');
    expect(await page.locator('#go-to-page-error').textContent()).toContain(`There is no page “99”`);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('page 7');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page-7');
    await page.waitForFunction(() => document.querySelector('[data-page-here]')?.textContent?.startsWith('Page 7 '));
    const covered = await page.evaluate(() => {
      const top = document.querySelector('#page-7')?.getBoundingClientRect().top ?? 0;
      return top < (document.querySelector('.page-bar')?.getBoundingClientRect().bottom ?? 0);
    });
    expect(covered).toBe(false);
    expect(page.url()).toContain('#page-7');
    await context.close();
  });

  test('are led to by an address on a phone, in order and clear of the bar, and stay while one writes in it', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    await serveTo(context, site);
    const page = await context.newPage();
    const last = printed.length - 3;
    await page.goto(`https://site.invalid${address}#page-${last}`);
    await notesCame(page);
    const { tops, target, bar } = await page.evaluate(() => ({
      tops: Array.from(document.querySelectorAll('.reading [data-page]'), (mark) => mark.getBoundingClientRect().top),
      target: document.querySelector(':target')?.getBoundingClientRect().top ?? 0,
      bar: document.querySelector('.page-bar')?.getBoundingClientRect().bottom ?? 0,
    }));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(target).toBeGreaterThanOrEqual(bar);
    expect(target).toBeLessThan(bar + 100);
    const place = () => page.evaluate(() => Math.round(scrollY));
    const before = await place();
    await page.keyboard.press('g');
    await page.keyboard.type('12');
    expect(await place()).toBe(before);
    await page.goto(`https://site.invalid${address}?again#page-S1-2`);
    await page.getByText(`There is no page “S1-2”. Write a number from 1 to ${printed.length}.`).waitFor();
    await context.close();
  });

  test('are links where no script runs, and there is nothing that would need one', async () => {
    const context = await openWindow(browser, site, { width: 320, scheme: 'light', scripts: false });
    const page = await context.newPage();
    await show(page, address);
    await page.getByText('All pages').click();
    await page.getByRole('link', { name: 'Page 12', exact: true }).click();
    expect(page.url()).toContain('#page-12');
    expect(
      await page.locator('#your-notes, [data-go-to-page], [data-open-keys]').filter({ visible: true }).count(),
    ).toBe(0);
    await context.close();
  });

  test('are none where no pack was made, and it is said', async () => {
    const { context, page, told } = await open(changed);
    await page.getByText('No pack has been made of this meeting').waitFor();
    expect(await page.locator('[data-page], #go-to-page').count()).toBe(0);
    expect(told).toEqual([]);
    await context.close();
  });
});

describe('item 5', () => {
  /** Presses Tab until a link to this address has the focus, and Enter. */
  async function follow(page: Page, href: string): Promise<void> {
    const here = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    for (let presses = 0; presses < 150 && (await here()) !== href; presses += 1) await page.keyboard.press('Tab');
    expect(await here()).toBe(href);
    await page.keyboard.press('Enter');
  }

  test('is opened from the home page with the keyboard alone, on screen and in the PDF at its page', async () => {
    const context = await openWindow(browser, site, { width: 1280, scheme: 'light' });
    const page = await context.newPage();
    await show(page, '/');
    await follow(page, '/meetings/');
    await page.waitForURL('**/meetings/');
    await follow(page, `/meetings/${meeting}/`);
    await page.waitForURL(`**/${meeting}/`);
    const { file, parts } = factsOf(pack);
    const first = parts.find(({ id }) => id === 'item-5')?.from ?? 0;
    expect(printed[first - 1]?.[0]).toBe('item5');
    await follow(page, `/packs/${file}#page=${first}`);
    await page.waitForURL(`**/packs/${file}#page=${first}`);

    await show(page, `/meetings/${meeting}/`);
    await follow(page, address);
    await page.waitForURL(`**${address}`);
    await follow(page, '#item-5-title');
    expect(await page.locator('#item-5-title').textContent()).toBe('Body-worn cameras: completing the roll-out');
    const at = () => page.locator('#item-5-title').evaluate((heading) => heading.getBoundingClientRect().top);
    await expect.poll(at).toBeLessThan(400);
    expect(await page.locator('.on-this-page a[href="#item-5-title"]').textContent()).toBe(
      'Item 5: Body-worn cameras: completing the roll-out',
    );
    await context.close();
  });
});

describe('keys', () => {
  const here = (page: Page) => page.evaluate(() => document.activeElement?.closest('.reading-part')?.id);

  test('lead from paper to paper, and are left alone while one writes or where they are switched off', async () => {
    const { context, page } = await open(site);
    for (const [key, part] of [
      ['j', 'chair'],
      ['n', 'front'],
      ['j', 'item-2'],
      ['j', 'item-3'],
      ['k', 'item-2'],
      ['p', 'front'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await here(page), key).toBe(part);
    }
    await page.keyboard.press('g');
    await page.keyboard.type('j?');
    expect(await page.locator('#go-to-page').inputValue()).toBe('j?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('?');
    expect(await page.locator('#reading-keys').isVisible()).toBe(true);
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.reload();
    await notesCame(page);
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect(await here(page)).toBeUndefined();
    expect(await page.locator('#reading-keys').isVisible()).toBe(false);
    await context.close();
  });
});

describe('notes', () => {
  const words = 'share neighbourhood policing';
  const others = 'costs nothing and would persuade nobody';

  test('stay on the device, are drawn, exported, deleted and brought in again', async () => {
    const { context, page, told } = await open(site);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await select(page, words);
    await page.getByRole('button', { name: 'Highlight' }).click();
    expect(await drawn(page)).toEqual([words]);
    // By keyboard: the selected words are followed by the bar.
    await select(page, others);
    await page.getByRole('button', { name: 'Highlight' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Highlight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ask why -- <b>here</b>');
    await page.keyboard.press('Control+Enter');
    await page.reload();
    await notesCame(page);
    expect((await drawn(page)).toSorted()).toEqual([others, words].toSorted());
    expect(await notes(page).count()).toBe(2);
    expect(await notes(page).allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('Ask why -- <b>here</b>')]),
    );
    expect(await notes(page).first().locator('.note-where').textContent()).toMatch(/^Item 6, page \d+$/);

    const files: Record<string, string> = {};
    for (const [form, ending] of [
      ['Markdown', 'md'],
      ['JSON', 'json'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Export as ${form}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`notes-${meeting.replace('/', '-')}.${ending}`);
      files[ending] = await readFile(await download.path(), 'utf8');
    }
    expect(files.md).toContain(`> ${others}\n\nAsk why -- <b>here</b>`);

    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.locator('#notes-wipe').getByRole('button', { name: 'Keep them' }).click();
    expect(await notes(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.locator('#notes-wipe').getByRole('button', { name: 'Delete all' }).click();
    await page.getByText('All notes of this meeting were deleted').waitFor();
    expect([await notes(page).count(), await drawn(page)]).toEqual([0, []]);
    expect(await page.evaluate((name) => localStorage.getItem(name), kept)).toBeNull();

    for (const ending of ['md', 'json']) {
      const buffer = Buffer.from(files[ending] ?? '');
      await page.locator('#notes-import').setInputFiles({ name: `notes.${ending}`, mimeType: 'text/plain', buffer });
      await page.getByText(ending === 'md' ? '2 of the 2 notes' : '0 of the 2 notes').waitFor();
    }
    expect((await drawn(page)).toSorted()).toEqual([others, words].toSorted());
    await page
      .locator('#notes-import')
      .setInputFiles({ name: 'x.md', mimeType: 'text/plain', buffer: Buffer.from('# x') });
    await page.getByText('That file holds no notes').waitFor();
    expect(asked.filter((url) => !/^(https:\/\/site\.invalid\/|blob:)/.test(url))).toEqual([]);
    expect(told).toEqual([]);
    await context.close();
  });

  test('are found again in the pack as it is issued again, by their words or by most of them; one that is not is kept', async () => {
    const first = await open(site);
    const sentence = 'One good average over five boroughs could hide one bad result.';
    for (const wanted of [words, sentence]) {
      await select(first.page, wanted);
      await first.page.getByRole('button', { name: 'Highlight' }).click();
    }
    const value = await first.page.evaluate((name) => localStorage.getItem(name), kept);
    await first.context.close();
    const gone = {
      ...JSON.parse(value ?? '').notes[0],
      quote: 'Nothing of this was ever in any pack',
      words: 'Keep me',
    };
    const all = JSON.parse(value ?? '');
    const again = await open(changed);
    await again.page.evaluate(
      ([name, text]) => localStorage.setItem(name ?? '', text ?? ''),
      [kept, JSON.stringify({ ...all, notes: [...all.notes, gone] })],
    );
    await again.page.reload();
    await notesCame(again.page);
    const [exact, near] = await drawn(again.page);
    expect(exact).toBe(words);
    expect(near).toBe('One good average over five boroughs may hide a bad result');
    const lost = again.page.locator('[data-notes-lost] .note');
    expect(await lost.count()).toBe(1);
    expect(await lost.textContent()).toContain('Keep me');
    await again.context.close();
  });

  test('are put beside a paragraph without selecting anything, where the browser keeps nothing and cannot draw', async () => {
    const context = await openWindow(browser, site, { width: 1280, scheme: 'light' });
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
      Reflect.deleteProperty(window, 'Highlight');
    });
    const page = await context.newPage();
    await show(page, address);
    await page.locator('#item-6 .add-note').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.locator('#note-place').selectOption({ index: 1 });
    const quote = await page.locator('[data-note-quote]').textContent();
    await page.locator('#note-words').fill('Here');
    await page.getByRole('button', { name: 'Save' }).click();
    const told = page.locator('.page-bar').getByText('Your notes could not be kept on this device');
    await told.waitFor();
    expect((await told.boundingBox())?.y).toBeLessThan(900);
    expect(await page.getByText('The note is kept').count()).toBe(0);
    const marked = await page.locator('mark[data-kind="note"]').allTextContents();
    expect(plain(marked.join(''))).toBe(plain(quote ?? 'none'));
    await page
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click();
    expect(await page.locator('mark').count()).toBe(0);
    await context.close();
  });

  test('of words in two papers are kept in both', async () => {
    const { context, page } = await open(site);
    await page.evaluate(() => {
      const lastOf = document.querySelector('#item-5')?.querySelectorAll('p');
      const from = lastOf?.[lastOf.length - 1];
      const to = document.querySelector('#item-6 .paper p');
      if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length);
    });
    await page.getByRole('button', { name: 'Highlight' }).click();
    const where = await notes(page).locator('.note-where').allTextContents();
    expect(where.map((one) => one.replace(/,.*/, ''))).toEqual(['Item 5', 'Item 6']);
    await context.close();
  });

  test('are printed only where that was asked for', async () => {
    const { context, page } = await open(site);
    await select(page, words);
    await page.getByRole('button', { name: 'Highlight' }).click();
    const section = page.locator('#your-notes');
    for (const asked of [false, true]) {
      await page.emulateMedia({ media: 'screen' });
      await page.locator('#print-notes').setChecked(asked);
      await page.emulateMedia({ media: 'print' });
      expect(await section.isVisible()).toBe(asked);
    }
    await context.close();
  });
});
