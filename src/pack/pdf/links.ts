import { PDFArray, type PDFContext, type PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import type { Destination } from './destinations.ts';
import { dictAt, entry, name, nameAt, textAt, textOf } from './objects.ts';

/** What links may lead to: each part's named destinations. */
export interface Directory {
  origin: string;
  parts: ReadonlyMap<string, ReadonlyMap<string, Destination>>;
}

/** Where a link leads in the joined file. */
export type Target =
  | { kind: 'name'; name: string }
  | { kind: 'explicit'; explicit: PDFArray }
  | { kind: 'dead'; target: string }
  /** Out of the file, or no link at all: left as it is; `address` is for those who cannot see it. */
  | { kind: 'other'; address: string };

/** Name of a destination in the joined file: `minutes.item-3`, or `minutes` for the first page of a part. */
export const joinedName = (part: string, id?: string): string => (id === undefined ? part : `${part}.${id}`);

/** Works out where a link annotation of `part` leads. */
export function linkTarget(context: PDFContext, annotation: PDFDict, part: string, directory: Directory): Target {
  const action = dictAt(context, annotation, 'A');
  const kind = action && nameAt(context, action, 'S');
  if (action !== undefined && kind === 'URI') return uriTarget(textAt(context, action, 'URI') ?? '', directory);
  if (action !== undefined && kind !== 'GoTo') return { kind: 'other', address: '' };
  const destination = action === undefined ? entry(context, annotation, 'Dest') : entry(context, action, 'D');
  return destination === undefined ? { kind: 'other', address: '' } : within(destination, part, directory);
}

function within(destination: PDFObject, part: string, { parts }: Directory): Target {
  if (destination instanceof PDFArray) return { kind: 'explicit', explicit: destination };
  const id = textOf(destination) ?? '';
  if (parts.get(part)?.has(id)) return { kind: 'name', name: joinedName(part, id) };
  return { kind: 'dead', target: `#${id}` };
}

function uriTarget(uri: string, { origin, parts }: Directory): Target {
  if (uri !== origin && !uri.startsWith(`${origin}/`)) return { kind: 'other', address: uri };
  const [path = '', fragment] = uri.slice(origin.length + 1).split('#', 2);
  const part = parts.get(path);
  if (part === undefined) return { kind: 'dead', target: uri };
  // `part#` means the same as `part`.
  if (fragment === undefined || fragment === '') return { kind: 'name', name: joinedName(path) };
  // The browser writes an id as it stands, or escaped where an address must have it so.
  const id = [fragment, decoded(fragment)].find((candidate) => part.has(candidate));
  return id === undefined ? { kind: 'dead', target: uri } : { kind: 'name', name: joinedName(path, id) };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Whether an annotation is a link. */
export function isLink(annotation: PDFDict): boolean {
  return annotation.get(name('Subtype')) === name('Link');
}
