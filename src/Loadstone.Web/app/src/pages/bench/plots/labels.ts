import type uPlot from 'uplot';
import { colours } from '../../../charts/colours';

/** Length of a colour without its transparency: names stay legible beside faint curves. */
const opaque = 7;

/** Writes the names of curves at their last points, so that no key has to be read. */
export function nameCurves(names: readonly (string | null)[]): (plot: uPlot) => void {
  return plot => {
    const pen = plot.ctx;
    const ratio = devicePixelRatio || 1;
    pen.save();
    pen.font = `${11 * ratio}px "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif`;
    pen.textAlign = 'right';
    pen.lineWidth = 3 * ratio;
    pen.lineJoin = 'round';
    pen.strokeStyle = colours.value.paper;
    const taken: number[] = [];
    names.forEach((name, i) => {
      const values = plot.data[i + 1];
      if (name === null || !values) return;
      let last = values.length - 1;
      while (last >= 0 && values[last] == null) last--;
      if (last < 0) return;
      const x = plot.valToPos(plot.data[0][last]!, 'x', true);
      let y = plot.valToPos(values[last]!, 'y', true) - 6 * ratio;
      while (taken.some(other => Math.abs(other - y) < 11 * ratio)) y -= 11 * ratio;
      taken.push(y);
      pen.fillStyle = (plot.series[i + 1]!.stroke as (plot: uPlot, series: number) => string)(plot, i + 1).slice(0, opaque);
      const end = Math.min(x - 2 * ratio, plot.bbox.left + plot.bbox.width - 2 * ratio);
      const start = Math.max(end, plot.bbox.left + pen.measureText(name).width + 2 * ratio);
      pen.strokeText(name, start, y);
      pen.fillText(name, start, y);
    });
    pen.restore();
  };
}
