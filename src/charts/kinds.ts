import {
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
} from 'chart.js';
import { pointWords } from './point-words.ts';
import { zeroLine } from './zero-line.ts';

/** What of Chart.js our charts are made of; nothing else of it reaches a reader. */
export const chartKinds = [
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  pointWords,
  zeroLine,
];
