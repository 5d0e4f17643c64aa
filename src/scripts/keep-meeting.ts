import { counted } from '../registers/counted.ts';
import { fileSize } from '../views/words.ts';
import { makeButton, makeElement } from './elements.ts';
import { collectMeeting } from './keeping/collect.ts';
import { type KeptMeeting, keep, keptMeetings, keptPage, removeAll, removeMeeting } from './keeping/kept.ts';

const place = document.getElementById('keep-meeting');
// Without a worker nothing can be kept: in a browser that has none, on a site that is not reached safely, from files.
if (place !== null && 'serviceWorker' in navigator && 'caches' in globalThis) void offer(place);
else place?.remove();

/** Offers to keep the meeting of the page on the device, and to remove what is kept of it. */
async function offer(place: HTMLElement): Promise<void> {
  const meeting = { address: place.dataset.address ?? '', title: place.dataset.title ?? '' };
  const status = makeElement('p', { role: 'status', class: 'keep-status' });
  const keepButton = makeButton('govuk-button govuk-button--secondary', () => run('Keeping', keepIt));
  const removeButton = makeButton('govuk-button govuk-button--secondary', () => run('Removing', removeIt));
  removeButton.textContent = 'Remove it from this device';
  const list = makeElement('a', { href: keptPage }, 'Everything kept on this device');
  const listed = makeElement('p', {}, list);

  async function keepIt(): Promise<void> {
    await navigator.serviceWorker.register('/sw.js');
    const { own, common } = await collectMeeting(meeting.address, (files) => {
      status.textContent = `Keeping: ${counted(files, 'file')} so far`;
    });
    show(await keep(meeting, own, common));
  }

  async function removeIt(): Promise<void> {
    await removeMeeting(meeting.address);
    show(undefined);
    status.textContent = 'Removed from this device.';
  }

  async function run(doing: string, work: () => Promise<void>): Promise<void> {
    for (const one of [keepButton, removeButton]) one.disabled = true;
    status.textContent = `${doing}…`;
    try {
      await work();
    } catch (error) {
      // What began with this attempt ends with it.
      if ((await keptMeetings()).length === 0) await removeAll();
      status.textContent = 'That did not work. What was kept before is still there; try again with the network on.';
      console.error(error);
    } finally {
      for (const one of [keepButton, removeButton]) one.disabled = false;
    }
  }

  function show(kept: KeptMeeting | undefined): void {
    keepButton.textContent = kept === undefined ? 'Keep this meeting on this device' : 'Update what is kept';
    status.textContent = kept === undefined ? '' : keptWords(kept);
    removeButton.hidden = kept === undefined;
    listed.hidden = kept === undefined;
  }

  const kept = await keptMeetings().catch(() => undefined);
  // A store that cannot be read, as in some private windows, cannot be written to either.
  if (kept === undefined) {
    place.remove();
    return;
  }
  show(kept.find(({ address }) => address === meeting.address));
  place.append(keepButton, removeButton, status, listed);
}

function keptWords({ files, bytes }: KeptMeeting): string {
  return `Kept on this device, readable with no network: ${counted(files, 'file')}, ${fileSize(bytes)}.`;
}
