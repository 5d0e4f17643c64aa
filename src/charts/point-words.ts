import type { Plugin } from 'chart.js';
import { chartFont } from './chart.ts';

/** A series of points with a word in the middle of each, e.g. how many risks stand there. */
export interface WordedPoints {
  readonly pointWords?: readonly string[];
  readonly pointWordColour?: string;
}

/** Writes the words of a series into its points, because Chart.js has none of its own. */
export const pointWords: Plugin = {
  id: 'pointWords',
  afterDatasetsDraw(chart) {
    const { ctx, data } = chart;
    for (const [index, dataset] of data.datasets.entries()) {
      const { pointWords: words = [], pointWordColour = '#000' } = dataset as WordedPoints;
      if (words.length === 0) continue;
      ctx.save();
      ctx.font = `bold 14px ${chartFont}`;
      ctx.fillStyle = pointWordColour;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const [at, { x, y }] of chart.getDatasetMeta(index).data.entries()) ctx.fillText(words[at] ?? '', x, y);
      ctx.restore();
    }
  },
};
