import type { PackPlan } from '../pack/plan.ts';
import type { PartSubject } from '../pack/subject.ts';
import type { VersionMap } from '../pack/version-map.ts';
import { placeOf } from '../records/paths.ts';
import type { RecordChange } from './compare.ts';

/** The changes that concern a pack. */
export interface PackChanges {
  /** Of the meeting's own folder, and of earlier minutes that stand in the pack. */
  readonly own: readonly RecordChange[];
  /** Of other records that parts of the pack which have changed are drawn from. */
  readonly others: readonly RecordChange[];
}

/**
 * Chooses the changes that concern a pack. A record from elsewhere does where a part that has changed is drawn from records of its
 * kind: which of them a register shows is not known, so there may be some among them that it does not.
 *
 * @param changes between the two versions, as its readers may know of them: see `changesForReaders`
 * @param plan of the later version
 */
export function changesOfPack(changes: readonly RecordChange[], plan: PackPlan, map: VersionMap): PackChanges {
  const folder = `meetings/${plan.view.id}/`;
  const minutes = plan.parts.flatMap(({ subject }) => (subject.kind === 'minutes' ? subject.minutes.file : []));
  const changed = new Set(map.parts.filter(({ kind }) => kind !== 'unchanged').map(({ id }) => id));
  const subjects = plan.parts.filter(({ id }) => changed.has(id)).map(({ subject }) => subject);
  const isOwn = ({ file, was = file }: RecordChange) =>
    [file, was].some((path) => path.startsWith(folder)) || minutes.includes(file);
  const own = changes.filter(isOwn);
  const others = changes.filter(
    (change) =>
      !isOwn(change) && (isNamedByAll(change.file) || subjects.some((subject) => draws(subject, change.file))),
  );
  return { own, others };
}

/** Names of roles and of the organisation stand on agendas and cover sheets. */
function isNamedByAll(file: string): boolean {
  return ['organisation.yml', 'roles.yml'].includes(file);
}

/** Whether a part that shows a subject may be drawn from a file besides those of the meeting. */
function draws(subject: PartSubject, file: string): boolean {
  const isOfMeeting = file.startsWith('meetings/');
  switch (subject.kind) {
    case 'action-log':
    case 'outstanding-actions':
    case 'matters-arising':
      return placeOf(file)?.kind === 'minutes';
    case 'register':
      return placeOf(file)?.kind !== 'paper';
    case 'portfolio':
    case 'highlight-reports':
      return !isOfMeeting;
    case 'capital-plan':
      return file.startsWith('finance/capital-plan.');
    case 'paper':
    case 'annex':
    case 'to-follow':
    case 'withheld':
    case 'minutes':
      return false;
  }
}
