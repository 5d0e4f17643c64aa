import { Chart, type ChartConfiguration, Tooltip } from 'chart.js';
import { chartKinds } from '../charts/kinds.ts';
import { makeElement } from './elements.ts';

Chart.register(...chartKinds, Tooltip);

type Drawing = Chart<'bar' | 'line' | 'scatter', unknown[], string>;

/** One point of a chart by its place in the configuration. */
interface PointPlace {
  readonly datasetIndex: number;
  readonly index: number;
}

/** Draws a chart again on a canvas over its picture, with what a point is on hover, tap and arrow keys. */
export function enliven(picture: HTMLElement): void {
  const config = JSON.parse(picture.dataset.chart ?? '') as ChartConfiguration<
    'bar' | 'line' | 'scatter',
    unknown[],
    string
  >;
  const canvas = makeElement('canvas', {
    tabindex: '0',
    role: 'img',
    'aria-label': `${picture.getAttribute('aria-label')} Arrow keys go from value to value.`,
  });
  const said = makeElement('p', { class: 'visually-hidden', role: 'status' });
  // The drawing is one thing to a screen reader, and the canvas takes its place there too.
  for (const role of ['role', 'aria-label']) picture.removeAttribute(role);
  for (const drawn of picture.children) drawn.setAttribute('aria-hidden', 'true');
  picture.classList.add('is-live');
  picture.append(makeElement('div', { class: 'chart-live' }, canvas), said);
  const chart = draw(canvas, config);
  const places = placesOf(chart);
  let at = -1;
  canvas.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') at = -1;
    else if (event.key === 'Home') at = 0;
    else if (event.key === 'End') at = places.length - 1;
    else if (step !== undefined) at = Math.min(places.length - 1, Math.max(0, at + step));
    else return;
    event.preventDefault();
    said.textContent = show(chart, places[at]);
  });
  canvas.addEventListener('blur', () => show(chart, undefined));
}

function draw(
  canvas: HTMLCanvasElement,
  config: ChartConfiguration<'bar' | 'line' | 'scatter', unknown[], string>,
): Drawing {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return new Chart(canvas, {
    ...config,
    options: {
      ...config.options,
      responsive: true,
      maintainAspectRatio: false,
      devicePixelRatio: window.devicePixelRatio,
      animation: isStill ? false : { duration: 250 },
      plugins: { ...config.options?.plugins, tooltip: { displayColors: false } },
    },
  });
}

/** Every point that has a value, from left to right, at each place one series after the other. */
function placesOf(chart: Drawing): PointPlace[] {
  return chart.data.datasets
    .flatMap(({ data }, datasetIndex) =>
      data.flatMap((value, index) => (value === null ? [] : { datasetIndex, index })),
    )
    .toSorted((a, b) => a.index - b.index || a.datasetIndex - b.datasetIndex);
}

/** Shows what a point is, and says it in words; shows nothing where there is none. */
function show(chart: Drawing, place: PointPlace | undefined): string {
  const { tooltip } = chart;
  const element = place && chart.getDatasetMeta(place.datasetIndex).data[place.index];
  const active = place === undefined ? [] : [place];
  chart.setActiveElements(active);
  tooltip?.setActiveElements(active, { x: element?.x ?? 0, y: element?.y ?? 0 });
  chart.update('none');
  // Chart.js leaves in a tooltip what it said last.
  if (place === undefined) return '';
  return [...(tooltip?.title ?? []), ...(tooltip?.body ?? []).flatMap(({ lines }) => lines)].join(', ');
}
