import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The only meeting of the generated content. */
export const meeting = 'town-board/2017-10-18';

/**
 * Writes a meeting of the small council of the test cases with papers of about ten pages each: prose, a table on every
 * second page, a drawing on every fourth, and in every tenth paper three footnotes.
 */
export async function writePackContent(folder: string, papers: number): Promise<void> {
  await cp('test/cases/base/content', folder, { recursive: true });
  await rm(join(folder, 'meetings'), { recursive: true });
  for (const gone of ['change-requests', 'cycles', 'initiatives', 'portfolios', 'strategy', 'finance', 'indicators']) {
    await rm(join(folder, gone), { recursive: true, force: true });
  }
  const place = `meetings/${meeting}`;
  const items = Array.from(
    { length: papers },
    (_, nth) =>
      `  - { number: ${nth + 1}, title: Works ${nth + 1}, purpose: discussion, minutes: 5, lead: engineer, paper: ${nameOf(nth)} }`,
  );
  const hours = Math.ceil((papers * 5) / 60);
  await write(
    folder,
    `${place}/agenda.md`,
    `---\nstart: "08:00"\nend: "${String(8 + hours).padStart(2, '0')}:00"\nplace: Town hall\nstatus: planned\nitems:\n${items.join('\n')}\n---\n`,
  );
  for (let nth = 0; nth < papers; nth += 1) await writePaper(folder, nth, 'first');
  await write(folder, `${place}/drawing.svg`, drawing());
}

/** Writes one of the papers, of which every edition has other words in one paragraph. */
export async function writePaper(folder: string, nth: number, edition: string): Promise<void> {
  const fields = `reference: TB-W${nth + 1}\ntitle: Works ${nth + 1}\nauthor: engineer\nsponsor: engineer\npurpose: discussion\nsummary: What the works are and what they need.`;
  const pages = Array.from({ length: 9 }, (_, page) => pageOf(nth, page));
  const notes =
    nth % 10 === 9 ? ['One[^1], two[^2] and three[^3].', '[^1]: First note.\n[^2]: Second.\n[^3]: Third.'] : [];
  const text = [`This is the ${edition} edition.`, ...pages, ...notes].join('\n\n');
  await write(folder, `meetings/${meeting}/${nameOf(nth)}.md`, `---\n${fields}\n---\n\n${text}\n`);
}

function nameOf(nth: number): string {
  return `works-${nth + 1}`;
}

function pageOf(nth: number, page: number): string {
  const parts = [`## ${page + 1} What part ${page + 1} says`, prose(nth * 31 + page, 210)];
  if (page % 2 === 1) parts.push(tableOf(nth + page));
  else parts.push(prose(nth * 17 + page + 5, 200));
  if (page % 4 === 3) parts.push('![Three bars, each higher than the last](drawing.svg)');
  return parts.join('\n\n');
}

const words =
  'the bridge road harbour works council engineer cost year plan needs before after stone water steel survey shows that which and was is to of for with a'.split(
    ' ',
  );

/** Words that look like prose, the same for the same seed. */
function prose(seed: number, count: number): string {
  let state = seed + 1;
  const sentences: string[] = [];
  for (let length = 0; length < count; length += 14) {
    const sentence = Array.from({ length: 14 }, () => {
      state = (state * 48271) % 2147483647;
      return words[state % words.length] ?? '';
    }).join(' ');
    sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
  }
  const half = Math.ceil(sentences.length / 2);
  return `${sentences.slice(0, half).join(' ')}\n\n${sentences.slice(half).join(' ')}`;
}

function tableOf(seed: number): string {
  const rows = Array.from(
    { length: 14 },
    (_, row) => `| Stretch ${row + 1} | ${(seed * 37 + row * 113) % 900} | ${row} |`,
  );
  return `| Stretch | Cost | Weeks |\n| --- | ---: | ---: |\n${rows.join('\n')}`;
}

function drawing(): string {
  const bars = [1, 2, 3].map((bar) => `<rect x="${bar * 60}" y="${120 - bar * 30}" width="40" height="${bar * 30}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="130" viewBox="0 0 300 130">${bars.join('')}</svg>\n`;
}

async function write(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
}
