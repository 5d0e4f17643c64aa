import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import { makeChairBrief, makePacks } from '../../src/pack/make-packs.ts';
import type { Pack } from '../../src/pack/parts.ts';
import { checkStructure } from '../../src/pack/pdf/check.ts';
import { printAssets } from '../../src/pack/print-assets.ts';
import { meetingView } from '../../src/registers/meetings.ts';
import { forPublic } from '../../src/registers/public.ts';
import { openPdf, piecesOf } from './built.ts';
import { onlyForMembers, onlyForTheChair, town } from './town.ts';

/** A draft with papers late and to follow, a pack that asks for far too much, and one of a few pages. */
const [draft, large, small] = ['town-board/2017-10-18', 'full-council/2017-10-25', 'town-board/2017-07-19'] as const;
const made = new Map<string, Pack & { file: PDFDocumentProxy }>();
let withoutBrief: Pack | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  const { library, source, remove } = await town();
  const assets = await printAssets(library, source);
  browser = await openBrowser();
  const opened = browser;
  const tools = {
    assets,
    readAsset: source.readAsset,
    typeset: { browser: async () => opened },
    generator: 'boardpack test',
  };
  const views = [draft, large, small].flatMap((id) => meetingView(library, id) ?? []);
  const [coming] = views;
  if (coming === undefined) throw new Error('There is no such meeting.');
  const packs = await makePacks(library, views, tools);
  for (const pack of packs) made.set(pack.plan.view.id, { ...pack, file: await openPdf(pack.pdf) });
  const brief = await makeChairBrief(library, coming, tools);
  made.set('brief', { ...brief, file: await openPdf(brief.pdf) });
  [withoutBrief] = await makePacks({ ...library, briefs: {} }, [coming], tools);
  const open = forPublic(library);
  const [shown] = await makePacks(open, [meetingView(open, draft) ?? coming], tools, {
    audience: 'public',
    editions: ['standard'],
  });
  if (shown !== undefined) made.set('public', { ...shown, file: await openPdf(shown.pdf) });
  await remove();
});
afterAll(() => browser?.close());

function packOf(name: string): Pack & { file: PDFDocumentProxy } {
  const pack = made.get(name);
  if (pack === undefined) throw new Error(`${name} was not made.`);
  return pack;
}

