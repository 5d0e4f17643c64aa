import type { Library } from '../library/library.ts';
import type { Records } from '../records/read-records.ts';
import { acronymsIn, type Expansion, expansionsIn, sameExpansion } from './acronym-words.ts';
import type { FoundAt, Rule } from './rule.ts';

export const acronyms: Rule = {
  id: 'acronyms',
  severity: 'warning',
  asks: 'An acronym is in the glossary or is expanded where the text first uses it, and is expanded the same way everywhere.',
  because: 'Board members who do not know an acronym do not ask, and two that are spelt alike are taken for one.',
  source: 'GOV.UK style guide, abbreviations and acronyms',
  mend: 'Add it to glossary.yml, write it out at first use as in "Basic Command Unit (BCU)", or use the words of the glossary.',
  check: ({ library, records, unread }, report) => {
    const texts = textsOf(library, records);
    const known = knownAcronyms(library);
    for (const [file, pieces] of Map.groupBy(texts, ({ file }) => file)) {
      const here = new Set<string>();
      for (const { text, at } of pieces) {
        const expanded = expansionsIn(text);
        for (const one of expanded) {
          here.add(one.acronym);
          const first = known.get(one.acronym) ?? { expansion: one.expansion, where: file };
          known.set(one.acronym, first);
          if (sameExpansion(first.expansion, one.expansion)) continue;
          const message = `${one.acronym} is expanded as "${one.expansion}", but as "${first.expansion}" in ${first.where}.`;
          report(at(one.offset), message, 'Use the same words, or another acronym.');
        }
        if (unread.has('glossary.yml')) continue;
        judgeUndefined(text, expanded, known, here, (acronym, offset) => {
          const hint = `Add it to glossary.yml, or write it out first, as in "… (${acronym})".`;
          report(at(offset), `${acronym} is in no glossary and is not written out.`, hint);
        });
      }
    }
  },
};

interface Piece {
  readonly file: string;
  readonly text: string;
  readonly at: (offset: number) => FoundAt;
}

function judgeUndefined(
  text: string,
  expanded: readonly Expansion[],
  known: ReadonlyMap<string, unknown>,
  here: Set<string>,
  tell: (acronym: string, offset: number) => void,
): void {
  const inBrackets = new Set(expanded.map(({ offset }) => offset));
  for (const { acronym, offset } of acronymsIn(text)) {
    if (known.has(acronym) || here.has(acronym) || inBrackets.has(offset)) continue;
    // Said once for each file.
    here.add(acronym);
    tell(acronym, offset);
  }
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

/** Every text that readers see: bodies, the titles of milestones, and the long fields of risks and reports. */
function textsOf(library: Library, records: Records): Piece[] {
  const bodies = Array.from(records.bodies, ([file, body]): Piece => {
    return { file, text: body.text, at: (offset) => placeIn(file, body.text, body.line, offset) };
  });
  const titled = [...Object.values(library.milestones), ...Object.values(library.benefits)].map((row): Piece => {
    const { file, line, column } = row;
    return { file, text: row.title, at: () => ({ file, line, column }) };
  });
  const risks = Object.values(library.risks).map((row): Piece => {
    const { file, line, column } = row;
    return { file, text: `${row.cause} ${row.event} ${row.effect}`, at: () => ({ file, line, column }) };
  });
  return [...bodies, ...titled, ...risks];
}

function placeIn(file: string, text: string, line: number, offset: number): FoundAt {
  const before = text.slice(0, offset).split('\n');
  return { file, line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
