import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { Chart } from '../../../charts/Chart';
import { axis, padded, short } from '../../../charts/axes';
import { seriesColour } from '../../../charts/colours';
import type { Rate } from '../../../state/bench';
import { capacityUnit, shownCapacity } from '../capacity';
import { curveOf, isCurveStale, rates } from '../results';
import { pinColour, pins } from '../pins';

const point = (rate: Rate) => [rate.value, shownCapacity(rate.arealCapacity, rate.perGram)] as const;

/** Capacity against rate: the design in hand, the pinned ones, and what was measured. */
export function RatePlot() {
  const now = rates.value.map(r => r.value);
  const unit = capacityUnit.value;
  const pinned = pins.value;
  const data = useMemo<uPlot.AlignedData>(() => {
    const curves = [now.map(point), unit === 'mAh/g' ? now.flatMap(r => (r.measured === null ? [] : [[r.value, r.measured] as const])) : [], ...pinned.map(p => p.rates.map(point))];
    const at = [...new Set(curves.flatMap(c => c.map(([x]) => x)))].sort((a, b) => a - b);
    return [at, ...curves.map(c => at.map(x => c.find(([rate]) => rate === x)?.[1] ?? null))] as uPlot.AlignedData;
  }, [rates.value, unit, pinned]);

  const of = curveOf.value;
  return (
    <Chart
      label="Capacity against rate"
      summary={now.map(r => `${short(shownCapacity(r.arealCapacity, r.perGram))} ${unit} at ${r.rate}`).join(', ')}
      shape={`${unit} ${pinned.map(p => `${p.id} ${p.name}`).join('|')}`}
      data={data}
      stale={isCurveStale.value}
      onDrawn={of === null ? undefined : () => drawn(of)}
      options={() => ({
        legend: { show: false },
        pxAlign: false,
        cursor: { drag: { x: false, y: false } },
        padding: [8, 10, 0, 0],
        scales: { x: { time: false, distr: 3, range: (_, low, high) => [0.8 * low, 1.25 * high] }, y: { range: (_, low, high) => padded(low, high, 0).map((y, i) => (i === 1 ? 1.08 * y : y)) as [number, number] } },
        axes: [
          axis('rate / C', { splits: plot => ticks(plot.scales['x']!.min ?? 0.1, plot.scales['x']!.max ?? 1), values: (_, at) => at.map(short), filter: (_, at) => at }),
          axis(`capacity / ${unit}`, { size: 38 }),
        ],
        series: [
          {},
          { label: 'this design', stroke: () => seriesColour(0), width: 2.5, spanGaps: true, points: { show: true, size: 7, fill: () => seriesColour(0) } },
          { label: 'measured', stroke: () => seriesColour(6), width: 0, points: { show: true, size: 9, width: 1.5, fill: 'transparent' } },
          ...pinned.map(p => ({ label: p.name, stroke: () => seriesColour(pinColour(p)), width: 1.2, spanGaps: true, points: { show: true, size: 4 } })),
        ],
      })}
    />
  );
}

/** The rate curve of a change stands on the screen: what measures the page reads this, and `data-wanted`, the newest change. */
function drawn(of: number): void {
  const root = document.documentElement;
  if (root.dataset['drawn'] === String(of)) return;
  root.dataset['drawn'] = String(of);
  performance.mark(`bench-drawn-${of}`);
}

function ticks(low: number, high: number): number[] {
  const all = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50].filter(t => t >= low && t <= high);
  return all.length > 0 ? all : [low, high];
}
