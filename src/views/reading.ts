import { writeFigure } from '../registers/finance.ts';

/** Minutes in words, e.g. `45 min` or `1 h 30 min`. */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A whole number as people read it, e.g. `14,200`. */
export function thousands(count: number): string {
  return writeFigure(count, 0);
}
