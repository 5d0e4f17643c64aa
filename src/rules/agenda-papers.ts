import { nearest } from '../diagnostics/nearest.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const agendaPapers: Rule = {
  id: 'agenda-papers',
  severity: 'error',
  binding: true,
  asks: 'Every paper that the agenda of an issued meeting names is in its folder or said to follow, every paper there is on the agenda, and items are numbered once.',
  because: 'A paper that is missing, or that no item leads to, is a paper the board does not see.',
  mend: 'Put the paper into the folder of the meeting under the name the agenda gives, or mend that name.',
  check: ({ library, unread }, report) => {
    const onAgenda = new Set<string>();
    const byMeeting = Map.groupBy(Object.values(library.papers), ({ parts }) => `${parts.board}/${parts.date}`);
    for (const meeting of Object.values(library.meetings)) {
      const inFolder = (byMeeting.get(meeting.id) ?? []).map((paper) => paper.id);
      const numbers = new Set<string>();
      for (const [index, item] of meeting.data.items.entries()) {
        if (numbers.has(item.number)) {
          const hint = 'Number each item once; a sub-item is 5a, 5b.';
          report(fieldAt(meeting, 'items', index, 'number'), `There are two items ${item.number}.`, hint);
        }
        numbers.add(item.number);
        if (item.paper === undefined) continue;
        const id = `${meeting.id}/${item.paper}`;
        onAgenda.add(id);
        if (item.view !== undefined) {
          const message = `Item ${item.number} has a paper and a register view; it can show only one.`;
          report(fieldAt(meeting, 'items', index, 'view'), message, 'Make the view an item of its own.');
        }
        const isThere = inFolder.includes(id);
        if (isThere && item.to_follow !== undefined) {
          const message = `Item ${item.number} says that its paper is to follow, but "${item.paper}.md" is there.`;
          report(fieldAt(meeting, 'items', index, 'to_follow'), message, 'Take "to_follow:" out.');
        }
        // Before the pack goes out a paper may still be on its way, and afterwards where the chair has agreed to it.
        const mayBeMissing = meeting.data.status === 'planned' || item.to_follow !== undefined;
        if (isThere || mayBeMissing || unread.has(`meetings/${id}.md`)) continue;
        const near = nearest(
          item.paper,
          inFolder.map((paper) => paper.slice(meeting.id.length + 1)),
        );
        const owner = item.lead === undefined ? '' : `, which "${item.lead}" owes`;
        const message = `There is no paper "${item.paper}.md" in this folder for item ${item.number}${owner}.`;
        const hint =
          near === undefined
            ? 'Put it there, or say with the chair’s agreement that it is "to_follow:", why and by when.'
            : `Did you mean "${near}"?`;
        report(fieldAt(meeting, 'items', index, 'paper'), message, hint);
      }
    }
    for (const paper of Object.values(library.papers)) {
      const meeting = `${paper.parts.board}/${paper.parts.date}`;
      if (onAgenda.has(paper.id) || unread.has(`meetings/${meeting}/agenda.md`)) continue;
      if (!Object.hasOwn(library.meetings, meeting)) continue;
      const hint = `Add "paper: ${paper.parts.paper}" to the item of agenda.md it belongs to.`;
      report({ file: paper.file, line: 1, column: 1 }, 'No item of the agenda has this paper.', hint);
    }
  },
};
