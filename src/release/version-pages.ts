import { html, type SafeHtml } from '@remix-run/html-template';
import { editionNames } from '../pack/edition.ts';
import { pictureAddress, pictureSource } from '../pack/pictures.ts';
import type { PlannedPart } from '../pack/plan.ts';
import type { PackToSet } from '../pack/sources.ts';
import { counted } from '../registers/counted.ts';
import { inWords } from '../registers/dates.ts';
import { factList } from '../views/facts.ts';
import type { Linker } from '../views/linker.ts';
import { meetingFacts } from '../views/record-facts.ts';
import { agendaTable } from '../views/tables.ts';
import { fileSize } from '../views/words.ts';
import { type IssueFacts, issueFacts, pageWords, shownParts } from './issued-parts.ts';
import { versionAddress } from './issued-paths.ts';
import type { IssuedFile, IssuedPack } from './manifest.ts';
import { type VersionFrame, versionPage, versionWords } from './version-page.ts';
import type { SiteFile } from './version-style.ts';

/** What the pages of a version say of what was issued with it. */
export interface IssuedWith {
  readonly facts: IssueFacts;
  readonly packs: readonly IssuedPack[];
  readonly files: readonly IssuedFile[];
}

/** Follows links from one part of a version to another; what does not stand in it stays plain words, as in print. */
export function versionLinker(meeting: string, version: string, places: ReadonlyMap<string, string>): Linker {
  const own = versionAddress(meeting, version);
  return (address) => {
    const [path = '', anchor] = address.split('#');
    const part = places.get(path);
    if (part === undefined) return null;
    const page = part === 'front' ? own : `${own}${part}/`;
    return anchor === undefined ? page : `${page}#${anchor}`;
  };
}

/**
 * The pages of an issued version: its agenda and contents, and a page for each part of its pack.
 *
 * @param pack as planned, with links made by `versionLinker`
 * @param picture bytes of a picture by its address on the site
 */
export function versionPages(
  frame: VersionFrame,
  { plan, parts }: PackToSet,
  issued: IssuedWith,
  picture: (address: string) => Uint8Array | undefined,
): SiteFile[] {
  const own = versionAddress(frame.view.id, frame.version);
  const standard = issued.packs.find(({ edition }) => edition === 'standard');
  const pictures = new Map<string, Uint8Array>();
  const pages = [
    {
      path: `${own}index.html`,
      text: versionPage(frame, {
        title: `${frame.view.board.data.name}, ${versionWords(frame.version).toLowerCase()}`,
        content: indexContent(frame, plan.parts, issued, versionLinker(frame.view.id, frame.version, plan.places)),
      }),
    },
    ...parts.map((one, index) => {
      const around = { before: parts[index - 1]?.part, after: parts[index + 1]?.part };
      const content = html`${pagesOf(standard, one.part)}${'content' in one && one.content !== undefined ? partBody(one.content) : given(standard, one.part)}${neighbours(own, around)}`;
      const text = versionPage(frame, { title: one.part.title, here: nameOf(one.part), content });
      return { path: `${own}${one.part.id}/index.html`, text: withPictures(text, own, picture, pictures) };
    }),
  ];
  return [
    ...pages.map(({ path, text }) => ({ path: path.slice(1), bytes: new TextEncoder().encode(text) })),
    ...[...pictures].map(([path, bytes]) => ({ path, bytes })),
  ];
}

function indexContent(
  frame: VersionFrame,
  parts: readonly PlannedPart[],
  { facts, packs, files }: IssuedWith,
  link: Linker,
): SafeHtml {
  const { library, view } = frame;
  const standard = packs.find(({ edition }) => edition === 'standard');
  const own = new Set(parts.map(({ id }) => id));
  return html`<div class="beside">
${meetingFacts(library, view)}
<div class="panel"><h2 class="panel-title">Documents</h2>
${packs.map((pack) => packLink(pack, files))}
${redlineLinks(frame, files)}
</div>
</div>
<section aria-labelledby="agenda"><h2 id="agenda">Agenda</h2>
${agendaTable(view, { caption: `Agenda of ${inWords(view.date)}`, link, parts: standard?.parts ?? [] })}
</section>
<section aria-labelledby="contents"><h2 id="contents">Contents</h2>
${shownParts(standard, ({ id }) => (own.has(id) ? `${id}/` : undefined))}
</section>
<section aria-labelledby="issue"><h2 id="issue">How it was issued</h2>
${factList(issueFacts(facts))}
</section>`;
}

