// Marks in the list of what changed what was not in it when the reader was last here. Kept on the device, told to nobody.
import { makeElement } from './elements.ts';
import { readStored, store } from './storage.ts';

/** What was in the list at a visit. */
interface Visit {
  /** Time of the last page of it, in milliseconds. */
  readonly at: number;
  readonly names: readonly string[];
  /** What had been in the list at the visit before. */
  readonly before: readonly string[] | null;
}

/** After this long without a page, the next one is a new visit. */
const visitLength = 30 * 60_000;

function readVisit(): Visit | null {
  const kept = parsed(readStored('last-visit')) as Partial<Visit> | null;
  const isVisit = typeof kept?.at === 'number' && Array.isArray(kept.names);
  return isVisit ? { at: kept.at as number, names: kept.names as string[], before: kept.before ?? null } : null;
}

function parsed(text = 'null'): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const items = [...document.querySelectorAll<HTMLElement>('[data-change]')];
const status = document.querySelector('#changed-status');
const visit = readVisit();
const isSameVisit = visit !== null && Date.now() - visit.at < visitLength;
const before = isSameVisit ? visit.before : (visit?.names ?? null);
const names = items.map(({ dataset }) => dataset.change ?? '');
const isKept = store('last-visit', JSON.stringify({ at: Date.now(), names, before } satisfies Visit));

if (before !== null) {
  const known = new Set(before);
  const fresh = items.filter(({ dataset }) => !known.has(dataset.change ?? ''));
  for (const item of fresh) {
    item.prepend(makeElement('strong', { class: 'new-mark' }, 'New'), ' ');
  }
  if (status !== null) {
    status.textContent =
      fresh.length === 0
        ? 'Nothing has changed since your last visit on this device.'
        : `${fresh.length} of these ${fresh.length === 1 ? 'is' : 'are'} new since your last visit on this device.`;
  }
} else if (status !== null) {
  status.textContent = isKept
    ? 'When you come back, what is new will be marked. Your visit is noted on this device only.'
    : 'This browser keeps nothing for this site, so what is new since your last visit cannot be marked.';
}
