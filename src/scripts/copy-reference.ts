// Puts a button beside each numbered paragraph and each heading of a paper or of minutes, which copies what it is called and its
// address. Its sign is drawn by the style, so that the words of the text stay what they are.
import { makeElement } from './elements.ts';

const main = document.querySelector<HTMLElement>('main[data-reference]');
const said = document.querySelector('#copied');

/** Whether the browser took the text; on a site that is not reached safely it has no clipboard at all. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What a place in the text is called: its paragraph number, or the words of its heading. */
function nameOf(place: HTMLElement): string {
  const number = place.querySelector('.paragraph-number')?.textContent;
  return number === undefined ? `“${place.textContent}”` : `paragraph ${number}`;
}

for (const place of main?.querySelectorAll<HTMLElement>('.prose :is(h2, h3, h4)[id], .prose .numbered[id]') ?? []) {
  const name = nameOf(place);
  const button = makeElement('button', {
    type: 'button',
    class: 'copy-reference',
    title: 'Copy a reference',
    'aria-label': `Copy a reference to ${name}`,
  });
  button.addEventListener('click', async () => {
    const address = new URL(`#${place.id}`, location.href);
    const copied = await copy(`${main?.dataset.reference}, ${name}: ${address}`);
    if (said !== null) said.textContent = copied ? `Copied: ${name}` : 'This browser did not allow it to be copied.';
    button.classList.toggle('is-copied', copied);
  });
  place.append(' ', button);
}
