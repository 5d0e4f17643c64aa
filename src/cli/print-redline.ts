import type { Library } from '../library/library.ts';
import type { Redline } from '../release/redline.ts';
import { redlinePdf } from '../release/redline-pdf.ts';
import type { Source } from '../source/source.ts';
import type { Effects } from './effects.ts';
import type { CommonOptions } from './options.ts';
import { withPackTools } from './pack-files.ts';
import { createProgress } from './progress.ts';

/**
 * Typesets a redline.
 *
 * @param library holds the organisation and nothing else
 * @throws {TypesetError} where something of it cannot be printed, and why
 */
export async function printRedline(
  library: Library,
  redline: Redline,
  source: Source,
  { quiet }: CommonOptions,
  effects: Effects,
): Promise<Uint8Array> {
  const progress = createProgress(effects, quiet);
  progress.step('Typesetting the redline');
  const pdf = await withPackTools(progress, async (toolsFor) =>
    redlinePdf(library, redline, await toolsFor(library, source)),
  );
  progress.end();
  return pdf;
}
