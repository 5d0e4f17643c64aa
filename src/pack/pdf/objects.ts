import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const names = new Map<string, PDFName>();
const texts = new Map<PDFName, string>();

/** The name object `/text`. The library looks for escapes in it each time, and a pack asks for millions. */
export function name(text: string): PDFName {
  const known = names.get(text);
  if (known !== undefined) return known;
  const made = PDFName.of(text);
  names.set(text, made);
  return made;
}

/** The text of a name, without its slash. */
function nameText(given: PDFName): string {
  const known = texts.get(given);
  if (known !== undefined) return known;
  const text = given.decodeText();
  texts.set(given, text);
  return text;
}

/** The object itself where `object` is a reference to one. */
export function resolve(context: PDFContext, object: PDFObject | undefined): PDFObject | undefined {
  return object instanceof PDFRef ? context.lookup(object) : object;
}

/** What `key` of `dict` holds, references followed. */
export function entry(context: PDFContext, dict: PDFDict, key: string): PDFObject | undefined {
  return resolve(context, dict.get(name(key)));
}

/** The dictionary at `key`; undefined where there is none or another kind of object. A stream gives its dictionary. */
export function dictAt(context: PDFContext, dict: PDFDict, key: string): PDFDict | undefined {
  return asDict(entry(context, dict, key));
}

/** `object` as a dictionary, if it is one or a stream, which has one. */
export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFRawStream) return object.dict;
  return object instanceof PDFDict ? object : undefined;
}

/** What the array at `key` holds, references not followed; a single object counts as an array of one. */
export function listAt(context: PDFContext, dict: PDFDict, key: string): PDFObject[] {
  const raw = dict.get(name(key));
  const value = resolve(context, raw);
  if (value instanceof PDFArray) return value.asArray();
  return raw === undefined || value === undefined ? [] : [raw];
}

/** The number at `key`. */
export function numberAt(context: PDFContext, dict: PDFDict, key: string): number | undefined {
  const value = entry(context, dict, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** The name at `key`, without its slash. */
export function nameAt(context: PDFContext, dict: PDFDict, key: string): string | undefined {
  const value = entry(context, dict, key);
  return value instanceof PDFName ? nameText(value) : undefined;
}

/** The text of a string or name object. */
export function textOf(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFName) return nameText(object);
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  return undefined;
}

/** The text at `key`. */
export function textAt(context: PDFContext, dict: PDFDict, key: string): string | undefined {
  return textOf(entry(context, dict, key));
}

/** A text string (ISO 32000-1 7.9.2.2): readable where plain ASCII will do, otherwise UTF-16 with its mark. */
export function text(value: string): PDFString | PDFHexString {
  return /^[\x20-\x7e]*$/.test(value)
    ? PDFString.of(value.replace(/[\\()]/g, (special) => `\\${special}`))
    : PDFHexString.fromText(value);
}

/** A dictionary that belongs to `context`, with the given entries; those undefined are left out. */
export function dictOf(context: PDFContext, entries: Readonly<Record<string, PDFObject | undefined>>): PDFDict {
  const dict = PDFDict.withContext(context);
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) dict.set(name(key), value);
  return dict;
}

/** An array that belongs to `context`. */
export function arrayOf(context: PDFContext, items: Iterable<PDFObject>): PDFArray {
  const array = PDFArray.withContext(context);
  for (const item of items) array.push(item);
  return array;
}

/** The number object for `value`. */
export const number = (value: number): PDFNumber => PDFNumber.of(value);
