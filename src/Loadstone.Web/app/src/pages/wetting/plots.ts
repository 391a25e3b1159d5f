import type { Plot, PlotSeries } from '../../charts/report';
import type { Filling } from './run';

const volumesAxis = { label: 'injected pore volumes', logarithmic: false, min: 0, max: null };
const most = 300;

/** What the arrangements do as liquid comes in, set beside each other; the first bed of each. */
export function plotsOf(fillings: readonly Filling[]): readonly Plot[] {
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

type Numbers = readonly (number | null)[];

function plot(name: string, title: string, label: string, fillings: readonly Filling[], of: (one: Filling) => readonly [Numbers, Numbers], min: number | null = null): Plot {
  const series = fillings.map((one, i): PlotSeries => {
    const [x, y] = of(one);
    const stride = Math.ceil(x.length / most) || 1;
    const kept = (values: Numbers) => values.filter((_, k) => k % stride === 0 || k === values.length - 1);
    return { label: one.name, style: 'Line', color: i, x: kept(x), y: kept(y), bars: null };
  });
  return { kind: 'plot', name, title, x: volumesAxis, y: { label, logarithmic: false, min, max: null }, series, caption: null };
}
