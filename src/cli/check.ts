import { hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { formats } from '../diagnostics/format.ts';
import { plainFigures } from '../rules/plain-figures.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';

/** Options of `boardpack check`. */
export interface CheckOptions extends CommonOptions {
  readonly figures?: boolean;
}

/**
 * `boardpack check`: prints every fault of the content as its result, and nothing when there is none. With `--figures` also a
 * note on each amount in prose that no record has; of content without errors, as only its records can be relied on.
 */
export async function checkCommand(options: CheckOptions, effects: Effects): Promise<number> {
  const { library, source, diagnostics, isPartOfHistory } = await loadContent(options);
  if (isPartOfHistory && !options.quiet) effects.log(partOfHistory);
  const notes = options.figures && !hasErrors(diagnostics) ? plainFigures(library, source.files) : [];
  effects.out(formats[faultFormat(options)](sortDiagnostics([...diagnostics, ...notes]), options.content));
  return hasErrors(diagnostics) ? 1 : 0;
}

const partOfHistory =
  'Git has only a part of the history here, so baselines and approved minutes are not held against it: "git fetch --unshallow" gets the rest.\n';
