import { hasErrors } from '../diagnostics/diagnostic.ts';
import { formats } from '../diagnostics/format.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';

/** `boardpack check`: prints every fault of the content as its result, and nothing when there is none. */
export async function checkCommand(options: CommonOptions, effects: Effects): Promise<number> {
  const { diagnostics, isPartOfHistory } = await loadContent(options);
  if (isPartOfHistory && !options.quiet) effects.log(partOfHistory);
  effects.out(formats[faultFormat(options)](diagnostics, options.content));
  return hasErrors(diagnostics) ? 1 : 0;
}

const partOfHistory =
  'Git has only a part of the history here, so baselines and approved minutes are not held against it: "git fetch --unshallow" gets the rest.\n';
