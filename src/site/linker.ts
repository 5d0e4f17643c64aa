import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { AgendaItem } from '../records/meeting.ts';
import { meetingView, previousMeeting } from '../registers/meetings.ts';
import type { Linker } from '../views/linker.ts';
import { isMeetingPaper } from '../views/meeting-papers.ts';

/**
 * Links as they are on the site, where every page can be reached by its address. An agenda item whose paper is a
 * register (`item:<meeting>/<number>`) leads to the page of that register, one drawn for its meeting to a page of its own.
 */
export function siteLinker(library: Library): Linker {
  return (address) => {
    const item = /^item:(.+)\/([^/]+)$/.exec(address);
    return item === null ? address : registerOfItem(library, item[1] ?? '', item[2] ?? '');
  };
}

function registerOfItem(library: Library, meeting: string, number: string): string | null {
  const view = meetingView(library, meeting);
  const item = view?.items.find((row) => row.item.number === number)?.item;
  if (view === undefined || item === undefined) return null;
  if (isMeetingPaper(item.view)) return addresses.item(meeting, number);
  const before = previousMeeting(library, view)?.id;
  return registerAddress(item, find(library.minutes, before)?.id);
}

function registerAddress({ view, portfolio }: AgendaItem, lastMinutes: string | undefined): string | null {
  switch (view) {
    case 'portfolio':
      return portfolio === undefined ? '/portfolios/' : addresses.portfolio(portfolio);
    case 'capital-plan':
      return addresses.finance('capital-plan');
    case 'action-log':
      return addresses.register('actions');
    case 'highlight-reports':
      return '/initiatives/';
    case 'last-minutes':
      return lastMinutes === undefined ? null : addresses.minutes(lastMinutes);
    case undefined:
      return null;
    default:
      return addresses.register(view);
  }
}
