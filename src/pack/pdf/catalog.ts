import { PDFBool, PDFDict, PDFNull, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { type Attachment, writeAttachment } from './attachments.ts';
import { topOf } from './destinations.ts';
import type { Joining } from './joining.ts';
import { pageLabels } from './labels.ts';
import { joinedName } from './links.ts';
import { type Metadata, xmpStream } from './metadata.ts';
import { arrayOf, dictOf, name, number, text } from './objects.ts';
import { type OutlineEntry, writeOutline } from './outline.ts';
import type { PlacedPart } from './part.ts';
import { nameTree, numberTree } from './trees.ts';

/** Everything of the assembly that the catalog states. */
export interface CatalogInput {
  metadata: Metadata;
  outline: readonly OutlineEntry[];
  pageLabels: readonly string[];
  attachments: readonly Attachment[];
}

/** Writes the document catalog (ISO 32000-1 7.7.2) and what hangs from it; the pages must have been written. */
export function writeCatalog(
  joining: Joining,
  { metadata, outline, pageLabels: labels, attachments }: CatalogInput,
  parts: readonly PlacedPart[],
  structureRoot: PDFRef,
): PDFDict {
  const { target, pages, pageTree } = joining;
  target.assign(structureRoot, structureTreeRoot(joining));
  const files = attachments.map(
    (attachment) => [attachment.name, writeAttachment(target, attachment, metadata.date)] as const,
  );
  const outlines = writeOutline(target, outline, pages);
  const catalog = dictOf(target, {
    Type: name('Catalog'),
    Pages: pageTree,
    Lang: text(metadata.language),
    MarkInfo: dictOf(target, { Marked: PDFBool.True }),
    StructTreeRoot: structureRoot,
    ViewerPreferences: dictOf(target, { DisplayDocTitle: PDFBool.True }),
    Metadata: xmpStream(target, metadata),
    PageLabels: target.register(pageLabels(target, labels)),
    Names: dictOf(target, {
      Dests: target.register(nameTree(target, destinations(joining, parts))),
      EmbeddedFiles: files.length === 0 ? undefined : target.register(nameTree(target, files)),
    }),
    AF:
      files.length === 0
        ? undefined
        : arrayOf(
            target,
            files.map(([, file]) => file),
          ),
    Outlines: outlines,
    PageMode: outlines && name('UseOutlines'),
  });
  return catalog;
}

function structureTreeRoot({ target, document, parents, nextParent, ids, roles, classes }: Joining): PDFDict {
  const entries = [...parents].sort(([a], [b]) => a - b);
  const mapped = [...roles].map(([role, standard]) => [role, name(standard)] as const);
  return dictOf(target, {
    Type: name('StructTreeRoot'),
    K: document,
    ParentTree: target.register(numberTree(target, entries)),
    ParentTreeNextKey: number(nextParent),
    IDTree: ids.length === 0 ? undefined : target.register(nameTree(target, ids)),
    RoleMap: mapped.length === 0 ? undefined : dictOf(target, Object.fromEntries(mapped)),
    ClassMap: classes.size === 0 ? undefined : dictOf(target, Object.fromEntries(classes)),
  });
}

/** A destination for each part, and for each place in it that had a name. */
function* destinations(
  { target, pages }: Joining,
  parts: readonly PlacedPart[],
): Generator<readonly [string, PDFObject]> {
  for (const { id, first, destinations: named } of parts) {
    const page = pages[first];
    const dict = page && target.lookup(page);
    if (page === undefined || !(dict instanceof PDFDict)) continue;
    const top = number(topOf(target, dict));
    yield [joinedName(id), arrayOf(target, [page, name('XYZ'), number(0), top, PDFNull])];
    for (const [place, { page: index, explicit }] of named) {
      const there = pages[first + index];
      if (there === undefined) continue;
      yield [joinedName(id, place), arrayOf(target, [there, ...explicit.asArray().slice(1)])];
    }
  }
}
