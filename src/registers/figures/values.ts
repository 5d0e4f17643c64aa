import type { Library } from '../../library/library.ts';
import { find } from '../../library/shelf.ts';
import { slug } from '../../markdown/slug.ts';
import { factKey } from '../../records/facts.ts';
import type { Entry } from '../../records/read-records.ts';
import { inWords } from '../dates.ts';
import { decimalsOf } from '../finance.ts';
import { type FactPlace, type Figure, type StoredFigure, sumFigure } from './figure.ts';

/** The values of indicators: `knife-crime/baseline`, `knife-crime/target`, and each measured, `knife-crime/2017-06-30`. */
export function indicatorValues(library: Library): StoredFigure[] {
  return Object.entries(library.indicators).flatMap(([id, { entry, series }]) => {
    const { name, unit, decimals } = entry.data;
    const set = (['baseline', 'target'] as const).flatMap((which): StoredFigure[] => {
      const given = entry.data[which];
      if (given === undefined) return [];
      const at = fieldPlace(entry, `/${which}/value`, factKey(which, 'value'));
      const title = `${name}, ${which}`;
      return [{ name: `${id}/${which}`, title, value: given.value, unit, decimals, asAt: given.date, at }];
    });
    const measured = series.map(({ date, area, value, file, line, column }): StoredFigure => {
      const at = { file, line, column, key: factKey(date, area, 'value') };
      const title = [name, area, inWords(date)].filter(Boolean).join(', ');
      return { name: factKey(id, date, area && slug(area)), title, value, unit, decimals, asAt: date, at };
    });
    return [...set, ...measured];
  });
}

/** The values of benefits: `bss-b1/baseline`, `bss-b1/target`, and each planned, `bss-b1/planned/2017-18`. */
export function benefitValues(library: Library): StoredFigure[] {
  return Object.values(library.benefits).flatMap((benefit) => {
    const { id, title, unit = '', baseline, target, path, places, file } = benefit;
    const given = [baseline?.value, target?.value, ...path.map(({ planned }) => planned)];
    const decimals = Math.max(0, ...given.map((value) => decimalsOf(value ?? 0)));
    const figure = (
      name: string,
      what: string,
      value: number,
      asAt: string | null,
      pointer: string,
      key = pointer,
    ): StoredFigure => ({
      name: `${id}/${name}`,
      title: `${title}, ${what}`,
      value,
      unit,
      decimals,
      asAt,
      at: fieldPlace({ file, positions: places }, `/${pointer}`, factKey(id, key)),
    });
    return [
      ...(baseline ? [figure('baseline', 'baseline', baseline.value, baseline.date, 'baseline/value')] : []),
      ...(target ? [figure('target', 'target', target.value, target.date, 'target/value')] : []),
      ...path.map(({ period, planned }, index) =>
        figure(
          `planned/${period}`,
          `planned for ${period}`,
          planned,
          null,
          `path/${index}/planned`,
          `path/${period}/planned`,
        ),
      ),
    ];
  });
}

/** What change requests ask for, year by year and in all: `cr-002/cost/2017-18`, `cr-002/cost/life`. */
export function changeCosts(library: Library): Figure[] {
  return Object.values(library.changeRequests).flatMap((change) => {
    const { title, initiative, impact } = change.data;
    const finance = find(library.initiatives, initiative)?.data.finance;
    if (impact === undefined || finance === undefined || impact.cost.length === 0) return [];
    const years = impact.cost.map(({ year, amount }, index): StoredFigure => {
      const at = fieldPlace(change, `/impact/cost/${index}/amount`, `impact/cost/${year}/amount`);
      const facts = { value: amount, unit: finance.unit, decimals: finance.decimals, asAt: null };
      return { name: `${change.id}/cost/${year}`, title: `${title}, cost in ${year}`, ...facts, at };
    });
    return [...years, sumFigure(`${change.id}/cost/life`, `${title}, cost in all`, years)];
  });
}

function fieldPlace(entry: Pick<Entry, 'file' | 'positions'>, pointer: string, key: string): FactPlace {
  const { line, column } = entry.positions[pointer] ?? { line: 1, column: 1 };
  return { file: entry.file, line, column, key };
}
