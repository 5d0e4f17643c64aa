import type { Library } from '../library/library.ts';
import type { Entry } from '../records/read-records.ts';
import { sha256 } from '../source/sha256.ts';

/** A correction of earlier minutes, and the approval of minutes, as a later meeting recorded them. */
export type Correction = Library['corrections'][number];
export type Approval = Library['approvals'][number];

/** The minutes that an approval or a correction is about, as `board/date`: those of the same board. */
export function minutesMeant({ meeting, reference }: Correction | Approval): string {
  return `${meeting.split('/')[0]}/${reference}`;
}

interface Formalities {
  readonly approvals: Map<string, Approval[]>;
  readonly corrections: Map<string, Correction[]>;
}

const byMinutes = new WeakMap<Library, Formalities>();

function formalities(library: Library): Formalities {
  const known = byMinutes.get(library) ?? {
    approvals: Map.groupBy(library.approvals, minutesMeant),
    corrections: Map.groupBy(library.corrections, minutesMeant),
  };
  byMinutes.set(library, known);
  return known;
}

/** The first approval of some minutes on record. */
export function approvalOf(library: Library, minutes: string): Approval | undefined {
  return formalities(library).approvals.get(minutes)?.[0];
}

/** The corrections of some minutes, in the order they were agreed. */
export function correctionsOf(library: Library, minutes: string): readonly Correction[] {
  return formalities(library).corrections.get(minutes) ?? [];
}

/** Whether a correction stands in the text it is about: the numbered paragraph is there, and says the new words once. */
export type CorrectionState = 'made' | 'no-paragraph' | 'not-made' | 'more-than-once';

/** Minutes as they were approved: later corrections taken back, and what has become of each correction. */
export interface ApprovedText {
  /** 16 hexadecimal digits; the same for the same words, wherever their lines break. */
  readonly fingerprint: string;
  readonly states: ReadonlyMap<Correction, CorrectionState>;
}

/**
 * Takes the corrections that were agreed after the approval back out of the text, the last first, and fingerprints what
 * remains: words, attendance and the chair. Before an approval all corrections count as part of the text.
 */
export function approvedText(library: Library, minutes: Entry<'minutes'>): ApprovedText {
  const approved = approvalOf(library, minutes.id);
  const paragraphs = (minutes.body?.text ?? '')
    .split(/\n[ \t]*\n/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  const states = new Map<Correction, CorrectionState>();
  const corrections = correctionsOf(library, minutes.id);
  const isLater = ({ meeting }: Correction): boolean =>
    approved !== undefined && dayOf(meeting) > dayOf(approved.meeting);
  const undone = [...paragraphs];
  for (const correction of corrections.toReversed()) {
    const { minute, replace, with: now } = correction.data;
    const index = undone.findIndex((text) => text.startsWith(`${minute} `));
    const text = undone[index];
    const times = text === undefined ? 0 : text.split(oneLine(now)).length - 1;
    states.set(
      correction,
      text === undefined ? 'no-paragraph' : times === 0 ? 'not-made' : times > 1 ? 'more-than-once' : 'made',
    );
    if (text === undefined || times !== 1) continue;
    undone[index] = text.split(oneLine(now)).join(oneLine(replace));
    // What was agreed with the approval is part of what was approved.
    if (!isLater(correction)) continue;
    paragraphs[index] = undone[index];
  }
  const { chair, present, apologies, in_attendance, in_part } = minutes.data;
  const said = JSON.stringify([chair, present, apologies, in_attendance, in_part, paragraphs]);
  return { fingerprint: sha256(said).slice(0, 16), states };
}

function dayOf(meeting: string): string {
  return meeting.split('/')[1] ?? '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
