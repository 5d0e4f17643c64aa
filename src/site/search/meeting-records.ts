import { addresses, anchors } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { find } from '../../library/shelf.ts';
import { actionLog } from '../../registers/actions.ts';
import { inWords } from '../../registers/dates.ts';
import { decisionRegister } from '../../registers/decisions.ts';
import { paperPlaces } from '../../registers/meeting-records.ts';
import { type MeetingView, meetingList } from '../../registers/meetings.ts';
import { actionWord } from '../../views/badges.ts';
import { capital } from '../../views/words.ts';
import { markingOf, meetingMarking } from '../page-markings.ts';
import { bodyRecords, bodyWords, sentences, type Unworded, withAnchor } from './make.ts';
import type { SearchRecord } from './record.ts';

/** Agendas: a record for each item, and the notes to the agenda. */
export function agendaRecords(library: Library): SearchRecord[] {
  return meetingList(library).flatMap((view) => {
    const { place, ...common } = commonOf(library, view);
    const of = { ...common, kind: 'Agenda', status: capital(view.meeting.data.status) } as const;
    const address = addresses.meeting(view.id);
    const items = view.items.map(({ item }) => ({
      ...of,
      address: withAnchor(address, anchors.item(item.number)),
      title: item.title,
      place: `${place}, item ${item.number}`,
      text: sentences(`For ${item.purpose}`, item.decision),
    }));
    const notes = { ...of, address: withAnchor(address, 'notes-for-attendance'), title: 'Notes to the agenda', place };
    return [...items, ...bodyRecords(library, view.meeting, notes, 'agenda-')];
  });
}

/** Papers: the cover sheet, then every section. */
export function paperRecords(library: Library): SearchRecord[] {
  return paperPlaces(library).flatMap(({ paper, meeting, itemNumber }) => {
    const { data } = paper;
    const { place, ...common } = commonOf(library, meeting);
    const of: Unworded = {
      ...common,
      kind: 'Paper',
      address: addresses.paper(paper.id),
      title: `${data.title} (${data.reference})`,
      place: itemNumber === null ? place : `${place}, item ${itemNumber}`,
      status: `For ${data.purpose}`,
      marking: markingOf(library, paper),
    };
    const text = sentences(
      data.summary,
      data.decision_sought,
      ...data.recommendations,
      ...data.options,
      ...Object.values(data.implications),
    );
    return [{ ...of, text }, ...bodyRecords(library, paper, of)];
  });
}

/** Decisions, each with what was decided and why. */
export function decisionRecords(library: Library): SearchRecord[] {
  return decisionRegister(library).map(({ decision, date, board, boardName, itemTitle }) => {
    const { reference, meeting, data, file, text } = decision;
    return {
      address: withAnchor(addresses.minutes(meeting), reference),
      kind: 'Decision',
      title: `${reference} ${itemTitle}`,
      text: sentences(
        bodyWords(library, { file, body: { text } }),
        data.reasons,
        data.alternatives_rejected,
        data.conditions,
      ),
      place: placeOf(boardName, date),
      board: find(library.boards, board)?.data.name ?? '',
      date,
      status: capital(data.outcome),
      marking: meetingMarking(library, meeting),
    };
  });
}

/** Actions, each with what was asked for, of whom, and what later meetings heard of it. */
export function actionRecords(library: Library): SearchRecord[] {
  return actionLog(library).map(
    ({ action, boardName, raised, ownerTitle, status, due, updates, isOpen, daysOverdue }) => {
      const { reference, meeting, file, text } = action;
      const words = bodyWords(library, { file, body: { text } });
      const heard = updates.map((update) =>
        sentences(bodyWords(library, { file: update.file, body: { text: update.text } }), update.data.evidence),
      );
      return {
        address: withAnchor(addresses.minutes(meeting), reference),
        kind: 'Action',
        title: `${reference}, ${ownerTitle}`,
        text: sentences(words, ...heard),
        place: `${placeOf(boardName, raised)}${isOpen ? `, due ${inWords(due)}` : ''}`,
        board: boardName,
        date: raised,
        status: actionWord(status, daysOverdue),
        marking: meetingMarking(library, meeting),
      };
    },
  );
}

/** What is the same of all that belongs to one meeting. */
export function commonOf(library: Library, { board, date, id }: MeetingView) {
  const { name } = board.data;
  return { board: name, date, place: placeOf(name, date), marking: meetingMarking(library, id) };
}

function placeOf(board: string, date: string): string {
  return `${board}, ${inWords(date)}`;
}
