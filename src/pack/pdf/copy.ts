import { createHash } from 'node:crypto';
import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { name } from './objects.ts';

/** Objects of the joined file by the digest of all they consist of. */
export type Shared = Map<string, PDFRef>;

export interface Copier {
  /** Copies an object and all it refers to. */
  copy(object: PDFObject): PDFObject;
  /**
   * The same for what pages show with: fonts, images and other resources. Where the joined file already has one with the
   * very same content, whichever part it came from, that one is used.
   */
  copyShared(object: PDFObject): PDFObject;
  /** Where an object of the source is, or will be, in the joined file. */
  refs: Map<PDFRef, PDFRef>;
}

/** Copies from `source` to `target`, giving numbers in the order in which objects are first met. */
export function copier(source: PDFContext, target: PDFContext, shared: Shared): Copier {
  const refs = new Map<PDFRef, PDFRef>();
  const digests = new Map<PDFRef, string>();

  function copy(object: PDFObject, sharing: boolean): PDFObject {
    if (object instanceof PDFRef) return copyRef(object, sharing);
    if (object instanceof PDFArray) {
      const array = PDFArray.withContext(target);
      for (const item of object.asArray()) array.push(copy(item, sharing));
      return array;
    }
    if (object instanceof PDFDict) return copyDict(object, sharing);
    if (object instanceof PDFRawStream) {
      // The writer states the length itself. The source is not used afterwards, so the bytes need no copy.
      object.dict.delete(name('Length'));
      return PDFRawStream.of(copyDict(object.dict, sharing), object.contents);
    }
    return object;
  }

  function copyDict(object: PDFDict, sharing: boolean): PDFDict {
    const dict = PDFDict.withContext(target);
    for (const [key, value] of object.entries()) dict.set(key, copy(value, sharing));
    return dict;
  }

  function copyRef(ref: PDFRef, sharing: boolean): PDFObject {
    const known = refs.get(ref);
    if (known !== undefined) return known;
    const object = source.lookup(ref);
    // ISO 32000-1 7.3.10: a reference to nothing is the null object.
    if (object === undefined) return target.obj(null);
    const digest = sharing ? digestOf(ref, new Set()) : undefined;
    const same = digest === undefined ? undefined : shared.get(digest);
    if (same !== undefined) {
      refs.set(ref, same);
      return same;
    }
    const made = target.nextRef();
    refs.set(ref, made);
    if (digest !== undefined) shared.set(digest, made);
    target.assign(made, copy(object, sharing));
    return made;
  }

  /** Digest of an object and all below it; undefined for a ring, which resources do not form, and so is not shared. */
  function digestOf(ref: PDFRef, above: Set<PDFRef>): string | undefined {
    const known = digests.get(ref);
    if (known !== undefined) return known;
    if (above.has(ref) || refs.has(ref)) return undefined;
    above.add(ref);
    const hash = createHash('sha256');
    const whole = feed(source.lookup(ref), above, (piece) => hash.update(piece));
    above.delete(ref);
    if (!whole) return undefined;
    const digest = hash.digest('base64');
    digests.set(ref, digest);
    return digest;
  }

  function feed(object: PDFObject | undefined, above: Set<PDFRef>, add: (piece: string | Uint8Array) => void): boolean {
    if (object instanceof PDFRef) {
      const digest = digestOf(object, above);
      add(`R${digest} `);
      return digest !== undefined;
    }
    if (object instanceof PDFArray) {
      add('[ ');
      const whole = object.asArray().every((item) => feed(item, above, add));
      add('] ');
      return whole;
    }
    if (object instanceof PDFRawStream) {
      // The length follows from the content, and may be written as a reference to anywhere.
      const whole = feedDict(object.dict, above, add, 'Length');
      add(`stream ${object.contents.length} `);
      add(object.contents);
      return whole;
    }
    if (object instanceof PDFDict) return feedDict(object, above, add);
    add(`${object} `);
    return true;
  }

  function feedDict(
    dict: PDFDict,
    above: Set<PDFRef>,
    add: (piece: string | Uint8Array) => void,
    but?: string,
  ): boolean {
    add('<< ');
    const whole = dict.entries().every(([key, value]) => {
      if (key.asString() === `/${but}`) return true;
      add(`${key} `);
      return feed(value, above, add);
    });
    add('>> ');
    return whole;
  }

  return { refs, copy: (object) => copy(object, false), copyShared: (object) => copy(object, true) };
}
