import { posix } from 'node:path';
import { nearest } from '../diagnostics/nearest.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

/** Documents, tables and pictures that a reader can open; nothing that runs. */
const kinds = /\.(pdf|csv|png|jpe?g|webp|svg|odt|ods|odp|docx|xlsx|pptx)$/i;

export const paperAnnexes: Rule = {
  id: 'paper-annexes',
  severity: 'error',
  binding: true,
  asks: 'Every annex of a paper is a document, table or picture in the folder of its meeting, and is named once.',
  because: 'An annex that is not there is a part of the paper that the board does not see.',
  mend: 'Put the file into the folder of the meeting, under the name the paper gives.',
  check: ({ library, files, unread }, report) => {
    const assets = new Set(library.assets);
    const inFolder = Map.groupBy(library.assets, (path) => path.split('/').slice(0, 3).join('/'));
    for (const paper of Object.values(library.papers)) {
      const folder = `meetings/${paper.parts.board}/${paper.parts.date}`;
      const seen = new Map<string, number>();
      for (const [index, { file }] of paper.data.annexes.entries()) {
        const at = fieldAt(paper, 'annexes', index, 'file');
        const path = posix.join(folder, file);
        const first = seen.get(path);
        seen.set(path, first ?? index + 1);
        const own = path.slice(folder.length + 1);
        if (file.startsWith('/') || file.includes('\\') || !path.startsWith(`${folder}/`)) {
          const hint = 'Put the file into the folder of the meeting, and name it from there.';
          report(at, `The annex "${file}" is not in the folder of this meeting.`, hint);
        } else if (own !== file) {
          report(at, `The annex "${file}" is named by a roundabout way.`, `Write "${own}".`);
        } else if (first !== undefined) {
          report(at, `The annex "${file}" is Annex ${first} already.`, 'Take one out.');
        } else if (files.has(path) || !kinds.test(file)) {
          const hint = 'An annex is a PDF, CSV, PNG, JPEG, WebP, SVG, OpenDocument or Office file.';
          report(at, `"${file}" is not a file that can be an annex.`, hint);
        } else if (!assets.has(path) && !unread.has(path)) {
          const others = (inFolder.get(folder) ?? []).map((other) => other.slice(folder.length + 1));
          const near = nearest(file, others);
          const hint = near === undefined ? `Put it at ${path}.` : `Did you mean "${near}"?`;
          report(at, `There is no file "${file}" in the folder of this meeting.`, hint);
        }
      }
    }
  },
};