/** What a page shows, on one line. */
async function textOf(name: string, page: number): Promise<string> {
  const pieces = await piecesOf(packOf(name).file, page);
  return pieces
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

async function allText(name: string): Promise<string[]> {
  return await Promise.all(Array.from({ length: packOf(name).pages }, (_, index) => textOf(name, index + 1)));
}

describe.each([draft, large, small])('page 1 for the chair, %s', (name) => {
  test('is one page, and says what the meeting is and how much there is to read', async () => {
    const { manifest } = packOf(name);
    expect(manifest.parts[0]).toMatchObject({ id: 'chair', from: 1, to: 1 });
    const text = await textOf(name, 1);
    const words = manifest.parts.slice(2).reduce((sum, part) => sum + part.words, 0);
    expect(text).toContain(`${manifest.pages} pages, ${String(words).replace(/\B(?=(\d{3})+$)/g, ',')} words`);
    for (const said of ['Decisions asked today', 'Quorum', 'Changes since issue', 'Next meeting', 'OFFICIAL', '2017']) {
      expect(text).toContain(said);
    }
    const second = await textOf(name, 2);
    expect(second).toMatch(/^Agenda Date /);
    expect(second).not.toMatch(/Decisions asked today|Next meeting|Worst movements/);
  });

  test('has a structure without fault, like all the pack', async () => {
    expect(await checkStructure(packOf(name).pdf)).toEqual([]);
  });

  test('each part begins where contents, footer and label say', async () => {
    const { manifest, file } = packOf(name);
    const front = manifest.parts[1];
    const contents = (await allText(name)).slice(1, front?.to).join(' ');
    for (const { title, from, to, words } of manifest.parts.slice(2)) {
      expect(contents).toContain(`${title} ${from} ${to - from + 1} ${words}`);
      expect(await textOf(name, from)).toContain(`Page ${from} of ${manifest.pages}`);
      expect((await file.getPageLabels())?.[from - 1]).toBe(String(from));
    }
  });
});

test.each([draft, large, small])(
  'the agenda of %s holds time against the slot, and what there is to read',
  async (name) => {
    const { manifest, plan } = packOf(name);
    const read = manifest.parts.slice(2);
    const pages = read.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    const words = read.reduce((sum, part) => sum + part.words, 0);
    const agenda = (await allText(name)).slice(1, manifest.parts[1]?.to).join(' ');
    const { minutesPlanned } = plan.view;
    const times: Record<string, string> = { [draft]: '60 minutes, 15 too many', [large]: '30 minutes, 10 too many' };
    expect(agenda).toContain(`Time: ${minutesPlanned} of ${times[name] ?? ''}`);
    expect(agenda).toContain(`To read: ${pages === 0 ? 'no' : pages} page${pages === 1 ? '' : 's'}, ${words} words`);
    for (const { id } of read.filter(({ reference }) => /^Item \w+$/.test(reference))) {
      // The annexes of a paper are read with it.
      const own = read.filter((part) => part.id === id || part.id.startsWith(`${id}-annex-`));
      const count = own.reduce((sum, { from, to }) => sum + to - from + 1, 0);
      const words = own.reduce((sum, part) => sum + part.words, 0);
      expect([id, agenda.includes(`${count} page${count === 1 ? '' : 's'} ${words} words `)]).toEqual([id, true]);
    }
  },
);

test('what does not fit on page 1 is counted, with the page it is on', async () => {
  const text = await textOf(large, 1);
  const shown = text.match(/Matter \d+ of/g)?.length ?? 0;
  expect(shown).toBeGreaterThan(0);
  expect(text).toContain(`And ${40 - shown} more, in the agenda on page 2.`);
});

test('page 1 names what is wanting', async () => {
  const text = await textOf(draft, 1);
  expect(text).toContain('Clear the north bank first.');
  expect(text).toContain('75 of 60 min 15 minutes more than the slot');
  expect(text).toContain('at risk, one more apology and there is none');
  expect(text).toContain('to follow by 16 Oct 2017 from the Gardener: The trees are still being counted.');
  expect(text).toContain('late, handed in 10 Oct 2017: The wires were tested twice.');
});

test('a missing paper is a page that names it, its owner, its day, why, and who agreed', async () => {
  const part = packOf(draft).manifest.parts.find(({ id }) => id === 'item-2a');
  const text = await textOf(draft, part?.from ?? 0);
  for (const said of ['to follow', '02a-trees', 'Gardener', '16 October 2017', 'still being counted', 'Chair']) {
    expect(text).toContain(said);
  }
});

test('DRAFT stands at the top and in the margin of each page of a draft, and nowhere in a pack that has gone out', async () => {
  // In the margin its letters stand so far apart that they are read one by one.
  for (const text of await allText(draft)) expect(text).toMatch(/OFFICIAL DRAFT.* D R A F T /);
  for (const text of await allText(small)) expect(text).not.toMatch(/DRAFT|D R A F T/);
});

test('late papers and those to follow say so at the top of their pages', async () => {
  const { parts } = packOf(draft).manifest;
  const pageOf = (id: string): number => parts.find((part) => part.id === id)?.from ?? 0;
  expect(await textOf(draft, pageOf('item-3'))).toContain('DRAFT, Late paper');
  expect(await textOf(draft, pageOf('item-2a'))).toContain('DRAFT, To follow');
  expect(await textOf(draft, pageOf('item-1'))).toContain('DRAFT minutes');
});

describe('the brief for the chair', () => {
  test('goes by the clock, with pages of the members’ pack, how to take each item and what is private', async () => {
    const text = (await allText('brief')).join(' ');
    const { parts } = packOf(draft).manifest;
    const page = parts.find(({ id }) => id === 'item-2')?.from;
    expect(text).toMatch(new RegExp(`10:05 2 The banks .*${onlyForTheChair[0]}.* Gardener ${page} 10:45 2a The trees`));
    expect(text).toContain('As planned, the items end at 11:15.');
    expect(text).toContain('In private, from the public, until the contract is signed');
    expect(text).toContain(onlyForTheChair[1]);
    for (const one of await allText('brief')) expect(one).toContain('For the chair only');
    expect(packOf('brief').plan.name).toBe('town-board-2017-10-18-draft-chair-brief');
    expect(await checkStructure(packOf('brief').pdf)).toEqual([]);
  });

  test('leaves no trace in the members’ pack or its manifest: they are the same without it', async () => {
    expect(Buffer.compare(packOf(draft).pdf, withoutBrief?.pdf ?? new Uint8Array())).toBe(0);
    expect(packOf(draft).manifest).toEqual(withoutBrief?.manifest);
    const text = [...(await allText(draft)), JSON.stringify(packOf(draft).manifest)].join(' ');
    for (const word of onlyForTheChair) expect(text).not.toContain(word);
  });
});

test('the pack for the public says what is withheld and why, and has none of it', async () => {
  expect((await allText(draft)).join(' ')).toContain(onlyForMembers);
  const text = await allText('public');
  for (const word of [onlyForMembers, ...onlyForTheChair]) {
    expect([...text, JSON.stringify(packOf('public').manifest)].join(' ')).not.toContain(word);
  }
  const part = packOf('public').manifest.parts.find(({ id }) => id === 'item-4');
  const page = text[(part?.from ?? 0) - 1];
  for (const said of ['The tender: withheld', 'what others have offered', 'paragraph 3', 'the contract is signed']) {
    expect(page).toContain(said);
  }
  for (const one of text) expect(one).toContain('draft, for the public');
  expect(text[0]).toContain('Board pack for the public, draft');
  expect(await checkStructure(packOf('public').pdf)).toEqual([]);
});
