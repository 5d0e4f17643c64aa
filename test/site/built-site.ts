import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import type { Library } from '../../src/library/library.ts';
import type { PackFacts } from '../../src/pack/pack-facts.ts';
import { figurePlaces } from '../../src/registers/figures/sources.ts';
import { readProvenance } from '../../src/release/provenance.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { buildSite } from '../../src/site/build.ts';
import type { Source } from '../../src/source/source.ts';

/** A site built into a folder of its own. */
export interface BuiltSite {
  readonly folder: string;
  readonly library: Library;
  readonly packs: readonly PackFacts[];
  /** How many pages the build says it made. */
  readonly pages: number;
  /** Addresses of all pages, `/404.html` among them, sorted. */
  readonly addresses: readonly string[];
  remove(): Promise<void>;
}

/** The paper that is given a marking, a picture and an annex, which the demonstration has none of. */
export const changedPaper = 'meetings/portfolio-and-investment-board/2017-06-21/04-capital-outturn';
export const changedMarking = 'OFFICIAL-SENSITIVE COMMERCIAL';
/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** What of the demonstration is built, and how. */
export interface TestSiteOptions {
  /** Changes the content, which is a copy. */
  readonly edit?: (content: string) => Promise<void>;
  /** The packs that the site has; by default made-up facts of one for each meeting. */
  readonly packsFrom?: (library: Library, source: Source) => Promise<readonly PackFacts[]>;
}

/**
 * Builds the demonstration with a few additions: a marked paper, a picture, an annex, and a file that nothing names.
 *
 * @param seenAs the library as those see it whom the site is for
 */
export async function buildTestSite(
  seenAs: (whole: Library) => Library = (whole) => whole,
  { edit = async () => {}, packsFrom = packsOfAll }: TestSiteOptions = {},
): Promise<BuiltSite> {
  const write = async (content: string): Promise<void> => {
    await cp(fileURLToPath(new URL('../../content', import.meta.url)), content, { recursive: true });
    await addFiles(content);
    await edit(content);
  };
  return await buildSiteOf(write, seenAs, packsFrom);
}

/**
 * Builds the site of some content.
 *
 * @param write puts the content into a folder that is not there yet
 */
export async function buildSiteOf(
  write: (content: string) => Promise<void>,
  seenAs: (whole: Library) => Library = (whole) => whole,
  packsFrom: NonNullable<TestSiteOptions['packsFrom']> = packsOfAll,
): Promise<BuiltSite> {
  const folder = await mkdtemp(join(tmpdir(), 'boardpack-site-'));
  const content = join(folder, 'content');
  await write(content);
  const {
    library: whole,
    source,
    diagnostics,
  } = await checkContent(content, async (declared) => declared ?? '2017-09-13');
  if (hasErrors(diagnostics)) throw new Error(`The content has faults: ${JSON.stringify(diagnostics, null, 2)}`);
  const library = seenAs(whole);
  const packs = await packsFrom(library, source);
  const outDir = join(folder, 'site');
  await mkdir(outDir);
  const provenance = await readProvenance('content', source.files, figurePlaces(library));
  const { pages } = await buildSite(
    { library, packs, versions: [], provenance },
    { outDir, readAsset: source.readAsset, log: () => {} },
  );
  const files = await readdir(outDir, { recursive: true });
  const addresses = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .toSorted();
  return { folder: outDir, library, packs, pages, addresses, remove: () => rm(folder, { recursive: true }) };
}

/** The links of a page that lead to no file of the site, and to no pack. */
export async function deadLinks(site: BuiltSite, address: string, text: string): Promise<string[]> {
  const dead: string[] = [];
  for (const [, href = ''] of text.matchAll(/\s(?:href|src)="([^"#]+)/g)) {
    if (/^(https?|mailto):/.test(href) || href.startsWith('/packs/')) continue;
    const { pathname } = new URL(href, `https://site.invalid${address}`);
    if ((await readAddress(site, pathname)) === undefined) dead.push(`${address} → ${href}`);
  }
  return dead;
}

/** The file of a page or other address, as bytes; undefined when there is none. */
export async function readAddress({ folder }: BuiltSite, address: string): Promise<Buffer | undefined> {
  const path = decodeURIComponent(address.endsWith('/') ? `${address}index.html` : address);
  return await readFile(join(folder, path)).catch(() => undefined);
}

async function addFiles(content: string): Promise<void> {
  const paper = join(content, `${changedPaper}.md`);
  const beside = join(paper, '..');
  const text = await readFile(paper, 'utf8');
  await writeFile(paper, text.replace('---\n', `---\nmarking: ${changedMarking}\n`));
  await appendFile(paper, '\n\n![One dark pixel](spending.png)\n\nThe [annex](annex-a.pdf) has the rest.\n');
  await writeFile(join(beside, 'spending.png'), picture);
  await writeFile(join(beside, 'annex-a.pdf'), '%PDF-1.7\n');
  await writeFile(join(beside, 'unnamed.png'), picture);
}

async function packsOfAll({ meetings }: Library): Promise<readonly PackFacts[]> {
  return Object.keys(meetings).flatMap(packsOf);
}

/** Each meeting has a pack, and every tenth has it in large print and as a booklet besides. */
function packsOf(meeting: string, index: number): PackFacts[] {
  const version = index % 2 === 0 ? 'v1' : 'draft';
  const name = `${meeting.replace('/', '-')}-${version}`;
  const common = { meeting, version, marking: 'OFFICIAL', parts: [] };
  const standard = {
    ...common,
    edition: 'standard',
    file: `${name}.pdf`,
    pages: 30 + index,
    bytes: 1_234_567,
  } as const;
  if (index % 10 !== 0) return [standard];
  return [
    standard,
    { ...common, edition: 'large', file: `${name}-large.pdf`, pages: 90 + index, bytes: 2_345_678 },
    { ...common, edition: 'booklet', file: `${name}-booklet.pdf`, pages: 16 + index, bytes: 987_654 },
  ];
}
