import type { RiskRow } from '../registers/risks.ts';
import { type Chart, fills, ink, plainOptions, signedLegend } from './chart.ts';

const bands = [
  { label: 'Low or medium (below 10)', holds: ['low', 'medium'], pointStyle: 'circle', fill: fills[3], words: ink },
  { label: 'High (10 to 15)', holds: ['high'], pointStyle: 'rectRot', fill: fills[2], words: ink },
  { label: 'Very high (16 and more)', holds: ['very-high'], pointStyle: 'rect', fill: fills[0], words: '#ffffff' },
] as const;

/** Open threats on five by five cells: how many stand at each probability and impact. Undefined where none is open. */
export function riskMatrixChart(id: string, name: string, rows: readonly RiskRow[]): Chart | undefined {
  const open = rows.filter(({ isOpen, risk }) => isOpen && risk.type === 'threat');
  if (open.length === 0) return undefined;
  const cells = [...Map.groupBy(open, ({ residual }) => `${residual.probability} ${residual.impact}`).values()].flatMap(
    (there) => (there[0] === undefined ? [] : [{ ...there[0].residual, count: there.length }]),
  );
  const options = plainOptions('Impact');
  const axis = {
    type: 'category',
    offset: true,
    ticks: options.scales?.x?.ticks,
    grid: { color: '#d8dde3', offset: true },
  };
  const points = ['1', '2', '3', '4', '5'];
  const title = (text: string) => ({ display: true, text, color: ink, font: options.scales?.x?.ticks?.font });
  const veryHigh = open.filter(({ residual }) => residual.band === 'very-high').length;
  return {
    id: `chart-risks-${id}`,
    title: `Open threats by probability and impact, ${name}`,
    summary: `Five by five cells with the number of threats in each; ${open.length} are open, ${veryHigh} of them very high.`,
    size: { width: 640, height: 380 },
    config: {
      type: 'scatter',
      data: {
        datasets: bands.map(({ label, holds, pointStyle, fill, words }) => {
          const own = cells.filter(({ band }) => (holds as readonly string[]).includes(band));
          return {
            label,
            data: own.map(({ probability, impact }) => ({ x: String(probability), y: String(impact) })),
            pointStyle,
            pointRadius: pointStyle === 'circle' ? 16 : 19,
            backgroundColor: fill,
            borderColor: ink,
            borderWidth: 1,
            pointWords: own.map(({ count }) => String(count)),
            pointWordColour: words,
          };
        }),
      },
      options: {
        ...options,
        plugins: signedLegend(options),
        scales: {
          x: { ...axis, labels: points, title: title('Probability') },
          y: { ...axis, labels: points.toReversed(), title: title('Impact') },
        },
      } as Chart['config']['options'] & object,
    },
    table: {
      headings: ['Impact, by probability', ...points],
      rows: [5, 4, 3, 2, 1].map((impact) => [
        String(impact),
        ...[1, 2, 3, 4, 5].map((probability) =>
          String(cells.find((cell) => cell.impact === impact && cell.probability === probability)?.count ?? 0),
        ),
      ]),
    },
  };
}
