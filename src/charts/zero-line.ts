import type { Plugin, Scale } from 'chart.js';
import { ink } from './chart.ts';

/** Draws the line of nought, and not that of the foot, where values lie below nought. */
export const zeroLine: Plugin = {
  id: 'zeroLine',
  afterUpdate({ scales: { x, y } }) {
    if (x !== undefined && isBelowNought(y)) Object.assign(x.options, { border: { display: false } });
  },
  beforeDatasetsDraw({ ctx, chartArea: { left, right }, scales: { y } }) {
    if (!isBelowNought(y)) return;
    const height = y.getPixelForValue(0);
    ctx.save();
    ctx.strokeStyle = ink;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(left, height);
    ctx.lineTo(right, height);
    ctx.stroke();
    ctx.restore();
  },
};

/** Whether an axis of figures begins below nought and reaches it. */
function isBelowNought(axis: Scale | undefined): axis is Scale {
  return axis !== undefined && axis.type === 'linear' && axis.min < 0 && axis.max >= 0;
}
