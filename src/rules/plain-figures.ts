import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Library } from '../library/library.ts';
import { amountsIn, type Said } from '../registers/figures/said.ts';
import { figuresSaid } from '../registers/figures/search.ts';
import type { SourceFile } from '../source/source.ts';

/**
 * The amounts of money and percentages in prose that no figure of the records is, nor a sum of the kinds that are tried (see
 * `candidates`): notes for whoever wants to know what stands on its own. Tables and listings are no prose, and a reference to a
 * figure is checked by a rule.
 */
export function plainFigures(library: Library, files: readonly SourceFile[]): Diagnostic[] {
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      amountsIn(proseOf(text))
        .filter((said) => (said.currency !== '' || said.isPercent) && figuresSaid(library, said).length === 0)
        .map((said) => note(path, text, said)),
    );
}

/** A text with all that is no prose blanked out, so that everything else keeps its place. */
function proseOf(text: string): string {
  const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
  return text
    .replace(/^( *)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ *\2[`~]*$|(?![\s\S]))/gm, blank)
    .replace(/^ *\|.*$/gm, blank)
    .replace(/\[[^\]]*\]\(figure:[^)]*\)/g, blank)
    .replace(/`[^`\n]*`/g, blank);
}

function note(file: string, text: string, said: Said): Diagnostic {
  const before = text.slice(0, said.offset).split('\n');
  return {
    file,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    rule: 'plain-figures',
    severity: 'note',
    message: `"${said.text}" is no figure of the records.`,
    hint: '',
  };
}
