import { download } from '../download.ts';
import { goTo, need } from '../elements.ts';
import { readStored, store } from '../storage.ts';
import { isSameNote, mergeNotes, type Note, notesMarkdown, notesText, readNotes } from './note.ts';
import { askToWipe, type Choice, editNote } from './note-editor.ts';
import { listNotes } from './note-list.ts';
import { paint, unpaint } from './paint.ts';
import { readPlaces } from './places.ts';
import { addSectionButtons } from './section-buttons.ts';
import { startSelectionBar } from './selection-bar.ts';

/** Notes and highlights of one meeting, kept on this device. */
export function startNotes(): void {
  const section = need('#your-notes', HTMLElement);
  const reading = need('.reading', HTMLElement);
  const { meeting = '', name = '' } = section.dataset;
  const keptName = `notes:${meeting}`;
  const parts = [...reading.querySelectorAll<HTMLElement>('.reading-part')];
  const status = need('[data-notes-status]', HTMLElement, section);
  const readKeptNotes = (): readonly Note[] => {
    const text = readStored(keptName);
    if (text === undefined) return [];
    const read = readNotes(text);
    // What a later version of this page wrote, or something else: it is put aside, not written over.
    if (read === undefined) store(`${keptName}:unread`, text);
    return read?.notes ?? [];
  };
  let notes = readKeptNotes();

  function show(): void {
    unpaint();
    const places = readPlaces(parts);
    const placed = notes.map((note) => ({ note, range: places.find(note) }));
    listNotes(placed, { edit: (note) => void edit(note), remove });
    paint(
      placed.flatMap(({ note, range }) =>
        range === undefined ? [] : { range, kind: note.words === '' ? ('highlight' as const) : ('note' as const) },
      ),
    );
  }

  function set(changed: readonly Note[], said: string): void {
    notes = changed;
    const isKept = store(keptName, notes.length === 0 ? undefined : notesText({ meeting, notes }));
    // Of what is not kept the reader hears wherever they are: the bar is always in view.
    status.textContent = isKept ? said : '';
    need('[data-notes-warning]', HTMLElement).textContent = isKept
      ? ''
      : 'Your notes could not be kept on this device. Export them before you leave this page.';
    show();
  }

  async function add(choices: readonly Choice[]): Promise<void> {
    if (choices.length === 0) return;
    const edited = await editNote(choices, true);
    if (edited.kind === 'saved') set(mergeNotes(notes, [edited.note]), 'The note is kept on this device.');
  }

  async function edit(note: Note): Promise<void> {
    const edited = await editNote([{ label: note.called, note }], false);
    if (edited.kind === 'deleted') remove(note);
    if (edited.kind !== 'saved') return;
    // Another window may have taken it away meanwhile; what was written is kept all the same.
    const others = notes.filter((one) => !isSameNote(one, note));
    set(mergeNotes(others, [edited.note]), 'The note is kept on this device.');
  }

  function remove(note: Note): void {
    set(
      notes.filter((one) => !isSameNote(one, note)),
      'The note was deleted.',
    );
    goTo(need('h2', HTMLElement, section));
  }

  startSelectionBar(reading, {
    highlight(range) {
      const marked = readPlaces(parts).notesOf(range);
      getSelection()?.removeAllRanges();
      if (marked.length > 0) set(mergeNotes(notes, marked), 'The highlight is kept on this device.');
    },
    note(range) {
      void add(
        readPlaces(parts)
          .notesOf(range)
          .map((note) => ({ label: note.called, note })),
      );
    },
  });
  for (const part of parts) {
    addSectionButtons(part, (blocks) => {
      const places = readPlaces(parts);
      const choices = blocks.flatMap((block): Choice[] => {
        const range = document.createRange();
        range.selectNodeContents(block);
        return places.notesOf(range).map((note) => ({ label: shorten(note.quote), note }));
      });
      void add(choices);
    });
  }
  startExchange();
  const isPrinted = need('#print-notes', HTMLInputElement, section);
  // A browser may remember that it was chosen.
  isPrinted.checked = false;
  isPrinted.addEventListener('change', () => document.body.classList.toggle('print-notes', isPrinted.checked));
  // Another window of the same browser may have changed them.
  addEventListener('storage', ({ key }) => {
    if (key !== keptName) return;
    notes = readKeptNotes();
    show();
  });
  section.hidden = false;
  need('[data-notes-link]', HTMLElement).hidden = false;
  show();
  if (location.hash === `#${section.id}`) section.scrollIntoView();

  function startExchange(): void {
    const file = `notes-${meeting.replace('/', '-')}`;
    const on = (action: string, act: () => void): void =>
      need(`[data-notes-${action}]`, HTMLButtonElement, section).addEventListener('click', act);
    on('markdown', () => download(`${file}.md`, 'text/markdown', notesMarkdown(name, { meeting, notes })));
    on('json', () => download(`${file}.json`, 'application/json', `${notesText({ meeting, notes })}\n`));
    on('wipe', async () => {
      if (!(await askToWipe(notes.length))) return;
      set([], 'All notes of this meeting were deleted from this device.');
      goTo(need('h2', HTMLElement, section));
    });
    const chosen = need('#notes-import', HTMLInputElement, section);
    chosen.addEventListener('change', async () => {
      const text = await chosen.files?.[0]?.text();
      chosen.value = '';
      if (text !== undefined) bringIn(text);
    });
  }

  function bringIn(text: string): void {
    const read = readNotes(text);
    if (read === undefined) {
      status.textContent = 'That file holds no notes. Choose one that was exported from a page such as this.';
      return;
    }
    if (read.meeting !== meeting) {
      status.textContent = `Those are notes of another meeting, ${read.meeting}. Open its page and bring them in there.`;
      return;
    }
    const merged = mergeNotes(notes, read.notes);
    const added = merged.length - notes.length;
    set(merged, `${added} of the ${read.notes.length} notes in the file were added; the others were here already.`);
  }
}

function shorten(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
