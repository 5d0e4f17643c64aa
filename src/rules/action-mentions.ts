import type { Library } from '../library/library.ts';
import { fieldAt } from './places.ts';
import type { FoundAt } from './rule.ts';

/** A place of minutes that speaks of an action that earlier ones raised. */
export interface ActionMention {
  readonly reference: string;
  /** The meeting whose minutes speak of it. */
  readonly meeting: string;
  readonly at: FoundAt;
}

/** Every place that takes an action for granted: updates, actions that replace others, and those carried forward. */
export function actionMentions(library: Library): ActionMention[] {
  const listed = Object.values(library.minutes).flatMap((minutes) =>
    minutes.data.carried_forward.map((reference, index) => ({
      reference,
      meeting: minutes.id,
      at: fieldAt(minutes, 'carried_forward', index),
    })),
  );
  const heard = library.updates.flatMap((update): ActionMention[] => {
    const { meeting, reference, data } = update;
    const own = { reference, meeting, at: update };
    if (data.superseded_by === undefined) return [own];
    return [own, { reference: data.superseded_by, meeting, at: fieldAt(update, 'superseded_by') }];
  });
  return [...listed, ...heard];
}
