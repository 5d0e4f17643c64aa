import type { RatingValue } from '../records/scales.ts';
import { counted } from '../registers/counted.ts';
import { bars, type Chart, line, plainOptions, signedLegend } from './chart.ts';

/** How many initiatives stood at each rating, cycle by cycle. */
export interface RatingCounts {
  readonly period: string;
  readonly counts: readonly number[];
}

/** Ratings of a portfolio over its cycles: stacked bars, the worst rating at the foot and darkest. */
export function ratingCountsChart(
  id: string,
  name: string,
  words: readonly string[],
  cycles: readonly RatingCounts[],
): Chart {
  const labels = cycles.map(({ period }) => period);
  const options = plainOptions('initiatives', true);
  const last = cycles.at(-1);
  const now = words.map((word, index) => `${last?.counts[index] ?? 0} ${word.toLowerCase()}`).join(', ');
  return {
    id: `chart-ratings-${id}`,
    title: `Ratings of the ${name} portfolio, cycle by cycle`,
    summary: `Stacked bars, one for each of ${counted(labels.length, 'cycle')}. ${last === undefined ? 'There is none yet' : `In ${last.period}: ${now}`}.`,
    size: { width: 640, height: 300 },
    config: {
      type: 'bar',
      data: {
        labels,
        datasets: words.map((label, index) => ({
          label,
          data: cycles.map(({ counts }) => counts[index] ?? 0),
          ...bars(index),
        })),
      },
      options: {
        ...options,
        scales: { x: { ...options.scales?.x, stacked: true }, y: { ...options.scales?.y, stacked: true } },
      },
    },
    table: { headings: ['Cycle', ...words], rows: cycles.map(({ period, counts }) => [period, ...counts.map(String)]) },
  };
}

/** The rating an initiative claimed in a cycle, and the one its records gave. */
export interface RatingPoint {
  readonly period: string;
  readonly claimed: RatingValue;
  readonly computed: RatingValue;
}

/** Ratings of one initiative over its cycles: what was claimed as a line, what the records gave as another. */
export function ratingLineChart(id: string, name: string, points: readonly RatingPoint[]): Chart {
  const labels = points.map(({ period }) => period);
  const options = plainOptions('');
  const words = ['Green', 'Amber', 'Red'];
  const word = (value: RatingValue): string => value.charAt(0).toUpperCase() + value.slice(1);
  const says = points.map(({ period, claimed }) => `${claimed} in ${period}`).join(', ');
  return {
    id: `chart-rating-${id}`,
    title: `Overall rating of ${name}, claimed and by its records`,
    summary: `Two lines over ${counted(labels.length, 'cycle')}. Claimed: ${says || 'nothing yet'}.`,
    size: { width: 640, height: 260 },
    config: {
      type: 'line',
      data: {
        labels,
        datasets: [
          {
            label: 'Claimed',
            data: points.map(({ period, claimed }) => ({ x: period, y: word(claimed) })),
            ...line(0),
            pointRadius: 9,
            pointBackgroundColor: '#ffffff',
            // Under the other line, so that both are seen where they agree.
            order: 1,
          },
          {
            label: 'By its records',
            data: points.map(({ period, computed }) => ({ x: period, y: word(computed) })),
            ...line(1),
          },
        ],
      },
      options: {
        ...options,
        plugins: signedLegend(options),
        scales: {
          x: { ...options.scales?.x, offset: true },
          y: {
            type: 'category',
            labels: words,
            offset: true,
            grid: options.scales?.y?.grid ?? {},
            ticks: options.scales?.x?.ticks ?? {},
          },
        },
      } as Chart['config']['options'] & object,
    },
    table: {
      headings: ['Cycle', 'Claimed', 'By its records'],
      rows: points.map(({ period, claimed, computed }) => [period, word(claimed), word(computed)]),
    },
  };
}
