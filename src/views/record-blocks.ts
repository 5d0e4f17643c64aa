import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import { blockAnchor, type RecordBlockName } from '../markdown/record-blocks.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import { placeOf } from '../records/paths.ts';
import { interestsAt } from '../registers/attendance.ts';
import { inWords } from '../registers/dates.ts';
import { actionBadge } from './badges.ts';
import { bullets, type Fact, factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { correctionWords } from './minutes-facts.ts';
import { roleTitle } from './record-facts.ts';
import { plainWords } from './words.ts';

/** A block as it is met in the text of minutes. */
export interface MetBlock {
  readonly name: RecordBlockName;
  /** What stands after its name. */
  readonly reference: string;
  /** The minutes it stands in. */
  readonly file: string;
  /** How many blocks of the same name, and with the same reference, stand before it. */
  readonly nth: number;
}

interface Description {
  readonly title: string | SafeHtml;
  readonly facts: readonly Fact[];
}

/**
 * The opening of a record block as a reader sees it: what it is, then its facts. The text of the block follows, and
 * `</section>` closes it.
 */
export function recordBlockOpening(library: Library, block: MetBlock, link: Linker): SafeHtml {
  const { name, reference, nth } = block;
  const { title, facts } = describe(library, block, link);
  const id = blockAnchor(name, reference, nth);
  return html`<section class="record record-${name}" id="${id}" aria-labelledby="${id}-title">
<p class="record-title" id="${id}-title">${title}</p>
${facts.length === 0 ? '' : factList(facts)}
`;
}

function describe(library: Library, { name, reference, file, nth }: MetBlock, link: Linker): Description {
  const { board, date } = placeOf(file)?.parts ?? {};
  const meeting = `${board}/${date}`;
  const { updates, approvals, corrections } = blocksOf(library);
  const key = `${meeting} ${reference}`;
  const missing: Description = { title: reference, facts: [] };
  switch (name) {
    case 'decision': {
      const decision = find(library.decisions, reference);
      return decision === undefined ? missing : describeDecision(library, decision, link);
    }
    case 'action': {
      const action = find(library.actions, reference);
      return action === undefined ? missing : describeAction(library, action, link);
    }
    case 'update':
      return describeUpdate(library, reference, updates.get(key)?.[nth], link);
    case 'interest': {
      const interest = interestsAt(library, meeting)[nth];
      return interest === undefined ? missing : describeInterest(library, interest);
    }
    case 'approval':
      return describeApproval(meeting, reference, approvals.get(key)?.[nth], link);
    case 'correction': {
      const correction = corrections.get(key)?.[nth];
      const about = linked(link, addresses.minutes(`${board}/${reference}`), inWords(reference));
      const title = html`Correction to the minutes of ${about}`;
      if (correction === undefined) return { title, facts: [] };
      return { title, facts: [[`Minute ${correction.data.minute}`, correctionWords(correction)]] };
    }
  }
}

/** The blocks that several meetings may have of one reference, by `<meeting> <reference>`. */
const blocksOf = drawnOnce(({ updates, approvals, corrections }) => {
  const key = ({ meeting, reference }: BlockEntry): string => `${meeting} ${reference}`;
  return {
    updates: Map.groupBy(updates, key),
    approvals: Map.groupBy(approvals, key),
    corrections: Map.groupBy(corrections, key),
  };
});

function describeDecision(library: Library, { reference, data }: BlockEntry<'decision'>, link: Linker): Description {
  const replaced = find(library.decisions, data.supersedes);
  const change = data.change_request;
  return {
    title: `Decision ${reference}: ${data.outcome}`,
    facts: [
      ['Reasons', data.reasons],
      ['Alternatives rejected', data.alternatives_rejected],
      ['Conditions', data.conditions],
      ['Dissent', dissentWords(library, data.dissent)],
      ['Authority', data.authority],
      ['Settles', change && linked(link, addresses.changeRequest(change), `Change request ${change.toUpperCase()}`)],
      ['Supersedes', replaced && decisionLink(replaced, link)],
      ['No action', data.no_action],
    ],
  };
}

/** The reference of a decision, leading to where it stands in its minutes. */
export function decisionLink({ meeting, reference }: BlockEntry<'decision'>, link: Linker): SafeHtml {
  return linked(link, `${addresses.minutes(meeting)}#${reference}`, reference);
}

/** Who did not agree, and why where that was asked to be minuted. */
export function dissentWords(library: Library, dissent: BlockEntry<'decision'>['data']['dissent']): SafeHtml | null {
  return bullets(
    dissent.map(({ role, reason }) => `${roleTitle(library, role)}${reason === undefined ? '' : `: ${reason}`}`),
  );
}

function describeAction(library: Library, { reference, data }: BlockEntry<'action'>, link: Linker): Description {
  const decision = find(library.decisions, data.decision);
  return {
    title: `Action ${reference}`,
    facts: [
      ['Owner', roleTitle(library, data.owner)],
      ['Due', inWords(data.due)],
      ['Carries out', decision && decisionLink(decision, link)],
    ],
  };
}

function describeUpdate(
  library: Library,
  reference: string,
  update: BlockEntry<'update'> | undefined,
  link: Linker,
): Description {
  const action = find(library.actions, reference);
  const address = action && `${addresses.minutes(action.meeting)}#${reference}`;
  const about = html`Update on action ${linked(link, address, reference)}`;
  if (update === undefined) return { title: about, facts: [] };
  const { status, extended_to, superseded_by, evidence } = update.data;
  return {
    title: html`${about} ${actionBadge(status, 0)}`,
    facts: [
      ['Asked for', action && plainWords(action.text)],
      ['Owner', action && roleTitle(library, action.data.owner)],
      ['Now due', extended_to === undefined ? null : inWords(extended_to)],
      ['First due', extended_to === undefined || action === undefined ? null : inWords(action.data.due)],
      ['Superseded by', find(library.actions, superseded_by)?.reference],
      ['Evidence', evidence],
    ],
  };
}

const handlings: Readonly<Record<BlockEntry<'interest'>['data']['handling'], string>> = {
  stay: 'Stayed and took part',
  'speak-not-vote': 'Spoke on the item and took no part in deciding it',
  leave: 'Left the meeting for the item and took no part in it',
  'paper-withheld': 'Was not sent the paper',
};

function describeInterest(library: Library, { data }: BlockEntry<'interest'>): Description {
  const { role, item, nature, handling, left, returned, chair } = data;
  const times = [left && `left at ${left}`, returned && `came back at ${returned}`].filter(Boolean).join(', ');
  return {
    title: `Interest declared: ${roleTitle(library, role)}, item ${item}`,
    facts: [
      ['Interest', nature],
      ['Handling', `${handlings[handling]}${times === '' ? '' : ` (${times})`}.`],
      ['In the chair meanwhile', chair === undefined ? null : roleTitle(library, chair)],
    ],
  };
}

function describeApproval(
  meeting: string,
  day: string,
  approval: BlockEntry<'approval'> | undefined,
  link: Linker,
): Description {
  const about = linked(link, addresses.minutes(`${meeting.split('/')[0]}/${day}`), inWords(day));
  const mark = approval?.data.fingerprint;
  return {
    title: html`Minutes of ${about} approved`,
    facts: mark === undefined ? [] : [['Fingerprint', html`<span class="fingerprint">${mark}</span>`]],
  };
}
