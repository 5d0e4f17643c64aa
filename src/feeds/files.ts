import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { meetingsByBoard } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import { atomText } from './atom.ts';
import { calendarText } from './calendar.ts';
import { type CalendarEvent, calendarEvents } from './calendar-events.ts';
import { type NewsItem, newsOf, type PublishedPack } from './news.ts';

/** What the files of the organisation or of one board are made of. */
interface Scope {
  /** The id of the board; undefined for the whole organisation. */
  readonly board: string | undefined;
  readonly name: string;
  /** The page that the feed belongs to. */
  readonly page: string;
  readonly events: readonly CalendarEvent[];
  readonly news: readonly NewsItem[];
}

/**
 * Every calendar and feed by its address: those of the whole organisation and those of each board that has meetings. They
 * leave the site for readers that ask nobody who they are, so they are made of what the public may read.
 */
export function feedFiles(library: Library, packs: readonly PublishedPack[]): Map<string, string> {
  const open = forPublic(library);
  const events = calendarEvents(open);
  const news = newsOf(open, packs);
  const files = new Map<string, string>();
  add(files, open, { board: undefined, name: open.organisation.name, page: addresses.meetings(), events, news });
  const eventsOf = Map.groupBy(events, ({ board }) => board);
  const newsOfBoard = Map.groupBy(news, ({ board }) => board);
  const meetings = meetingsByBoard(open);
  for (const { id, data } of Object.values(open.boards)) {
    if (!meetings.has(id)) continue;
    add(files, open, {
      board: id,
      name: data.name,
      page: addresses.board(id),
      events: eventsOf.get(id) ?? [],
      news: newsOfBoard.get(id) ?? [],
    });
  }
  return files;
}

function add(files: Map<string, string>, library: Library, { board, name, page, events, news }: Scope): void {
  const address = addresses.feed(board);
  const title = `${name}: packs, minutes and decisions`;
  const feed = board === undefined ? 'feed' : `feed/${board}`;
  files.set(address, atomText(library, { name: feed, title, address, page, news }));
  // A calendar that nothing stands in is none (RFC 5545, section 3.6).
  if (events.length === 0) return;
  files.set(addresses.calendar(board), calendarText(library, { name: `${name}: meetings`, events }));
}
