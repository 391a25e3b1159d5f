import type uPlot from 'uplot';
import { colours } from './colours';

const font = '11px "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif';

const rule = () => colours.value.rule;

/** An axis with its quantity and unit, in the page's colours. */
export function axis(label: string, more: Partial<uPlot.Axis> = {}): uPlot.Axis {
  return {
    label,
    labelSize: 15,
    labelFont: font,
    labelGap: 0,
    font,
    stroke: () => colours.value.muted,
    grid: { stroke: rule, width: 1 },
    ticks: { stroke: rule, width: 1, size: 4 },
    gap: 3,
    size: 22,
    ...more,
  };
}

/** A number as short as a plot needs it. */
export const short = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(4))) : '–');

/** A range that keeps the smallest and largest values of all that is shown a little off the frame. */
export const padded = (low: number, high: number, floor: number | null = null): [number, number] => {
  const room = 0.05 * (high - low || Math.abs(high) || 1);
  return [floor !== null ? Math.min(floor, low) : low - room, high + room];
};
