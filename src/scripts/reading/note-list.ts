import { goTo, makeButton, makeElement, need } from '../elements.ts';
import type { Note } from './note.ts';

/** A note and where it stands; undefined where its words are not to be found any more. */
export interface PlacedNote {
  readonly note: Note;
  readonly range: Range | undefined;
}

/** What can be done with a note in the list. */
export interface OnNote {
  readonly edit: (note: Note) => void;
  readonly remove: (note: Note) => void;
}

const longest = 240;

/** Lists all notes: those that have a place in the order of the page, then those that have none. */
export function listNotes(notes: readonly PlacedNote[], on: OnNote): void {
  const section = need('#your-notes', HTMLElement);
  const placed = notes.flatMap(({ note, range }) => (range === undefined ? [] : { note, range }));
  placed.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
  const lost = notes.filter(({ range }) => range === undefined);
  need('[data-notes-placed]', HTMLOListElement, section).replaceChildren(
    ...placed.map(({ note, range }) => makeElement('li', { class: 'note' }, linkTo(note, range), ...told(note, on))),
  );
  need('[data-notes-lost] ol', HTMLOListElement, section).replaceChildren(
    ...lost.map(({ note }) =>
      makeElement('li', { class: 'note' }, makeElement('p', { class: 'note-where' }, note.called), ...told(note, on)),
    ),
  );
  need('[data-notes-lost]', HTMLElement, section).hidden = lost.length === 0;
  need('[data-notes-none]', HTMLElement, section).hidden = notes.length > 0;
  need('[data-notes-some]', HTMLElement, section).hidden = notes.length === 0;
  need('[data-notes-link]', HTMLElement).textContent = `Your notes (${notes.length})`;
}

function linkTo({ called }: Note, range: Range): HTMLElement {
  const at = range.startContainer.parentElement;
  const part = at?.closest<HTMLElement>('.reading-part');
  const page = pageBefore(range);
  const link = makeElement(
    'a',
    {},
    [part?.dataset.called ?? called, page && `page ${page}`].filter(Boolean).join(', '),
  );
  link.href = `#${part?.id ?? ''}`;
  link.addEventListener('click', (event) => {
    const block = at?.closest<HTMLElement>('p, li, dd, td, th, h2, h3, h4, h5, h6') ?? part;
    if (!block) return;
    event.preventDefault();
    goTo(block, 'center');
  });
  return makeElement('p', { class: 'note-where' }, link);
}

function pageBefore(range: Range): string | undefined {
  const marks = [...document.querySelectorAll<HTMLElement>('.reading [data-page]')];
  const before = (mark: Node): boolean =>
    (mark.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return marks.findLast(before)?.dataset.page;
}

function told(note: Note, { edit, remove }: OnNote): HTMLElement[] {
  const { quote, words } = note;
  const shown = quote.length > longest ? `${quote.slice(0, longest)}…` : quote;
  const about = makeElement('span', { class: 'visually-hidden' }, ` “${quote.slice(0, 40)}”`);
  const change = makeButton('note-action', () => edit(note), words === '' ? 'Add words' : 'Edit');
  const away = makeButton('note-action', () => remove(note), 'Delete');
  change.append(about);
  away.append(about.cloneNode(true));
  return [
    makeElement('blockquote', {}, shown),
    ...(words === '' ? [] : [makeElement('p', { class: 'note-words' }, words)]),
    makeElement('p', { class: 'note-actions' }, change, ' ', away),
  ];
}
