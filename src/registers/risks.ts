import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library, OfInitiative } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { Risk } from '../records/risks.ts';
import { reportsByInitiative } from './reports.ts';

/** How high a score is. The bands are those most public bodies print beside a five by five matrix. */
export type RiskBand = 'low' | 'medium' | 'high' | 'very-high';

/** How a risk stands: probability and impact from 1 to 5, their product, and its band. */
export interface RiskScore {
  readonly probability: number;
  readonly impact: number;
  readonly score: number;
  readonly band: RiskBand;
}

/** One row of the risk register. */
export interface RiskRow {
  readonly risk: OfInitiative<Risk>;
  readonly initiativeName: string;
  readonly ownerTitle: string;
  readonly inherent: RiskScore;
  /** As the latest report has it. */
  readonly residual: RiskScore;
  /** Change of the score since the report before; 0 for one that has not moved. */
  readonly movement: number;
  readonly isOpen: boolean;
  /** Whether the day it was to be looked at again has passed. */
  readonly reviewOverdue: boolean;
  readonly note: string;
}

/** Draws the risk register: open risks first, the highest score at the top. */
export const riskRegister = drawnOnce((library: Library, asOf: string): readonly RiskRow[] => {
  const words = movements(library, asOf);
  return Object.values(library.risks)
    .filter((risk) => risk.raised <= asOf)
    .map((risk): RiskRow => {
      const said = words.get(risk.id);
      const residual = score(said?.last ?? risk.residual);
      const isOpen = risk.closed === undefined || risk.closed > asOf;
      return {
        risk,
        initiativeName: find(library.initiatives, risk.initiative)?.data.name ?? risk.initiative,
        ownerTitle: find(library.roles, risk.owner)?.title ?? risk.owner,
        inherent: score(risk.inherent),
        residual,
        movement: said?.isNew ? residual.score - score(said.before ?? risk.residual).score : 0,
        isOpen,
        reviewOverdue: isOpen && risk.review < asOf,
        note: said?.last.note ?? '',
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.isOpen) - Number(a.isOpen) ||
        b.residual.score - a.residual.score ||
        b.residual.impact - a.residual.impact ||
        byCodeUnit(a.risk.id, b.risk.id),
    );
});

type RiskMovement = Library['reports'][string]['data']['risks'][number];

/** The last two words on each risk, and whether the last was said in the initiative's latest report. */
function movements(
  library: Library,
  asOf: string,
): Map<string, { last: RiskMovement; before?: RiskMovement; isNew: boolean }> {
  const words = new Map<string, { last: RiskMovement; before?: RiskMovement; isNew: boolean }>();
  for (const reports of reportsByInitiative(library, asOf).values()) {
    for (const report of reports) {
      const isNew = report === reports.at(-1);
      for (const last of report.data.risks) {
        const before = words.get(last.id)?.last;
        words.set(last.id, { last, ...(before && { before }), isNew });
      }
    }
  }
  return words;
}

/** The score of an assessment: probability times impact, and the band it falls in. */
export function score({ probability, impact }: { readonly probability: number; readonly impact: number }): RiskScore {
  const product = probability * impact;
  return { probability, impact, score: product, band: bandOf(product) };
}

/** The band of a score from 1 to 25. */
function bandOf(product: number): RiskBand {
  if (product >= 16) return 'very-high';
  if (product >= 10) return 'high';
  return product >= 5 ? 'medium' : 'low';
}
