import type { Library } from '../library/library.ts';
import { find, type Shelf } from '../library/shelf.ts';
import { type Body, readBody } from '../markdown/body.ts';
import type { AgendaItem } from '../records/meeting.ts';
import type { Entry } from '../records/read-records.ts';
import { minutesSections } from './minutes-sections.ts';

/**
 * The library as the public may have it: whatever belongs to an item that was taken in private is taken out, not hidden, so
 * that no page or pack made of it can show it. The item itself stays, with why, from whom and until when it is withheld.
 * Source: Local Government Act 1972, section 100C(2): minutes that leave out exempt matter carry a summary instead.
 */
export function forPublic(library: Library): Library {
  const isPrivate = ({ meeting, data }: { meeting: string; data: { item: string } }): boolean =>
    privateItems(library, meeting).has(data.item);
  const isOpen = (block: { meeting: string; data: { item: string } }): boolean => !isPrivate(block);
  const actions = filterShelf(library.actions, isOpen);
  const decisions = filterShelf(library.decisions, isOpen);
  const hidden = new Set(Object.keys(library.actions).filter((reference) => find(actions, reference) === undefined));
  const papers = new Set(
    Object.values(library.meetings).flatMap(({ id, data }) =>
      data.items.flatMap((item) =>
        item.private !== undefined && item.paper !== undefined ? `${id}/${item.paper}` : [],
      ),
    ),
  );
  return {
    ...library,
    meetings: mapShelf(library.meetings, (meeting) => ({
      ...meeting,
      data: { ...meeting.data, items: meeting.data.items.map(withoutPrivate) },
    })),
    minutes: mapShelf(library.minutes, (minutes) => publicMinutes(library, minutes, hidden)),
    papers: filterShelf(library.papers, ({ id }) => !papers.has(id)),
    briefs: {},
    decisions,
    actions: mapShelf(actions, (action) => {
      const { decision, ...data } = action.data;
      return find(decisions, decision) === undefined ? { ...action, data } : action;
    }),
    updates: library.updates.filter(({ reference }) => !hidden.has(reference)),
    interests: library.interests.filter(isOpen),
    approvals: library.approvals.filter(isOpen),
    corrections: library.corrections.filter(isOpen),
  };
}

/** The numbers of the items of a meeting that are taken in private. */
export function privateItems(library: Library, meeting: string): ReadonlySet<string> {
  const items = find(library.meetings, meeting)?.data.items ?? [];
  return new Set(items.flatMap((item) => (item.private === undefined ? [] : item.number)));
}

/** Why an item is withheld, as the public reads it. */
export function withheldWords({ reason, exemption, from, until }: NonNullable<AgendaItem['private']>): string {
  return `Taken in private: ${reason.replace(/\.$/, '')} (${exemption}). Withheld from ${from} until ${until}.`;
}

/** An item that is taken in private keeps its place and its title; what it is about goes. */
function withoutPrivate(item: AgendaItem): AgendaItem {
  if (item.private === undefined) return item;
  const { number, title, purpose, minutes } = item;
  return { number, title, purpose, minutes, private: item.private };
}

function publicMinutes(library: Library, minutes: Entry<'minutes'>, hidden: ReadonlySet<string>): Entry<'minutes'> {
  const { body, data } = minutes;
  const carried_forward = data.carried_forward.filter((reference) => !hidden.has(reference));
  if (body === null) return { ...minutes, data: { ...data, carried_forward } };
  return { ...minutes, body: publicBody(library, minutes, body, hidden), data: { ...data, carried_forward } };
}

/** The text with each private section reduced to its summary, and without the blocks on actions that are withheld. */
function publicBody(library: Library, minutes: Entry<'minutes'>, body: Body, hidden: ReadonlySet<string>): Body {
  const withheld = privateItems(library, minutes.id);
  const blocks = body.blocks.filter(({ name, reference }) => name === 'update' && hidden.has(reference));
  if (withheld.size === 0 && blocks.length === 0) return body;
  const gone = new Set(blocks.flatMap(({ line, lastLine }) => range(line, lastLine)));
  const instead = new Map<number, string>();
  const sections = minutesSections(minutes);
  // Where the minutes do not say which part is of a private item, no part of them can be shown.
  const found = new Set(sections.flatMap(({ items }) => items));
  const lost = [...withheld].filter((item) => !found.has(item));
  if (lost.length > 0) return readBody(lost.map((item) => publicWords(library, minutes, item)).join('\n\n'), body.line);
  const end = body.line + body.text.split('\n').length - 1;
  for (const [index, section] of sections.entries()) {
    const items = section.items.filter((item) => withheld.has(item));
    if (items.length === 0) continue;
    for (const line of range(section.itemsLine + 1, (sections[index + 1]?.line ?? end + 1) - 1)) gone.add(line);
    instead.set(section.itemsLine, items.map((item) => publicWords(library, minutes, item)).join('\n\n'));
  }
  const lines = body.text.split('\n').flatMap((text, index) => {
    const line = body.line + index;
    const words = instead.get(line);
    if (gone.has(line)) return [];
    return words === undefined ? [text] : [text, '', words, ''];
  });
  return readBody(lines.join('\n'), body.line);
}

function publicWords(library: Library, minutes: Entry<'minutes'>, number: string): string {
  const item = find(library.meetings, minutes.id)?.data.items.find((one) => one.number === number);
  const summary = minutes.data.summaries.find((one) => one.item === number)?.summary ?? '';
  return [item?.private === undefined ? '' : withheldWords(item.private), summary].filter(Boolean).join('\n\n');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function filterShelf<Value>(shelf: Shelf<Value>, keep: (value: Value) => boolean): Shelf<Value> {
  return Object.fromEntries(Object.entries(shelf).filter(([, value]) => keep(value)));
}

function mapShelf<Value>(shelf: Shelf<Value>, change: (value: Value) => Value): Shelf<Value> {
  return Object.fromEntries(Object.entries(shelf).map(([id, value]) => [id, change(value)]));
}
