import uPlot from 'uplot';
import { axis } from '../charts/axes';
import { numberText } from '../charts/numbers';
import type { PlotAxis, PlotData, PlotSeries } from './blocks';

export interface Nearest {
  readonly series: PlotSeries;
  readonly x: number;
  readonly y: number;
}

const reach = 28; // px within which the cursor finds a point
const hasLine = (series: PlotSeries) => series.style !== 'Points';
const hasMarkers = (series: PlotSeries) => series.style === 'Points' || series.style === 'LineAndPoints';

/** What is drawn now. */
export interface Drawn {
  readonly plot: PlotData;
  readonly shown: readonly PlotSeries[];
  readonly dark: boolean;
}

/**
 * Options of a plot whose curves have points of their own, such as Nyquist's, which turn back: uPlot gives axes, zoom and cursor, and the
 * curves are drawn over its frame from their own points.
 */
export function plotOptions(now: () => Drawn, onNear: (near: Nearest | null) => void): Omit<uPlot.Options, 'width' | 'height'> {
  const { x, y } = now().plot;
  return {
    scales: { x: scale(x, () => now().plot.x, true), y: scale(y, () => now().plot.y, (_, isWhole) => isWhole) },
    axes: [axis(x.label, { size: 30, ...ticks(x) }), axis(y.label, { size: (_, written) => width(written), ...ticks(y) })],
    series: [{}, { paths: () => null, points: { show: false } }],
    legend: { show: false },
    cursor: { drag: { x: true, y: true, uni: 30 }, points: { show: false } },
    hooks: {
      draw: [self => now().shown.forEach(series => draw(self, series, now().dark ? series.darkColor : series.color))],
      setCursor: [self => onNear(nearest(self, now().shown))],
    },
  };
}

// The whole is shown where data are new or somebody clicks twice; what a drag chose stays as it was chosen.
const scale = (first: PlotAxis, now: () => PlotAxis, auto: uPlot.Scale.Auto): uPlot.Scale => ({
  time: false,
  distr: first.log ? 3 : 1,
  auto,
  range: (_, low, high) => (low === null || high === null ? [now().min, now().max] : [low, high]),
});

// As wide as its numbers need, so that none runs into the axis' name.
const width = (written: readonly string[] | null) => Math.max(40, 16 + 6 * Math.max(0, ...(written ?? []).map(text => text.length)));

const ticks = (of: PlotAxis): Partial<uPlot.Axis> => ({
  values: (_, splits) => splits.map((value: number | null) => (value === null ? '' : numberText(value))),
  // Over several decades the lines between powers of ten would be a thicket.
  ...(of.log && of.max > 50 * of.min ? { splits: (_self, _axis, low, high) => decades(low, high) } : {}),
});

/** The powers of ten within a range, at most as many as can be written. */
export function decades(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first) / 8));
  return Array.from({ length: Math.max(0, Math.floor((last - first) / every) + 1) }, (_, i) => 10 ** (first + i * every));
}

/** What uPlot itself needs to know: the ends of the axes. */
export const plotEnds = (plot: PlotData): uPlot.AlignedData => [[plot.x.min, plot.x.max], [plot.y.min, plot.y.max]];

function nearest(self: uPlot, shown: readonly PlotSeries[]): Nearest | null {
  const { left = -1, top = -1 } = self.cursor;
  if (left < 0) return null;
  let best: Nearest | null = null;
  let least = reach;
  for (const series of shown) {
    series.x.forEach((x, i) => {
      const y = series.y[i];
      if (x === null || y === null || y === undefined) return;
      const distance = Math.hypot(self.valToPos(x, 'x') - left, self.valToPos(y, 'y') - top);
      if (distance < least) [best, least] = [{ series, x, y }, distance];
    });
  }
  return best;
}

function draw(self: uPlot, series: PlotSeries, colour: string): void {
  const { ctx, bbox } = self;
  const ratio = devicePixelRatio;
  const line = new Path2D();
  const marks = new Path2D();
  const bars = new Path2D();
  let pen = false;
  series.x.forEach((at, i) => {
    const value = series.y[i];
    if (at === null || value === null || value === undefined) {
      pen = false;
      return;
    }
    const x = self.valToPos(at, 'x', true);
    const y = self.valToPos(value, 'y', true);
    if (pen) line.lineTo(x, y);
    else line.moveTo(x, y);
    pen = true;
    const half = series.bars?.[i] ?? 0;
    if (half > 0) {
      bars.moveTo(x, self.valToPos(value + half, 'y', true));
      bars.lineTo(x, value - half > 0 || self.scales['y']!.distr !== 3 ? self.valToPos(value - half, 'y', true) : bbox.top + bbox.height);
    }
    if (hasMarkers(series)) {
      marks.moveTo(x + 2.6 * ratio, y);
      marks.arc(x, y, 2.6 * ratio, 0, 2 * Math.PI);
    }
  });
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = 1.6 * ratio;
  ctx.lineJoin = 'round';
  ctx.setLineDash(series.dash.map(length => length * ratio));
  if (hasLine(series)) ctx.stroke(line);
  ctx.setLineDash([]);
  ctx.lineWidth = ratio;
  ctx.stroke(bars);
  ctx.fill(marks);
  ctx.restore();
}
