import { seriesPair } from '../../charts/palette';
import { rangeOf } from '../../charts/scales';
import type { PlotFigure, PlotSeries } from '../../report/blocks';
import type { Filling } from './run';

const most = 300;
const room = 0.04;

type Numbers = readonly (number | null)[];
type Curve = (one: Filling) => readonly [Numbers, Numbers];

/** What the arrangements do as liquid comes in, set beside each other; the first bed of each. */
export function plotsOf(fillings: readonly Filling[]): readonly PlotFigure[] {
  if (fillings.some(one => one.steps.length > 0)) {
    return [
      plot('pressure', 'Pressure of entry', 'p liquid − p air / kPa', fillings, one => [one.steps.map(s => s.volumes), one.steps.map(s => s.pressure)]),
      plot('trapped', 'Trapped air', 'trapped air / %', fillings, one => [[0, ...one.steps.map(s => s.volumes)], [0, ...one.steps.map(s => 100 * s.trappedShare)]], 0),
      plot('time', 'Time', 'time / s', fillings, one => [one.steps.map(s => s.volumes), one.steps.map(s => s.time)], 0),
    ];
  }
  if (fillings.every(one => one.samples.volumes.length === 0)) return [];
  return [
    plot('saturation', 'Saturation', 'saturation / %', fillings, one => [one.samples.volumes, one.samples.saturation], 0),
    plot('outlet', 'Liquid at the outlet', 'liquid in what leaves / %', fillings, one => [one.samples.volumes, one.samples.outlet], 0),
    plot('inlet', 'Inlet pressure', 'inlet pressure / Pa', fillings, one => [one.samples.volumes, one.samples.pressure]),
  ];
}

function plot(name: string, title: string, label: string, fillings: readonly Filling[], of: Curve, floor: number | null = null): PlotFigure {
  const series = fillings.map((one, i): PlotSeries => {
    const [x, y] = of(one);
    const stride = Math.ceil(x.length / most) || 1;
    const kept = (values: Numbers) => values.filter((_, k) => k % stride === 0 || k === values.length - 1);
    return { label: one.name, style: 'Line', ...seriesPair(i), dash: [], x: kept(x), y: kept(y) };
  });
  const [, right] = ends(series.map(one => one.x));
  const [low, high] = ends(series.map(one => one.y));
  const margin = room * (high - low);
  return {
    kind: 'plot', title, caption: null,
    plot: { name, x: { label: 'injected pore volumes', log: false, min: 0, max: right }, y: { label, log: false, min: floor ?? low - margin, max: high + margin }, series },
  };
}

const ends = (rows: readonly Numbers[]) => rangeOf(rows.map(row => row.filter(value => value !== null)));
