import type { PlotAxis } from './report';

/** Where numbers stand on an axis from 0 to 1, and the numbers that are written along it. */
export interface AxisScale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** A scale that holds all values. */
export function scaleOf(axis: PlotAxis, values: readonly (number | null)[], wanted: number): AxisScale {
  const shown = values.filter((v): v is number => v !== null && (!axis.logarithmic || v > 0));
  const low = axis.min ?? (shown.length > 0 ? Math.min(...shown) : axis.logarithmic ? 0.1 : 0);
  const high = axis.max ?? (shown.length > 0 ? Math.max(...shown) : 1);
  return axis.logarithmic ? logarithmic(low, high) : linear(low, high, wanted, axis.min !== null, axis.max !== null);
}

function linear(low: number, high: number, wanted: number, lowFixed: boolean, highFixed: boolean): AxisScale {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const raw = span / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find(m => m * power >= raw) ?? 10);
  const from = lowFixed ? low : Math.floor(low / step + 1e-9) * step;
  const to = highFixed ? high : Math.max(from + step, Math.ceil(high / step - 1e-9) * step);
  const ticks: number[] = [];
  for (let k = Math.ceil(from / step - 1e-9); k * step <= to + 1e-9 * step; k++) ticks.push(Number((k * step).toPrecision(12)));
  return { at: v => (v - from) / (to - from), ticks };
}

function logarithmic(low: number, high: number): AxisScale {
  const from = Math.floor(Math.log10(low) + 1e-9);
  const to = Math.max(from + 1, Math.ceil(Math.log10(high) - 1e-9));
  const every = Math.ceil((to - from) / 6);
  const ticks: number[] = [];
  for (let k = from; k <= to; k += every) ticks.push(10 ** k);
  return { at: v => (Math.log10(v) - from) / (to - from), ticks };
}

/** A number as an axis writes it. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e5 || size < 1e-3)) {
    const power = Math.floor(Math.log10(size) + 1e-9);
    const digits = String(power).replace('-', '⁻').replace(/\d/g, d => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]!);
    const front = Number((value / 10 ** power).toPrecision(3));
    return front === 1 ? `10${digits}` : `${front}·10${digits}`;
  }
  return String(Number(value.toPrecision(6))).replace('-', '−');
}
