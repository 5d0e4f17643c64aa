import {
  type PDFContext,
  type PDFDict,
  type PDFHexString,
  PDFNumber,
  type PDFObject,
  type PDFString,
} from '@cantoo/pdf-lib';
import { arrayOf, asDict, dictOf, listAt, name, number, resolve, text, textOf } from './objects.ts';

/** Entries in one leaf: readers load a leaf at a time. */
const LEAF = 64;

function* leaves(context: PDFContext, root: PDFDict, key: 'Nums' | 'Names'): Generator<[PDFObject, PDFObject]> {
  const open = [root];
  const seen = new Set<PDFDict>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const pairs = listAt(context, node, key);
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const [head, value] = [resolve(context, pairs[at]), pairs[at + 1]];
      if (head !== undefined && value !== undefined) yield [head, value];
    }
    const kids = listAt(context, node, 'Kids').map((kid) => asDict(resolve(context, kid)));
    open.push(...kids.filter((kid) => kid !== undefined).reverse());
  }
}

/** What a number tree holds (ISO 32000-1 7.9.7); references not followed. */
export function readNumberTree(context: PDFContext, root: PDFDict): Map<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  for (const [key, value] of leaves(context, root, 'Nums')) {
    if (key instanceof PDFNumber) found.set(key.asNumber(), value);
  }
  return found;
}

/** What a name tree holds (ISO 32000-1 7.9.6); references not followed. */
export function readNameTree(context: PDFContext, root: PDFDict): Map<string, PDFObject> {
  const found = new Map<string, PDFObject>();
  for (const [key, value] of leaves(context, root, 'Names')) {
    const label = textOf(key);
    if (label !== undefined) found.set(label, value);
  }
  return found;
}

/** A number tree of the given entries, whose keys must ascend. */
export function numberTree(context: PDFContext, entries: readonly (readonly [number, PDFObject])[]): PDFDict {
  return tree(
    context,
    'Nums',
    entries.map(([key, value]) => [number(key), value]),
  );
}

/** A name tree of the given entries in any order. */
export function nameTree(context: PDFContext, entries: Iterable<readonly [string, PDFObject]>): PDFDict {
  const keyed = Array.from(entries, ([key, value]) => [text(key), value] as const);
  // Keys stand in the order of their bytes, whichever way they are written (7.9.6).
  const sorted = keyed.map(([key, value]) => ({ key, value, bytes: Buffer.from(key.asBytes()) }));
  sorted.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  return tree(
    context,
    'Names',
    sorted.map(({ key, value }) => [key, value]),
  );
}

type Key = PDFNumber | PDFString | PDFHexString;

function tree(context: PDFContext, kind: 'Nums' | 'Names', entries: readonly (readonly [Key, PDFObject])[]): PDFDict {
  if (entries.length <= LEAF) return dictOf(context, { [kind]: arrayOf(context, entries.flat()) });
  let level: Span[] = chunks(entries, LEAF).map((part) => {
    // A chunk is never empty, so both ends exist.
    const limits = [part[0]?.[0], part.at(-1)?.[0]].filter((key) => key !== undefined);
    return { limits, node: dictOf(context, { [kind]: arrayOf(context, part.flat()) }) };
  });
  while (level.length > LEAF) {
    level = chunks(level, LEAF).map((part) => ({ limits: ends(part), node: branch(context, part) }));
  }
  return branch(context, level);
}

interface Span {
  limits: Key[];
  node: PDFDict;
}

function ends(part: readonly Span[]): Key[] {
  return [part[0]?.limits[0], part.at(-1)?.limits.at(-1)].filter((key) => key !== undefined);
}

function branch(context: PDFContext, spans: readonly Span[]): PDFDict {
  const kids = spans.map(({ limits, node }) => {
    node.set(name('Limits'), arrayOf(context, limits));
    return context.register(node);
  });
  return dictOf(context, { Kids: arrayOf(context, kids) });
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
