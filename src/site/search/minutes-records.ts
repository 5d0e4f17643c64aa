import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import type { RecordBlockName } from '../../markdown/record-blocks.ts';
import { interestsAt } from '../../registers/attendance.ts';
import { type MeetingView, meetingList } from '../../registers/meetings.ts';
import { capital } from '../../views/words.ts';
import { type BodyPart, bodyParts } from './body-parts.ts';
import { sentences, withAnchor } from './make.ts';
import { commonOf } from './meeting-records.ts';
import type { SearchRecord } from './record.ts';

/**
 * Minutes: a record for each numbered paragraph and each block, but for the decisions and actions, which are found as
 * records of their own.
 */
export function minutesRecords(library: Library): SearchRecord[] {
  return meetingList(library).flatMap((view) => {
    const { minutes } = view;
    if (minutes === undefined) return [];
    const common = { ...commonOf(library, view), status: capital(minutes.data.status) };
    const address = addresses.minutes(view.id);
    return bodyParts(library, minutes).flatMap((part): SearchRecord[] => {
      if (part.block?.name === 'decision' || part.block?.name === 'action') return [];
      const text = part.block === undefined ? paragraphWords(part.text) : blockWords(library, view, part);
      if (text === '') return [];
      const number = /^p(\d+)-(\d+)$/.exec(part.anchor);
      return [
        {
          ...common,
          kind: 'Minutes',
          address: part.anchor === '' ? address : withAnchor(address, part.anchor),
          title: part.heading === '' ? 'Minutes' : part.heading,
          text,
          place: number === null ? common.place : `${common.place}, minute ${number[1]}.${number[2]}`,
        },
      ];
    });
  });
}

/** Without what says where it stands: its own number and the line that names the agenda item. */
function paragraphWords(text: string): string {
  return text.replace(/^\(Agenda items? [^)]+\)\s*/i, '').replace(/^\d+\.\d+\s+/, '');
}

const blockNames: Readonly<Record<RecordBlockName, string>> = {
  decision: 'Decision',
  action: 'Action',
  update: 'Update on action',
  interest: 'Interest declared',
  approval: 'Minutes approved of',
  correction: 'Correction to the minutes of',
};

/** What a reader sees of a block. */
function blockWords(library: Library, { id }: MeetingView, { block, text }: BodyPart): string {
  if (block === undefined) return text;
  const { name, reference, nth } = block;
  const interest = name === 'interest' ? interestsAt(library, id)[nth]?.data.nature : undefined;
  return sentences(`${blockNames[name]} ${reference}`.trim(), interest, text);
}
