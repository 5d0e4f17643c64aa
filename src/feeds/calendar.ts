import ical, { escape as escapeText, type ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { Library } from '../library/library.ts';
import type { CalendarEvent } from './calendar-events.ts';
import { feedLink } from './links.ts';
import { oneLine } from './plain-words.ts';
import { stableId } from './stable-id.ts';

/** How a calendar’s kinds of events are called, for those who show some of them only. */
const categories = { meeting: 'Meeting', deadline: 'Deadline', action: 'Action' } as const;

/** What a calendar is called and what stands in it. */
export interface CalendarParts {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
}

/**
 * Writes a calendar as iCalendar (RFC 5545). Meetings stand in local time with the rules of the organisation’s time zone,
 * so that they stay at their hour when the clocks change; what is due stands as whole days.
 */
export function calendarText(library: Library, { name, events }: CalendarParts): string {
  const { time_zone, notice } = library.organisation;
  const zone = zoneOf(time_zone);
  const calendar = ical({
    prodId: { company: 'Boardpack', product: 'Boardpack', language: 'EN' },
    // These two are written as they are given.
    name: escapeText(oneLine(name), false),
    description: notice === undefined ? null : escapeText(oneLine(notice), false),
    ttl: 24 * 60 * 60,
    // A zone of the whole calendar would be taken for the zone of DTSTAMP too, which is always in UTC.
    timezone: { name: null, generator: () => zone?.rules ?? null },
  });
  for (const event of events) addEvent(library, calendar, event, zone?.id ?? null);
  // RFC 5545, section 3.1: the last line ends as every other.
  return `${calendar.toString()}\r\n`;
}

function addEvent(library: Library, calendar: ICalCalendar, event: CalendarEvent, timezone: string | null): void {
  const { name, kind, day, times, title, description, place, address, isCancelled, revised } = event;
  const at = (time: string) =>
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(library.organisation.time_zone);
  const when =
    times === null
      ? { start: Temporal.PlainDate.from(day), allDay: true, transparency: ICalEventTransparency.TRANSPARENT }
      : { start: at(times.start), end: at(times.end), timezone };
  calendar.createEvent({
    ...when,
    id: stableId(library, name),
    stamp: new Date(revised),
    summary: title,
    description: description === '' ? null : description,
    location: place,
    // A link of a calendar is always whole.
    url: library.organisation.site === undefined ? null : feedLink(library, address),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // Calling a meeting off is a change that a calendar must not overlook.
    sequence: isCancelled ? 1 : 0,
    categories: [{ name: categories[kind] }],
  });
}

/** A time zone by its name, with the rules of its clock; none for one that is no more than an offset such as `+01:00`. */
function zoneOf(name: string): { id: string; rules: string } | null {
  const zone = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  if (/^[+-]/.test(zone)) return null;
  const [rules = '', id = ''] = tzlib_get_ical_block(zone);
  // An older name of a zone comes back under its present one.
  return rules === '' ? null : { id: id.replace('TZID=', ''), rules };
}
