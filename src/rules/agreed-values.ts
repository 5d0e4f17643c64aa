import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry, Records } from '../records/read-records.ts';
import { fieldAt } from './places.ts';
import type { FoundAt } from './rule.ts';

/** What may move a value that was agreed. */
export type Mover =
  | { readonly by: 'date'; readonly milestone: string }
  | { readonly by: 'benefit'; readonly benefit: string; readonly initiative: string }
  | { readonly by: 'cost'; readonly initiatives: readonly string[]; readonly year: string; readonly sum: string }
  | { readonly by: 'nothing' };

/** A value that was agreed, and moves by an approved change request only. */
export interface Agreed {
  /** What it is the value of, as in `baseline of the milestone "bridge-open"`: the same in all versions. */
  readonly subject: string;
  /** As people read it; the same words mean the same value. */
  readonly words: string;
  /** The same as a number, where it is money. */
  readonly amount?: number;
  readonly at: FoundAt;
  readonly mover: Mover;
}

/** Columns of a published table that hold what was agreed; outturns and forecasts move by themselves. */
export const agreedMeasures: readonly string[] = ['baseline', 'budget', 'plan'];

/** Files that hold values that were agreed. */
const agreedFiles =
  /^(initiatives\/[^/]+\/(milestones\.yml|benefits\.yml|finance\.csv|index\.md)|finance\/[^/]+\.csv)$/;

/** Whether a file can hold values that were agreed, by its path. */
export function canHoldAgreed(path: string): boolean {
  return agreedFiles.test(path);
}

/**
 * The values that some records agree, of today or of a version of before.
 *
 * @param library of today, which says what the columns of finance tables are and whose their rows
 */
export function agreedValues(records: Records, library: Library): Agreed[] {
  return [
    ...records.milestones.flatMap(milestoneValues),
    ...records.benefits.flatMap(benefitValues),
    ...records.initiative.flatMap(lifeValues),
    ...records.money.flatMap(moneyValues),
    ...tableValues(records, library),
  ];
}

function milestoneValues(entry: Entry<'milestones'>): Agreed[] {
  return entry.data.map(({ id, baseline }, index) => ({
    subject: `baseline of the milestone "${id}"`,
    words: baseline.due,
    at: fieldAt(entry, index, 'baseline', 'due'),
    mover: { by: 'date', milestone: id },
  }));
}

function benefitValues(entry: Entry<'benefits'>): Agreed[] {
  return entry.data.flatMap(({ id, baseline, target }, index) =>
    Object.entries({ baseline, target }).flatMap(([field, point]): Agreed[] => {
      if (point === undefined) return [];
      const mover = { by: 'benefit', benefit: id, initiative: entry.id } as const;
      const at = fieldAt(entry, index, field);
      return [{ subject: `${field} of the benefit "${id}"`, words: `${point.value} on ${point.date}`, at, mover }];
    }),
  );
}

function lifeValues(entry: Entry<'initiative'>): Agreed[] {
  const { start, end } = entry.data;
  return Object.entries({ start, end }).flatMap(([field, life]): Agreed[] => {
    if (life?.baseline === undefined) return [];
    const at = fieldAt(entry, field, 'baseline');
    return [
      { subject: `baseline of the ${field} of "${entry.id}"`, words: life.baseline, at, mover: { by: 'nothing' } },
    ];
  });
}

function moneyValues(entry: Entry<'money'>): Agreed[] {
  return entry.data.map(({ as_at, year, category, type, resource, funding, baseline }, index) => {
    const kind = [category, type, resource, funding].filter(Boolean).join(', ');
    return {
      subject: `baseline of "${entry.id}" for ${year}, as at ${as_at} (${kind})`,
      words: String(baseline),
      amount: baseline,
      at: fieldAt(entry, index, 'baseline'),
      mover: { by: 'cost', initiatives: [entry.id], year, sum: `${entry.id} ${year} ${as_at}` },
    };
  });
}

/** The rows of published tables, but for sums and where the money comes from, which follow from them. */
function tableValues({ financeFigures }: Records, { finance, initiatives }: Library): Agreed[] {
  return financeFigures.flatMap(({ id, file, columns, lines }) => {
    const declared = find(finance, id)?.entry.data.columns ?? [];
    return lines.flatMap((line) => {
      if (line.style !== 'line') return [];
      const name = `${id}/${line.id}`;
      const owners = Object.values(initiatives).filter(({ data }) => data.finance?.line === name);
      return line.figures.flatMap((figure, index): Agreed[] => {
        const column = declared.find((one) => one.id === columns[index]?.name);
        if (column === undefined || !agreedMeasures.includes(column.measure)) return [];
        return [
          {
            // One year may have several columns, such as what it began with and its budget.
            subject: `${column.measure} of "${name}" for ${column.year}`,
            words: String(figure.value),
            amount: figure.value,
            at: { file, line: figure.line, column: figure.column },
            mover: {
              by: 'cost',
              initiatives: owners.map((owner) => owner.id),
              year: column.year,
              sum: name + column.id,
            },
          },
        ];
      });
    });
  });
}
