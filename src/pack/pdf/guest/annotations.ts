import { type PDFArray, type PDFContext, PDFDict, PDFNull, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { annotationsOf } from '../annotations.ts';
import { type Destination, explicitOf } from '../destinations.ts';
import type { LoadedPdf } from '../load.ts';
import { type Matrix, matrixOf, multiply } from '../matrix.ts';
import {
  arrayOf,
  dictAt,
  dictOf,
  entry,
  name,
  nameAt,
  number,
  numberAt,
  resolve,
  text,
  textAt,
  textOf,
} from '../objects.ts';
import { edges, moved, movedBox, numbersAt, type Place } from './place.ts';

/** A link of a page as it will be: it stays within the file, or leads to an address of the web. */
export interface GuestLink {
  /** As elements of the structure speak of it; undefined where none can. */
  readonly source: PDFRef | undefined;
  readonly ref: PDFRef;
}

/** What an annotation draws on its page, to be drawn by the page itself: a filled field, a stamp, a line under words. */
export interface GuestDrawing {
  readonly source: PDFRef | undefined;
  /** A form XObject. */
  readonly form: PDFRef;
  readonly matrix: Matrix;
  /** Whether it is a field of a form, and so is read, not only seen. */
  readonly isField: boolean;
  /** What it says of itself in words. */
  readonly words: string;
}

export interface GuestAnnotations {
  readonly links: readonly GuestLink[];
  readonly drawings: readonly GuestDrawing[];
  /** What was left out, in words, one for each annotation. */
  readonly left: readonly ('link' | 'comment' | 'field')[];
}

/** What a file is to its annotations: where its pages come to stand, and how they are called. */
export interface Surroundings {
  readonly loaded: LoadedPdf;
  readonly places: readonly Place[];
  readonly destinations: ReadonlyMap<string, Destination>;
  /** E.g. `Annex 2`. */
  readonly called: string;
}

/** Attached files, sound, films and comments, which paper cannot show, and boxes that open on a screen. */
const unprintable = new Set('Popup Text FileAttachment Sound Movie Screen 3D RichMedia PrinterMark TrapNet'.split(' '));

/**
 * Reads the annotations of a page: links are written anew, with nothing in them but their place and where they lead; what
 * others draw is drawn by the page. Nothing that runs, opens a file or sends a form is left (ISO 32000-1 12.6.4).
 */
export function guestAnnotations(around: Surroundings, index: number): GuestAnnotations {
  const { context, pages } = around.loaded;
  const page = pages[index];
  const links: GuestLink[] = [];
  const drawings: GuestDrawing[] = [];
  const left: ('link' | 'comment' | 'field')[] = [];
  for (const { source, dict } of page === undefined ? [] : annotationsOf(context, page)) {
    const flags = numberAt(context, dict, 'F') ?? 0;
    // Hidden, or not for the eye: bits 2 and 6 of 12.5.3.
    if ((flags & 0b100010) !== 0) continue;
    const kind = nameAt(context, dict, 'Subtype') ?? '';
    if (kind === 'Link') {
      const link = guestLink(around, index, dict);
      if (link === undefined) left.push('link');
      else links.push({ source, ref: context.register(link) });
    } else if (unprintable.has(kind)) {
      if (kind !== 'Popup') left.push('comment');
    } else {
      const drawing = drawn(context, dict);
      if (drawing !== undefined) drawings.push({ ...drawing, source, isField: kind === 'Widget' });
      else if (kind === 'Widget' && hasValue(context, dict)) left.push('field');
    }
  }
  return { links, drawings, left };
}

function guestLink(around: Surroundings, index: number, dict: PDFDict): PDFDict | undefined {
  const { context } = around.loaded;
  const box = edges(context, dict, 'Rect');
  const place = around.places[index];
  if (box === undefined || place === undefined) return undefined;
  const leads = leadsTo(around, dict);
  if (leads === undefined) return undefined;
  const points = numbersAt(context, dict, 'QuadPoints');
  const quads = Array.from({ length: points.length >> 1 }, (_, at) =>
    moved(place.matrix, points[2 * at] ?? 0, points[2 * at + 1] ?? 0),
  );
  const said = textAt(context, dict, 'Contents')?.trim();
  return dictOf(context, {
    Type: name('Annot'),
    Subtype: name('Link'),
    Rect: arrayOf(context, movedBox(place.matrix, box).map(rounded)),
    QuadPoints: quads.length >= 4 ? arrayOf(context, quads.flat().map(rounded)) : undefined,
    Border: arrayOf(context, [0, 0, 0].map(number)),
    // Bit 3: it stands in print too, as ISO 19005 asks.
    F: number(4),
    Contents: said
      ? text(said)
      : leads.page === undefined
        ? undefined
        : text(`${around.called}, page ${leads.page + 1}`),
    ...leads.entries,
  });
}

interface Leads {
  readonly entries: { readonly A?: PDFDict; readonly Dest?: PDFArray };
  readonly page?: number;
}

function leadsTo(around: Surroundings, dict: PDFDict): Leads | undefined {
  const { context } = around.loaded;
  const action = dictAt(context, dict, 'A');
  const kind = action && nameAt(context, action, 'S');
  if (action !== undefined && kind === 'URI') {
    const address = textAt(context, action, 'URI') ?? '';
    if (!isWebAddress(address)) return undefined;
    return { entries: { A: dictOf(context, { S: name('URI'), URI: text(address) }) } };
  }
  if (action !== undefined && kind !== 'GoTo') return undefined;
  const to = action === undefined ? entry(context, dict, 'Dest') : entry(context, action, 'D');
  if (to === undefined) return undefined;
  const named = textOf(to);
  const explicit = named === undefined ? explicitOf(context, to) : around.destinations.get(named)?.explicit;
  const page = explicit?.get(0);
  const index = around.loaded.pages.findIndex(({ ref }) => ref === page);
  const place = around.places[index];
  if (explicit === undefined || !(page instanceof PDFRef) || place === undefined) return undefined;
  return { entries: { Dest: arrayOf(context, [page, ...view(context, explicit, place)]) }, page: index };
}

/** Addresses of the web and of mail; those that end in `.invalid` lead nowhere (RFC 6761), and may mean something here. */
function isWebAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^(?:https?|mailto):$/.test(url.protocol) && !/(?:^|\.)invalid$/i.test(url.hostname);
}

