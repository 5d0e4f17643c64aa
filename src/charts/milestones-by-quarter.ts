import { counted } from '../registers/counted.ts';
import type { MilestoneRegister, MilestoneRow } from '../registers/milestones.ts';
import { type Chart, fills, ink, plainOptions } from './chart.ts';

/** Milestones due in each quarter: those delivered, those that slipped, and the rest. */
export function milestonesByQuarterChart({ rows, byQuarter }: MilestoneRegister): Chart {
  const quarters = byQuarter.map(({ label }) => label);
  const series = [
    { label: 'Delivered', holds: (row: MilestoneRow) => row.status === 'delivered' },
    { label: 'Expected late', holds: (row: MilestoneRow) => row.status !== 'delivered' && row.slipped },
    { label: 'To come', holds: (row: MilestoneRow) => row.status !== 'delivered' && !row.slipped },
  ].map(({ label, holds }) => ({
    label,
    data: quarters.map((quarter) => rows.filter((row) => row.quarter === quarter && holds(row)).length),
  }));
  const options = plainOptions('milestones', true);
  const counts = byQuarter.map(({ label, count }) => `${count} in ${label}`).join(', ');
  return {
    id: 'chart-milestones-by-quarter',
    title: 'Milestones by the quarter they were agreed for',
    summary: `Stacked bars of ${counted(rows.length, 'milestone')}: ${counts}; each divided into delivered, expected late and to come.`,
    size: { width: 640, height: 320 },
    config: {
      type: 'bar',
      data: {
        labels: quarters,
        datasets: series.map(({ label, data }, index) => ({
          label,
          data,
          backgroundColor: fills[index],
          borderColor: ink,
          borderWidth: 1,
          maxBarThickness: 72,
        })),
      },
      options: {
        ...options,
        scales: { x: { ...options.scales?.x, stacked: true }, y: { ...options.scales?.y, stacked: true } },
      },
    },
    table: {
      headings: ['Quarter', ...series.map(({ label }) => label), 'All'],
      rows: byQuarter.map(({ label, count }, index) => [
        label,
        ...series.map(({ data }) => String(data[index] ?? 0)),
        String(count),
      ]),
    },
  };
}
