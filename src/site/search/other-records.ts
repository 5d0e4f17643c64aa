import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { find } from '../../library/shelf.ts';
import { slug } from '../../markdown/slug.ts';
import { financeViews } from '../../registers/finance.ts';
import { matterViews } from '../../registers/forward-plan.ts';
import { wholeMarking } from '../page-markings.ts';
import { listedRegisters } from '../registers.ts';
import { bodyRecords, searchRecord, sentences, withAnchor } from './make.ts';
import type { SearchRecord } from './record.ts';

/** The matters of the forward plan. */
export function matterRecords(library: Library): SearchRecord[] {
  return matterViews(library).flatMap(({ matter, leadTitle, isOpen, initiative }) => {
    const { title, asks, raised, closed } = matter.data;
    const of = searchRecord(library, {
      address: addresses.matter(matter.id),
      kind: 'Forward plan',
      title,
      text: sentences(asks, leadTitle, closed?.reason),
      place: initiative?.data.name ?? '',
      date: raised,
      status: isOpen ? 'Open' : 'Closed',
    });
    return [of, ...bodyRecords(library, matter, { ...of, address: withAnchor(of.address, 'in-full') }, 'matter-')];
  });
}

/** Indicators: what is measured, and what is known about it. */
export function indicatorRecords(library: Library): SearchRecord[] {
  return Object.values(library.indicators).flatMap(({ entry }) => {
    const { name, definition, source, definition_changes } = entry.data;
    const of = searchRecord(library, {
      address: addresses.indicator(entry.id),
      kind: 'Indicator',
      title: name,
      text: sentences(definition, ...definition_changes.map(({ note }) => note), source),
    });
    return [of, ...bodyRecords(library, entry, of, 'notes-')];
  });
}

/** Boards and their terms of reference. */
export function boardRecords(library: Library): SearchRecord[] {
  return Object.values(library.boards).flatMap((board) => {
    const { name, abbreviation, chair, members } = board.data;
    const roles = [chair, ...members].map((role) => find(library.roles, role)?.title);
    const of = searchRecord(library, {
      address: addresses.board(board.id),
      kind: 'Board',
      title: `${name} (${abbreviation})`,
      text: sentences(...new Set(roles)),
      board: name,
    });
    return [of, ...bodyRecords(library, board, of, 'terms-')];
  });
}

/** Registers by what they are called and what they show, for a reader who looks for the whole of one. */
export function registerPages(library: Library): SearchRecord[] {
  const marking = wholeMarking(library);
  const tables = financeViews(library).map(({ id, title, source, rows }) =>
    searchRecord(library, {
      address: addresses.finance(id),
      kind: 'Register',
      title,
      text: sentences(source, ...rows.map(({ label }) => label)),
    }),
  );
  const pages = listedRegisters().map(({ title, says, address }) =>
    searchRecord(library, { address, kind: 'Register', title, text: says, marking }),
  );
  return [...pages, ...tables];
}

/** The terms of the glossary. */
export function glossaryRecords(library: Library): SearchRecord[] {
  return library.glossary.map(({ term, expansion, meaning }) =>
    searchRecord(library, {
      address: withAnchor(addresses.glossary(), slug(term)),
      kind: 'Glossary',
      title: term,
      text: sentences(expansion, meaning),
    }),
  );
}
