import { counted } from '../registers/counted.ts';
import { fileSize } from '../views/words.ts';
import { makeButton, makeElement } from './elements.ts';
import { type KeptMeeting, keptMeetings, keptPage, removeAll, removeMeeting } from './keeping/kept.ts';

const missing = document.getElementById('kept-missing');
const list = document.getElementById('kept-list');
const status = document.getElementById('kept-status');
/** What the page says where nothing is kept. */
const none = status?.textContent ?? '';

// The worker shows this page at the address of one that is neither to be had nor kept.
if (missing !== null) missing.hidden = location.pathname === keptPage;
if (list !== null && status !== null && 'caches' in globalThis) void show(list, status);

/** Lists the meetings that are kept, each with how to remove it. */
async function show(list: HTMLElement, status: HTMLElement): Promise<void> {
  const meetings = await keptMeetings().catch((): KeptMeeting[] => []);
  const bytes = meetings.reduce((sum, meeting) => sum + meeting.bytes, 0);
  status.textContent =
    meetings.length === 0 ? none : `${counted(meetings.length, 'meeting')}, ${fileSize(bytes)} at most.`;
  const after = async (removing: Promise<void>): Promise<void> => {
    await removing;
    await show(list, status);
    // The button that was pressed is gone.
    status.focus();
  };
  const items = meetings.map(({ address, title, files, bytes: own }) =>
    makeElement(
      'li',
      {},
      makeElement('a', { href: address }, title),
      makeElement('span', {}, ` ${counted(files, 'file')}, ${fileSize(own)} `),
      button('Remove', ` ${title}`, () => after(removeMeeting(address))),
    ),
  );
  const all = makeElement(
    'li',
    {},
    button('Remove everything', '', () => after(removeAll())),
  );
  list.replaceChildren(...items, ...(items.length > 1 ? [all] : []));
}

function button(words: string, more: string, onClick: () => Promise<void>): HTMLButtonElement {
  const hidden = makeElement('span', { class: 'visually-hidden' }, more);
  return makeButton('govuk-button govuk-button--secondary', () => void onClick(), words, hidden);
}
