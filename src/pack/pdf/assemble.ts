import { PDFContext } from '@cantoo/pdf-lib';
import type { Attachment } from './attachments.ts';
import { writeCatalog } from './catalog.ts';
import { checkJoined, type Finding } from './check.ts';
import { readDestinations } from './destinations.ts';
import type { Joining } from './joining.ts';
import { type LoadedPdf, loadPdf, pagesOf } from './load.ts';
import { infoDictionary, type Metadata } from './metadata.ts';
import { arrayOf, dictOf, name, number } from './objects.ts';
import type { OutlineEntry } from './outline.ts';
import { copyOverlay } from './overlay.ts';
import { joinPart, type PlacedPart } from './part.ts';
import { save } from './save.ts';

export type { Attachment, Metadata, OutlineEntry };

/** One of the PDFs to be joined. */
export interface AssemblyPart {
  /** Small letters, digits and hyphens; no two parts have the same. Part of the names of destinations. */
  id: string;
  /** As `mend` makes it; or what `loadPdf` makes of that, where whoever calls has begun it before: it cannot be used again. */
  pdf: Uint8Array | Promise<LoadedPdf>;
}

/** All that the joined file is made of. */
export interface Assembly {
  /** In order. */
  parts: readonly AssemblyPart[];
  /**
   * PDFs with as many pages together as the parts together. Each is stamped over its page as an artifact: its own tags
   * and annotations are dropped.
   */
  overlays?: readonly Uint8Array[];
  /** One for each page, for example `1` or `S1-1`. */
  pageLabels: readonly string[];
  outline: readonly OutlineEntry[];
  metadata: Metadata;
  attachments: readonly Attachment[];
  /**
   * An address under which the parts stand for one another, for example `https://pack.invalid`: a link to
   * `<origin>/<part id>` leads to that part's first page, one to `<origin>/<part id>#<html id>` to that place in it.
   */
  origin: string;
}

export interface Assembled {
  pdf: Uint8Array;
  pages: number;
  /** Links that lead nowhere: to a part or place that does not exist. Pages are counted from 0. */
  deadLinks: readonly { page: number; target: string }[];
  /** What is wrong with the ways between pages and tags, or with what is said of the whole: a fault of this program. */
  findings: readonly Finding[];
}

/**
 * Joins tagged PDFs that have been mended (see `mend`) into one tagged PDF made for PDF/UA-1. The same input gives the same
 * bytes.
 *
 * @throws {Error} when a part is damaged, empty or encrypted (the message names the part), when part ids are ill-formed
 * or double, or when overlay, labels or outline do not fit the number of pages.
 */
export async function assemble(assembly: Assembly): Promise<Assembled> {
  checkInput(assembly);
  const parts = await loadParts(assembly.parts);
  const count = parts.reduce((sum, { loaded }) => sum + loaded.pages.length, 0);
  if (assembly.pageLabels.length !== count) {
    throw new Error(`There are ${assembly.pageLabels.length} page labels for ${count} pages.`);
  }
  const overlays = await Promise.all((assembly.overlays ?? []).map((pdf) => loadPdf(pdf, 'The overlay')));
  const stamped = overlays.reduce((sum, { pages }) => sum + pages.length, 0);
  if (overlays.length > 0 && stamped !== count) {
    throw new Error(`The overlay has ${stamped} pages; the parts together have ${count}.`);
  }

  const joining = begin(assembly, parts, count);
  const { target, pages, document } = joining;
  const stamps = overlays.flatMap((overlay) => copyOverlay(overlay, target, joining.shared));
  const elements = parts.map((part) => joinPart(joining, part, stamps));
  const root = target.nextRef();
  target.assign(document, dictOf(target, { S: name('Document'), P: root, K: arrayOf(target, elements) }));
  target.assign(
    joining.pageTree,
    dictOf(target, { Type: name('Pages'), Kids: arrayOf(target, pages), Count: number(count) }),
  );
  const catalog = writeCatalog(joining, assembly, parts, root);
  target.trailerInfo.Root = target.register(catalog);
  target.trailerInfo.Info = infoDictionary(target, assembly.metadata);
  const findings = checkJoined({ context: target, catalog, pages: pagesOf(target, catalog) });
  return { pdf: save(target), pages: count, deadLinks: joining.deadLinks, findings };
}

function checkInput({ parts, metadata }: Assembly): void {
  if (parts.length === 0) throw new Error('There are no parts to join.');
  const seen = new Set<string>();
  for (const { id } of parts) {
    if (!/^[a-z0-9-]+$/.test(id)) throw new Error(`Part id "${id}" has other signs than a-z, 0-9 and hyphen.`);
    if (seen.has(id)) throw new Error(`Two parts have the id "${id}".`);
    seen.add(id);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(metadata.date)) throw new Error(`The date "${metadata.date}" is not YYYY-MM-DD.`);
}

async function loadParts(parts: readonly AssemblyPart[]): Promise<PlacedPart[]> {
  const placed: PlacedPart[] = [];
  let first = 0;
  for (const { id, pdf } of parts) {
    const loaded = await (pdf instanceof Uint8Array ? loadPdf(pdf, `Part "${id}"`) : pdf);
    placed.push({ id, loaded, first, destinations: readDestinations(loaded) });
    first += loaded.pages.length;
  }
  return placed;
}

function begin({ origin, metadata }: Assembly, parts: readonly PlacedPart[], count: number): Joining {
  const target = PDFContext.create();
  return {
    target,
    pageTree: target.nextRef(),
    document: target.nextRef(),
    language: metadata.language,
    directory: { origin, parts: new Map(parts.map(({ id, destinations }) => [id, destinations])) },
    pages: Array.from({ length: count }, () => target.nextRef()),
    shared: new Map(),
    parents: new Map(),
    nextParent: 0,
    ids: [],
    roles: new Map(),
    classes: new Map(),
    deadLinks: [],
  };
}
