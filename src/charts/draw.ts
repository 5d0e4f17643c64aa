import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import { Chart as ChartJs } from 'chart.js';
import { type Chart, chartFont } from './chart.ts';
import { chartKinds } from './kinds.ts';

ChartJs.register(...chartKinds);

// Text is measured with the font it is shown in; without it the labels would be spaced by whatever the machine has.
const font = createRequire(import.meta.url).resolve(
  '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2',
);
GlobalFonts.registerFromPath(font, chartFont);

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
  const drawing = new ChartJs(canvas as unknown as HTMLCanvasElement, structuredClone(chart.config));
  drawing.draw();
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
      // One place for each text, not one for each letter: the page sets it with the font it was measured with.
      .replaceAll(/ (x|y)="(-?[\d.]+),[^"]*"/g, ' $1="$2"')
      .trim()
  );
}
