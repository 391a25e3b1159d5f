import uPlot from 'uplot';
import { axis } from '../charts/axes';
import type { PlotAxis, PlotData, PlotSeries } from './blocks';

export interface Nearest {
  readonly series: PlotSeries;
  readonly x: number;
  readonly y: number;
}

const reach = 28; // px within which the cursor finds a point
const hasLine = (series: PlotSeries) => series.style !== 'Points';
const hasMarkers = (series: PlotSeries) => series.style === 'Points' || series.style === 'LineAndPoints';

/**
 * Options of a plot whose curves have points of their own, such as Nyquist's, which turn back: uPlot gives axes, zoom and cursor, and the
 * curves are drawn over its frame from their own points.
 */
export function plotOptions(plot: PlotData, shown: readonly PlotSeries[], isDark: boolean, onNear: (near: Nearest | null) => void): Omit<uPlot.Options, 'width' | 'height'> {
  const colour = (series: PlotSeries) => (isDark ? series.darkColor : series.color);
  const scale = (which: PlotAxis): uPlot.Scale => ({
    time: false,
    auto: false,
    distr: which.log ? 3 : 1,
    range: (_, low, high) => (low === null || high === null ? [which.min, which.max] : [low, high]),
  });
  return {
    scales: { x: scale(plot.x), y: scale(plot.y) },
    axes: [axis(plot.x.label, { size: 30 }), axis(plot.y.label, { size: 52 })],
    series: [{}, { paths: () => null, points: { show: false } }],
    legend: { show: false },
    cursor: { drag: { x: true, y: true, uni: 30 }, points: { show: false }, bind: { dblclick: self => () => (whole(self, plot), null) } },
    hooks: {
      ready: [self => whole(self, plot)],
      draw: [self => shown.forEach(series => draw(self, series, colour(series)))],
      setCursor: [self => onNear(nearest(self, shown))],
    },
  };
}

/** What uPlot itself needs to know: the ends of the axes. */
export const plotEnds = (plot: PlotData): uPlot.AlignedData => [[plot.x.min, plot.x.max], [plot.y.min, plot.y.max]];

function whole(self: uPlot, plot: PlotData): void {
  self.batch(() => {
    self.setScale('x', { min: plot.x.min, max: plot.x.max });
    self.setScale('y', { min: plot.y.min, max: plot.y.max });
  });
}

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
