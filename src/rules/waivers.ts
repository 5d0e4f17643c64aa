import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Library } from '../library/library.ts';

/** A fault that was found and is accepted until a day. */
export type Waiver = Library['organisation']['standard']['waivers'][number];

/** The waivers that hold on a day. */
export function waiversInForce(library: Library, day = library.asAt): Waiver[] {
  return library.organisation.standard.waivers.filter(({ until }) => until >= day);
}

/**
 * Makes a note of every fault that is waived: it is still shown, with who waived it, why and until when, but stops nothing.
 *
 * @returns the faults, and the waivers that found nothing to waive
 */
export function applyWaivers(
  diagnostics: readonly Diagnostic[],
  waivers: readonly Waiver[],
): { diagnostics: Diagnostic[]; unused: Waiver[] } {
  const used = new Set<Waiver>();
  const applied = diagnostics.map((fault): Diagnostic => {
    const waiver = waivers.find(({ rule, file }) => rule === fault.rule && file === fault.file);
    if (waiver === undefined) return fault;
    used.add(waiver);
    const hint = `Waived by ${waiver.by} until ${waiver.until}: ${waiver.reason}`;
    return { ...fault, severity: 'note', hint };
  });
  return { diagnostics: applied, unused: waivers.filter((waiver) => !used.has(waiver)) };
}