/** Links to the redline, where there is one. */
function redlineLinks({ view, version }: VersionFrame, files: readonly IssuedFile[]): SafeHtml | '' {
  const page = `${versionAddress(view.id, version).slice(1)}changes/index.html`;
  const printed = files.find(({ path }) => path.startsWith('packs/') && path.endsWith('-changes.pdf'));
  if (printed === undefined || !files.some(({ path }) => path === page)) return '';
  return html`<p><a href="changes/">What has changed since the version before</a> (<a href="/${printed.path}">the same as PDF</a>)</p>`;
}

function packLink({ file, edition, extent, pages, marking }: IssuedPack, files: readonly IssuedFile[]): SafeHtml {
  const made = files.find(({ path }) => path === `packs/${file}`);
  const name = {
    pack: editionNames[edition],
    supplement: 'Supplement',
    full: `${editionNames[edition]} with its supplements`,
  }[extent];
  return html`<div class="pack"><a class="pack-link" href="/packs/${file}">${name} (PDF)</a>
<p class="pack-facts">${counted(pages, edition === 'booklet' ? 'side' : 'page')}, ${fileSize(made?.bytes ?? 0)}, ${marking}</p>
<p class="pack-facts digest">SHA-256 ${made?.sha256 ?? ''}</p></div>`;
}

function nameOf({ reference, title }: PlannedPart): string {
  return reference === '' ? title : reference;
}

function pagesOf(pack: IssuedPack | undefined, part: PlannedPart): SafeHtml {
  const issued = pack?.parts.find(({ id }) => id === part.id);
  const pages = `${issued?.from === issued?.to ? 'page' : 'pages'} ${pageWords(issued)}`;
  return html`<p class="quiet">${part.reference}, ${pages} of the ${numberedIn(part)}.</p>`;
}

/** A part without the heading it has in print, which the page has itself. */
function partBody(content: SafeHtml): SafeHtml {
  return html`<div class="prose version-part">${html.raw`${String(content).replace(/<header class="part-head">.*?<\/header>/s, '')}`}</div>`;
}

function given(pack: IssuedPack | undefined, part: PlannedPart): SafeHtml {
  const issued = pack?.parts.find(({ id }) => id === part.id);
  const from = issued?.from ?? 1;
  const page = pageWords(issued && { ...issued, to: from });
  return html`<p>This annex has pages of its own: <a href="/packs/${pack?.file ?? ''}#page=${from}">page ${page} of the ${numberedIn(part)} (PDF)</a>.</p>`;
}

/** What the pages of a part are counted in. */
function numberedIn({ series }: PlannedPart): string {
  return series === undefined ? 'pack' : 'supplement';
}

function neighbours(
  own: string,
  { before, after }: { readonly before: PlannedPart | undefined; readonly after: PlannedPart | undefined },
): SafeHtml {
  const to = (part: PlannedPart | undefined, rel: 'prev' | 'next', way: string): SafeHtml | string => {
    if (part === undefined) return '';
    const place = rel === 'next' ? html` class="neighbour-next"` : '';
    const words = html`<span class="neighbour-way">${way}</span> <span class="neighbour-title">${nameOf(part)}</span>`;
    return html`<a rel="${rel}"${place} href="${own}${part.id}/">${words}</a>`;
  };
  return html`<nav class="neighbours" aria-label="Other parts of this version">${to(before, 'prev', 'Previous')}${to(after, 'next', 'Next')}</nav>`;
}

/** Pictures of a page as files of the version itself, because those of the site may change. */
function withPictures(
  text: string,
  own: string,
  picture: (address: string) => Uint8Array | undefined,
  found: Map<string, Uint8Array>,
): string {
  return text.replace(pictureSource, (whole, start: string, address: string) => {
    const file = pictureAddress(address);
    const bytes = picture(file);
    if (bytes === undefined) return whole;
    found.set(`${own.slice(1)}${file.slice(1)}`, bytes);
    return `${start}${own}${address.slice(1)}"`;
  });
}
