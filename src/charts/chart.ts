import type { ChartConfiguration } from 'chart.js';

/** A value on the axis of figures, nothing where there is none, or a place by both axes. */
export type ChartPoint = number | null | { readonly x: number | string; readonly y: number | string };

/** A chart drawn from a register: the picture, the same figures as a table, and what they say in words. */
export interface Chart {
  /** Unique on a page; ids inside the drawing start with it. */
  readonly id: string;
  readonly title: string;
  /** What a reader who cannot see the picture is told; one or two sentences. */
  readonly summary: string;
  /** Width and height of the drawing in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** A plain value, so that a page could draw the same chart on a canvas. */
  readonly config: ChartConfiguration<'bar' | 'line' | 'scatter', ChartPoint[], string>;
  readonly table: {
    readonly headings: readonly string[];
    /** The first cell of each row is its heading. */
    readonly rows: readonly (readonly string[])[];
  };
}

/** Fills told apart by lightness, so that they stay apart on a grey printer. */
export const fills = ['#12355b', '#5b86b5', '#a9c4de', '#e3ecf5', '#ffffff'] as const;

/** Colour of bar outlines, axes and text. */
export const ink = '#1d2a38';

/** One word, because the canvas takes a family of several words for a mistake; `draw` turns it into the real name. */
export const chartFont = 'ChartSans';

/** What all charts share: no motion, fixed size, plain axes; whole numbers only where things are counted. */
export function plainOptions(unit: string, isCount = false): NonNullable<Chart['config']['options']> {
  const font = { family: chartFont, size: 13 };
  return {
    animation: false,
    // Not that of the machine, which would write 11.000 for 11,000 on some.
    locale: 'en-GB',
    responsive: false,
    devicePixelRatio: 1,
    layout: { padding: 4 },
    plugins: { legend: { position: 'bottom', labels: { color: ink, font, boxWidth: 14, padding: 14 } } },
    scales: {
      x: { grid: { display: false }, ticks: { color: ink, font }, border: { color: ink } },
      y: {
        beginAtZero: true,
        grid: { color: '#d8dde3' },
        border: { display: false },
        ticks: { color: ink, font, ...(isCount && { precision: 0 }) },
        // No longer than the axis it stands beside.
        title: { display: true, text: shortened(unit, 30), color: ink, font },
      },
    },
  };
}

/** Puts the one point of a line in the middle, where it is seen for what it is; more than one go from edge to edge. */
export function placed(options: ReturnType<typeof plainOptions>, points: number): ReturnType<typeof plainOptions> {
  if (points !== 1) return options;
  return { ...options, scales: { ...options.scales, x: { ...options.scales?.x, offset: true } } } as typeof options;
}

/** What a series of bars looks like. */
export function bars(index: number) {
  return { backgroundColor: fills[index % fills.length], borderColor: ink, borderWidth: 1, maxBarThickness: 56 };
}

/** Dashes and signs that tell lines apart without colour. */
const strokes = [
  { borderDash: [], pointStyle: 'circle' },
  { borderDash: [6, 4], pointStyle: 'triangle' },
  { borderDash: [2, 3], pointStyle: 'rect' },
] as const;

/** What a line looks like. */
export function line(index: number) {
  const { borderDash, pointStyle } = strokes[index % strokes.length] ?? strokes[0];
  const colour = fills[Math.min(index, 1)];
  return {
    borderColor: colour,
    backgroundColor: colour,
    borderDash: [...borderDash],
    pointStyle,
    pointRadius: 5,
    borderWidth: 2.5,
    // A year nobody has measured yet is a gap, not a nought.
    spanGaps: true,
  };
}

/** A label that is not wider than a chart can show. */
export function shortened(label: string, most = 44): string {
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

/** A legend that shows the signs of points, not squares of their colour. */
export function signedLegend({ plugins }: ReturnType<typeof plainOptions>) {
  return { legend: { ...plugins?.legend, labels: { ...plugins?.legend?.labels, usePointStyle: true, boxWidth: 12 } } };
}
