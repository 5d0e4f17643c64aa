import type { Library } from '../library/library.ts';
import type { Entry, Records } from '../records/read-records.ts';
import { acronymsIn, expansionsIn, sameExpansion } from './acronym-words.ts';
import { fieldAt } from './places.ts';
import type { FoundAt, Rule } from './rule.ts';

export const acronyms: Rule = {
  id: 'acronyms',
  severity: 'warning',
  asks: 'An acronym is in the glossary or is expanded where the text first uses it, and is expanded the same way everywhere.',
  because: 'Board members who do not know an acronym do not ask, and two that are spelt alike are taken for one.',
  source: 'GOV.UK style guide, abbreviations and acronyms',
  mend: 'Add it to glossary.yml, write it out at first use as in "Basic Command Unit (BCU)", or use the words of the glossary.',
  check: ({ library, records, unread }, report) => {
    const known = knownAcronyms(library);
    // How each acronym was first expanded, to hold the others against; that makes it known in its own text only.
    const expandedAs = new Map(known);
    for (const [file, pieces] of Map.groupBy(textsOf(records), ({ file }) => file)) {
      const told = new Set<string>();
      for (const { text, at } of pieces) {
        const expansions = expansionsIn(text);
        for (const { acronym, expansion, offset } of expansions) {
          const first = expandedAs.get(acronym) ?? { expansion, where: file };
          expandedAs.set(acronym, first);
          if (sameExpansion(first.expansion, expansion)) continue;
          const message = `${acronym} is expanded as "${expansion}", but as "${first.expansion}" in ${first.where}.`;
          report(at(offset), message, 'Use the same words, or another acronym.');
        }
        if (unread.has('glossary.yml')) continue;
        for (const { acronym, offset } of acronymsIn(text)) {
          if (known.has(acronym) || told.has(acronym)) continue;
          told.add(acronym);
          const writtenOut = expansions.find((one) => one.acronym === acronym);
          if (writtenOut !== undefined && writtenOut.offset <= offset) continue;
          const hint = `Add it to glossary.yml, or write it out where it is first used, as in "… (${acronym})".`;
          report(
            at(offset),
            `${acronym} is in no glossary and is not written out${writtenOut === undefined ? '' : ' before it is used'}.`,
            hint,
          );
        }
      }
    }
  },
};

interface Piece {
  readonly file: string;
  readonly text: string;
  readonly at: (offset: number) => FoundAt;
}

function knownAcronyms(library: Library): Map<string, { expansion: string; where: string }> {
  const glossary = library.glossary.map(
    ({ term, expansion }) => [term, { expansion: expansion ?? term, where: 'glossary.yml' }] as const,
  );
  const groups = Object.values(library.groups).map(
    (group) => [group.abbreviation, { expansion: group.name, where: 'organisation.yml' }] as const,
  );
  const boards = Object.values(library.boards).map(
    (board) => [board.data.abbreviation, { expansion: board.data.name, where: board.file }] as const,
  );
  return new Map([...boards, ...groups, ...glossary]);
}

/** Every text that readers see: bodies, the titles of milestones and benefits, and the clauses of risks. */
function textsOf(records: Records): Piece[] {
  const bodies = Array.from(records.bodies, ([file, body]): Piece => {
    return { file, text: body.text, at: (offset) => placeIn(file, body.text, body.line, offset) };
  });
  const fields = <Row>(entries: readonly ListEntry<Row>[], names: readonly (keyof Row & string)[]): Piece[] =>
    entries.flatMap((entry) =>
      entry.data.flatMap((row, index) =>
        names.map((name) => ({ file: entry.file, text: String(row[name]), at: () => fieldAt(entry, index, name) })),
      ),
    );
  return [
    ...bodies,
    ...fields(records.milestones, ['title']),
    ...fields(records.benefits, ['title']),
    ...fields(records.risks, ['cause', 'event', 'effect']),
  ];
}

type ListEntry<Row> = Pick<Entry, 'file' | 'positions'> & { readonly data: readonly Row[] };

function placeIn(file: string, text: string, line: number, offset: number): FoundAt {
  const before = text.slice(0, offset).split('\n');
  return { file, line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
