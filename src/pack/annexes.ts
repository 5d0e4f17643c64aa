import { countWords } from '../registers/reading.ts';
import { sha256 } from '../source/sha256.ts';
import { type AnnexTable, readAnnexTable } from './annex-table.ts';
import { cachedGuest } from './guest-cache.ts';
import { type Paper, pagePoints } from './paper.ts';
import type { PackTools, SetPart } from './parts.ts';
import type { Guest } from './pdf/guest.ts';
import type { PackPlan, PlannedPart } from './plan.ts';
import { type PartFault, TypesetError } from './typeset/typeset-error.ts';

/** The annexes of packs that are data or pages of their own, read; each by the name of its pack and its own, `pack/part`. */
export interface ReadAnnexes {
  readonly tables: ReadonlyMap<string, AnnexTable>;
  readonly pdfs: ReadonlyMap<string, GivenPages>;
}

/** An annex that is a PDF, and the digest of the file that was given. */
export interface GivenPages {
  readonly guest: Guest;
  readonly sha256: string;
}

/**
 * What is free of the edges of a page, in points: those end 16 mm below the top, begin 16 mm above the foot, and the word DRAFT
 * stands in the 16 mm on the right.
 */
const margins = { top: 57, right: 48, bottom: 54, left: 48 };

/**
 * Reads the annexes of packs, one after the other: a library may have more of them than memory holds.
 *
 * @throws {TypesetError} naming every file that cannot be printed, and why
 */
export async function readAnnexes(
  plans: readonly PackPlan[],
  { readAsset, typeset }: PackTools,
  paper: Paper,
): Promise<ReadAnnexes> {
  const tables = new Map<string, AnnexTable>();
  const pdfs = new Map<string, GivenPages>();
  const faults: PartFault[] = [];
  for (const { name, parts } of plans) {
    for (const part of parts) {
      if (part.subject.kind !== 'annex') continue;
      const { path, form } = part.subject.annex;
      if (form !== 'table' && form !== 'pdf') continue;
      const id = `${name}/${part.id}`;
      try {
        const bytes = await readAsset(path);
        if (form === 'table') tables.set(id, readAnnexTable(bytes));
        else {
          const guest = await cachedGuest(bytes, guestOptions(part, paper), typeset.cache);
          pdfs.set(id, { guest, sha256: sha256(bytes) });
        }
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        faults.push({ part: id, message: `The annex ${path} cannot be printed. ${error.message}` });
      }
    }
  }
  if (faults.length > 0) throw new TypesetError(faults);
  return { tables, pdfs };
}

function guestOptions({ reference }: PlannedPart, paper: Paper) {
  return { sheet: { ...pagePoints(paper), margins }, called: reference.slice(reference.indexOf('Annex')) };
}

/** An annex that is a PDF, as a part that has been set. */
export function givenPart(part: PlannedPart, id: string, { guest, sha256 }: GivenPages): SetPart {
  const { annexOf, reference, title, flag, isDraft, series } = part;
  const { pdf, pages, sizes, notes, bookmarks, text } = guest;
  // Its text is not shown on screen, so that no place in it is wanted.
  const starts = sizes.map(() => ({ at: 0, words: '' }));
  const set = { id, pdf, pages, sizes, engine: 'given' as const, destinations: {}, starts, notes };
  return {
    id: part.id,
    annexOf,
    reference,
    title,
    flag,
    isDraft,
    ...(series !== undefined && { series }),
    sha256,
    words: countWords(text),
    set,
    bookmarks,
  };
}
