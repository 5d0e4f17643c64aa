import { PDFBool, PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { type Attachment, writeAttachment } from './attachments.ts';
import { readDestinations, topOf } from './destinations.ts';
import type { Joining } from './joining.ts';
import { pageLabels } from './labels.ts';
import { joinedName } from './links.ts';
import { loadPdf } from './load.ts';
import { infoDictionary, type Metadata, xmpStream } from './metadata.ts';
import { arrayOf, dictOf, name, number, text } from './objects.ts';
import { type OutlineEntry, writeOutline } from './outline.ts';
import { copyOverlay, type Stamp } from './overlay.ts';
import { joinPart, type PlacedPart } from './part.ts';
import { save } from './save.ts';
import { nameTree, numberTree } from './trees.ts';

/** One tagged PDF to be joined. */
export interface AssemblyPart {
  /** `[a-z0-9-]+`, unique: destinations and structure ids of the part start with it. */
  id: string;
  pdf: Uint8Array;
}

/** What is joined, and what is said of the whole. */
export interface Assembly {
  parts: readonly AssemblyPart[];
  /** A PDF with exactly as many pages as the parts together, stamped over each page as a pagination artifact. */
  overlay?: Uint8Array;
  /** One for each page: `1`, `2`, `S1-1`. */
  pageLabels: readonly string[];
  outline: readonly OutlineEntry[];
  metadata: Metadata;
  attachments: readonly Attachment[];
  /** Links to `<origin>/<part>` and `<origin>/<part>#<html id>` become links to that part, and that place in it. */
  origin: string;
}

/** The joined file. */
export interface Assembled {
  pdf: Uint8Array;
  pages: number;
  /** Links to parts or places that are not there; `page` counts from 0. */
  deadLinks: readonly { page: number; target: string }[];
}

/**
 * Joins tagged PDFs into one whose tags, links, destinations and fonts are whole, and which is the same to the byte
 * whenever its parts show the same.
 *
 * @throws {Error} naming the part or the overlay that is no PDF, damaged, encrypted or without pages; or when labels or
 * overlay have another number of pages than the parts.
 */
export async function assemble(assembly: Assembly): Promise<Assembled> {
  const placed = await place(assembly.parts);
  const total = placed.reduce((sum, { loaded }) => sum + loaded.pages.length, 0);
  if (assembly.pageLabels.length !== total) {
    throw new Error(`There are ${assembly.pageLabels.length} page labels for ${total} pages.`);
  }
  const target = PDFContext.create();
  const joining = begin(target, placed, assembly, total);
  const stamps = await readStamps(assembly.overlay, joining, total);
  const elements = placed.map((part) => joinPart(joining, part, stamps));
  writeCatalog(joining, assembly, placed, elements);
  return { pdf: await save(target), pages: total, deadLinks: joining.deadLinks };
}

async function place(parts: readonly AssemblyPart[]): Promise<PlacedPart[]> {
  const placed: PlacedPart[] = [];
  let first = 0;
  for (const { id, pdf } of parts) {
    const loaded = await loadPdf(pdf, `Part "${id}"`);
    placed.push({ id, loaded, first });
    first += loaded.pages.length;
  }
  return placed;
}

function begin(target: PDFContext, placed: readonly PlacedPart[], assembly: Assembly, total: number): Joining {
  return {
    target,
    pageTree: target.nextRef(),
    document: target.nextRef(),
    language: assembly.metadata.language,
    directory: {
      origin: assembly.origin,
      parts: new Map(placed.map(({ id, loaded }) => [id, readDestinations(loaded)])),
    },
    pages: Array.from({ length: total }, () => target.nextRef()),
    shared: new Map(),
    parents: new Map(),
    nextParent: 0,
    ids: [],
    roles: new Map(),
    classes: new Map(),
    deadLinks: [],
  };
}

async function readStamps(
  overlay: Uint8Array | undefined,
  { target, shared }: Joining,
  total: number,
): Promise<(Stamp | undefined)[]> {
  if (overlay === undefined) return [];
  const loaded = await loadPdf(overlay, 'The overlay');
  if (loaded.pages.length !== total) {
    throw new Error(`The overlay has ${loaded.pages.length} pages, and the parts have ${total}.`);
  }
  return copyOverlay(loaded, target, shared);
}

function writeCatalog(
  joining: Joining,
  assembly: Assembly,
  placed: readonly PlacedPart[],
  elements: readonly PDFRef[],
): void {
  const { target, pageTree, pages } = joining;
  const { metadata, attachments } = assembly;
  target.assign(
    pageTree,
    dictOf(target, { Type: name('Pages'), Kids: arrayOf(target, pages), Count: number(pages.length) }),
  );
  const files = attachments.map((file) => [file.name, writeAttachment(target, file, metadata.date)] as const);
  const outline = writeOutline(target, assembly.outline, pages);
  const names = dictOf(target, {
    Dests: target.register(nameTree(target, destinations(joining, placed))),
    EmbeddedFiles: files.length === 0 ? undefined : target.register(nameTree(target, files)),
  });
  const catalog = dictOf(target, {
    Type: name('Catalog'),
    Pages: pageTree,
    Lang: text(metadata.language),
    MarkInfo: dictOf(target, { Marked: PDFBool.True }),
    StructTreeRoot: structureRoot(joining, elements),
    Metadata: xmpStream(target, metadata),
    // ISO 14289-1 7.1: the window shows the title, not the name of the file.
    ViewerPreferences: dictOf(target, { DisplayDocTitle: PDFBool.True }),
    PageLabels: pageLabels(target, assembly.pageLabels),
    Names: names,
    Outlines: outline,
    PageMode: outline === undefined ? undefined : name('UseOutlines'),
    AF:
      files.length === 0
        ? undefined
        : arrayOf(
            target,
            files.map(([, ref]) => ref),
          ),
  });
  target.trailerInfo.Root = target.register(catalog);
  target.trailerInfo.Info = infoDictionary(target, metadata);
}

/** Each part by its own name, leading to the top of its first page, and each of its places by the part's name and its own. */
function* destinations({ target, pages }: Joining, placed: readonly PlacedPart[]): Generator<[string, PDFRef]> {
  for (const { id, loaded, first } of placed) {
    const page = pages[first];
    const source = loaded.pages[0];
    if (page === undefined || source === undefined) continue;
    yield [joinedName(id), target.register(topDestination(target, page, topOf(loaded.context, source.dict)))];
    for (const [label, { page: index, explicit }] of readDestinations(loaded)) {
      const leads = pages[first + index];
      if (leads === undefined) continue;
      // What follows the page, such as `/XYZ 0 700 0`, is made of names and numbers, which belong to no file.
      const copy = arrayOf(target, [leads, ...explicit.asArray().slice(1)]);
      yield [joinedName(id, label), target.register(copy)];
    }
  }
}

function topDestination(target: PDFContext, page: PDFRef, top: number) {
  return arrayOf(target, [page, name('XYZ'), number(0), number(top), number(0)]);
}

/** The structure tree: one Document element that holds the parts in order (ISO 32000-1 14.7.2). */
function structureRoot(joining: Joining, elements: readonly PDFRef[]): PDFRef {
  const { target, document, parents, ids, roles, classes } = joining;
  const root = target.nextRef();
  target.assign(
    document,
    dictOf(target, { Type: name('StructElem'), S: name('Document'), P: root, K: arrayOf(target, elements) }),
  );
  const sorted = [...parents].toSorted(([a], [b]) => a - b);
  const mapped = Object.fromEntries(Array.from(roles, ([role, standard]) => [role, name(standard)]));
  target.assign(
    root,
    dictOf(target, {
      Type: name('StructTreeRoot'),
      K: document,
      ParentTree: target.register(numberTree(target, sorted)),
      ParentTreeNextKey: number(joining.nextParent),
      IDTree: ids.length === 0 ? undefined : target.register(nameTree(target, ids)),
      RoleMap: roles.size === 0 ? undefined : dictOf(target, mapped),
      ClassMap: classes.size === 0 ? undefined : dictOf(target, Object.fromEntries(classes)),
    }),
  );
  return root;
}
