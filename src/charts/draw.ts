import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import { Chart as ChartJs, type Plugin } from 'chart.js';
import { type Chart, chartFont } from './chart.ts';
import { chartKinds } from './kinds.ts';

ChartJs.register(...chartKinds);

// Text is measured with the font it is shown in; without it the labels would be spaced by whatever the machine has.
const font = createRequire(import.meta.url).resolve(
  '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2',
);
GlobalFonts.registerFromPath(font, chartFont);

/** Of a ligature the canvas leaves out all letters; letters set apart, however little, form none (CSS Text 3, 8.2). */
const wholeWords: Plugin = {
  id: 'whole-words',
  beforeUpdate({ ctx }) {
    ctx.letterSpacing = '0.001px';
  },
};

/**
 * Draws a chart as SVG, sharp at any size, its words as text.
 *
 * A canvas is blank or blurred once a page is cloned for printing, so charts are drawn when the site is built.
 *
 * @returns an `<svg>` element without the XML declaration; its ids start with the chart's id
 */
export function drawChart(chart: Chart): string {
  const { width, height } = chart.size;
  const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML);
  // Chart.js asks for the browser's canvas and uses no more of it than this one has.
  // It is drawn as it is made, since nothing moves; told to draw, it would draw all of it again on top.
  const drawing = new ChartJs(canvas as unknown as HTMLCanvasElement, {
    ...structuredClone(chart.config),
    plugins: [wholeWords],
  });
  const svg = canvas.getContent().toString('utf8');
  drawing.destroy();
  return tidy(svg, chart);
}

/** Takes out of a drawing what differs from run to run or from machine to machine, and what a page does not need. */
function tidy(svg: string, { id, size }: Chart): string {
  // The canvas numbers clip paths over its whole life; here they count from 1 in each drawing.
  const ids = [...new Set(Array.from(svg.matchAll(/\bid="([^"]+)"/g), (match) => match[1] ?? ''))];
  const renamed = ids.reduce(
    (text, old, index) =>
      text.replaceAll(`id="${old}"`, `id="${id}-${index + 1}"`).replaceAll(`url(#${old})`, `url(#${id}-${index + 1})`),
    svg.slice(svg.indexOf('<svg')),
  );
  return (
    renamed
      .replace(/<svg[^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}">`)
      // In quotes, because a name that ends in a digit is otherwise no name.
      .replaceAll(/ font-family="[^"]*"/g, ` font-family="'Source Sans 3'"`)
      // The canvas writes an element for each word, and an empty one for each space.
      .replaceAll(/<text[^>]*><\/text>/g, '')
      .replaceAll(/ d="([^"]*)"/g, (_whole, path: string) => ` d="${asArcs(path) ?? rounded(path)}"`)
      // One place for each text, not one for each letter: the page sets it with the font it was measured with.
      .replaceAll(/ (x|y)="(-?[\d.]+),[^"]*"/g, ' $1="$2"')
      .trim()
  );
}

/** Hundredths of a pixel are finer than any printer. */
function rounded(path: string): string {
  return path.replaceAll(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
}

/** A circle, which the canvas writes as dozens of curves, as the two arcs it is; undefined for any other path. */
function asArcs(path: string): string | undefined {
  const [first = '', ...curves] = path.replace(/Z$/, '').split('Q');
  const ends = [first.slice(1), ...curves.map((curve) => curve.split(' ').slice(-2).join(' '))].map((point) =>
    point.trim().split(' ').map(Number),
  );
  if (curves.length < 8 || /[LCM]/.test(path.slice(1))) return undefined;
  const xs = ends.map(([x = 0]) => x);
  const ys = ends.map(([, y = 0]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const radius = (right - left) / 2;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const isRound = ends.every(([px = 0, py = 0]) => Math.abs(Math.hypot(px - x, py - y) - radius) < 0.02);
  if (!isRound || Math.abs(bottom - top - 2 * radius) > 0.02) return undefined;
  return rounded(`M${left} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`);
}