/** Where on its page a destination leads, once the page stands elsewhere: to its place at the top left, or to all of it. */
function view(context: PDFContext, explicit: PDFArray, { matrix, shown: [x, y, , height] }: Place) {
  const kind = textOf(resolve(context, explicit.get(1)));
  // What is left out, or null, stays as it is on the screen: here, the edge of the page.
  const [first, second, , fourth] = explicit
    .asArray()
    .slice(2)
    .map((item) => {
      const value = resolve(context, item);
      return value instanceof PDFNumber ? value.asNumber() : undefined;
    });
  const top = y + height;
  if (kind === 'XYZ') return point(moved(matrix, first ?? x, second ?? top));
  if (kind === 'FitH' || kind === 'FitBH') return point(moved(matrix, x, first ?? top));
  if (kind === 'FitV' || kind === 'FitBV') return point(moved(matrix, first ?? x, top));
  if (kind === 'FitR') return point(moved(matrix, first ?? x, fourth ?? top));
  return point(moved(matrix, x, top));

  function point([left, top]: [number, number]) {
    return [name('XYZ'), rounded(left), rounded(top), PDFNull];
  }
}

function rounded(value: number) {
  return number(Number(value.toFixed(3)));
}

/** The appearance of an annotation, and where it draws that (ISO 32000-1 12.5.5, algorithm 8.1). */
function drawn(context: PDFContext, dict: PDFDict): Pick<GuestDrawing, 'form' | 'matrix' | 'words'> | undefined {
  const appearances = dictAt(context, dict, 'AP');
  const raw = appearances?.get(name('N'));
  const state = nameAt(context, dict, 'AS');
  const normal = resolve(context, raw);
  const form = normal instanceof PDFDict ? normal.get(name(state ?? 'Off')) : raw;
  const stream = resolve(context, form);
  const box = edges(context, dict, 'Rect');
  if (!(form instanceof PDFRef) || !(stream instanceof PDFRawStream) || box === undefined) return undefined;
  const bounds = edges(context, stream.dict, 'BBox');
  const own = matrixOf(numbersAt(context, stream.dict, 'Matrix'));
  if (bounds === undefined) return undefined;
  const [left, bottom, right, top] = movedBox(own, bounds);
  if (right <= left || top <= bottom) return undefined;
  const [sx, sy] = [(box[2] - box[0]) / (right - left), (box[3] - box[1]) / (top - bottom)];
  stream.dict.set(name('Subtype'), name('Form'));
  stream.dict.set(name('Type'), name('XObject'));
  const matrix = multiply([1, 0, 0, 1, -left, -bottom], [sx, 0, 0, sy, box[0], box[1]]);
  return { form, matrix, words: (textAt(context, dict, 'Contents') ?? textAt(context, dict, 'TU') ?? '').trim() };
}

/** Whether a field has been filled in; its value may stand with the field that it is a part of. */
function hasValue(context: PDFContext, field: PDFDict): boolean {
  const seen = new Set<PDFDict>();
  let at: PDFDict | undefined = field;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    if ((textAt(context, at, 'V') ?? '') !== '' && nameAt(context, at, 'V') !== 'Off') return true;
    at = dictAt(context, at, 'Parent');
  }
  return false;
}
