import { makeElement, need } from '../elements.ts';
import type { Note } from './note.ts';

/** Words that a note can be put beside, and what they are called in a list. */
export interface Choice {
  readonly label: string;
  readonly note: Note;
}

/** What became of a note that was edited. */
export type Edited =
  | { readonly kind: 'saved'; readonly note: Note }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'left' };

/**
 * Opens the window in which a note is written.
 *
 * @param choices what it can be put beside, the first chosen already
 * @param isNew whether there is nothing yet to delete
 */
export function editNote(choices: readonly Choice[], isNew: boolean): Promise<Edited> {
  const dialog = need('#note-editor', HTMLDialogElement);
  const form = need('form', HTMLFormElement, dialog);
  const place = need('#note-place', HTMLSelectElement, dialog);
  const quote = need('[data-note-quote]', HTMLElement, dialog);
  const words = need('#note-words', HTMLTextAreaElement, dialog);
  const chosen = (): Choice | undefined => choices[place.selectedIndex] ?? choices[0];
  place.replaceChildren(...choices.map(({ label }) => makeElement('option', {}, label)));
  need('[data-note-place]', HTMLElement, dialog).hidden = choices.length < 2;
  need('[value="delete"]', HTMLButtonElement, dialog).hidden = isNew;
  words.value = choices[0]?.note.words ?? '';
  const showQuote = (): void => {
    quote.textContent = chosen()?.note.quote ?? '';
  };
  place.onchange = showQuote;
  showQuote();
  dialog.returnValue = '';
  dialog.showModal();
  words.focus();
  form.onkeydown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      need('[value="save"]', HTMLButtonElement, dialog).click();
  };
  return new Promise((resolve) => {
    dialog.onclose = () => {
      const note = chosen()?.note;
      if (dialog.returnValue === 'delete') resolve({ kind: 'deleted' });
      else if (dialog.returnValue !== 'save' || note === undefined) resolve({ kind: 'left' });
      else resolve({ kind: 'saved', note: { ...note, words: words.value.trim() } });
    };
  });
}

/** Asks once whether everything is to be deleted. */
export function askToWipe(count: number): Promise<boolean> {
  const dialog = need('#notes-wipe', HTMLDialogElement);
  need('[data-wipe-count]', HTMLElement, dialog).textContent = count === 1 ? 'One note' : `All ${count} notes`;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === 'wipe');
  });
}
