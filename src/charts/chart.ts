import type { ChartConfiguration } from 'chart.js';

/** A chart drawn from a register: the picture, the same figures as a table, and what they say in words. */
export interface Chart {
  /** Unique on a page; ids inside the drawing start with it. */
  readonly id: string;
  readonly title: string;
  /** What a reader who cannot see the picture is told; one or two sentences. */
  readonly summary: string;
  /** Width and height of the drawing in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Bars only, so far; a plain value, so that a page could draw the same chart on a canvas. */
  readonly config: ChartConfiguration<'bar', number[], string>;
  readonly table: {
    readonly headings: readonly string[];
    /** The first cell of each row is its heading. */
    readonly rows: readonly (readonly string[])[];
  };
}

/** Fills told apart by lightness, so that they stay apart on a grey printer. */
export const fills = ['#12355b', '#5b86b5', '#a9c4de', '#e3ecf5'] as const;

/** Colour of bar outlines, axes and text. */
export const ink = '#1d2a38';

/** One word, because the canvas takes a family of several words for a mistake; `draw` turns it into the real name. */
export const chartFont = 'ChartSans';

/** What all bar charts share: no motion, fixed size, plain axes. */
export function barOptions(unit: string): NonNullable<Chart['config']['options']> {
  const font = { family: chartFont, size: 13 };
  return {
    animation: false,
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
        ticks: { color: ink, font, precision: 0 },
        title: { display: true, text: unit, color: ink, font },
      },
    },
  };
}
