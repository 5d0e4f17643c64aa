import { findExactly, findQuote } from './find-quote.ts';
import type { Note } from './note.ts';
import { type PartText, readPartText } from './part-text.ts';

/** How much of what stands around a quotation is kept with it. */
const around = 40;
/** Words that are looked for in other parts too are long enough to stand in few. */
const telling = 24;

/** The parts of the page and what they say, read when they are first asked for. */
export interface Places {
  /** What a reader marked: of each part what the range holds of its words. */
  notesOf(range: Range): Note[];
  /** Where something that was marked stands now. */
  find(note: Note): Range | undefined;
}

/** Reads the parts of a page as they are now. */
export function readPlaces(parts: readonly HTMLElement[]): Places {
  const texts = new Map<HTMLElement, PartText>();
  const textOf = (part: HTMLElement): PartText => {
    const text = texts.get(part) ?? readPartText(part);
    texts.set(part, text);
    return text;
  };

  return {
    notesOf(range) {
      return parts.flatMap((part) => {
        if (!range.intersectsNode(part)) return [];
        const text = textOf(part);
        const stretch = text.stretchOf(range);
        if (stretch === undefined) return [];
        const { start, end } = stretch;
        return {
          part: part.dataset.source ?? '',
          called: part.dataset.called ?? '',
          near: anchorBefore(part, text.rangeOf(stretch)),
          quote: text.text.slice(start, end),
          before: text.text.slice(Math.max(0, start - around), start),
          after: text.text.slice(end, end + around),
          words: '',
        };
      });
    },
    find(note) {
      const own = parts.find(({ dataset }) => dataset.source === note.part);
      if (own !== undefined) {
        const text = textOf(own);
        const near = note.near === '' ? null : document.getElementById(`${own.id}-${note.near}`);
        const found = findQuote(text.text, note, near === null ? 0 : text.startOf(near));
        if (found !== undefined) return text.rangeOf(found);
      }
      if (note.quote.length < telling) return undefined;
      for (const part of parts) {
        const found = findExactly(textOf(part).text, note);
        if (found !== undefined) return textOf(part).rangeOf(found);
      }
      return undefined;
    },
  };
}

/** The last anchor of a part above a place, without the name of the part, which may change. */
function anchorBefore(part: HTMLElement, { startContainer }: Range): string {
  const anchors = [...part.querySelectorAll('[id]')].filter(({ id }) => id.startsWith(`${part.id}-`));
  const last = anchors.findLast(
    (one) => (one.compareDocumentPosition(startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return last?.id.slice(part.id.length + 1) ?? '';
}
