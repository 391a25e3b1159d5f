import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { Chart } from '../../../charts/Chart';
import { axis, padded, short } from '../../../charts/axes';
import { seriesColour } from '../../../charts/colours';
import { Help } from '../../../fields/Help';
import type { Losses } from '../../../state/bench';
import { capacityUnit, shownCapacity } from '../capacity';
import { isStale, losses } from '../results';
import { given } from '../time';
import { lossTopics } from './topics';
import { marker } from './VoltagePlot';

const worthShowing = 0.5;

/** What takes the voltage, stacked against capacity, and how much of it each does at the moment that is looked at. */
export function LossPlot() {
  const whole = losses.value?.value;
  const found = useMemo(() => whole && { ...whole, terms: whole.terms.filter(term => term.values.some(mV => Math.abs(mV) >= worthShowing)) }, [whole]);
  const unit = capacityUnit.value;
  const data = useMemo<uPlot.AlignedData>(() => {
    if (!found) return [[0], [null]];
    const sum = found.areal.map(() => 0);
    const stacked = found.terms.map(term => term.values.map((mV, i) => (sum[i]! += mV)));
    // The tallest is drawn first, so that each covers the one behind it down to its own top.
    return [found.areal.map(q => shownCapacity(q, found.perGram)), ...stacked.reverse()];
  }, [found, unit]);
  const terms = found?.terms ?? [];
  const now = found && given.value !== null ? found.terms.map(term => valueAt(found, term.values, given.value!)) : [];
  return (
    <div class="losses">
      <Chart
        label={`Voltage losses at ${found?.rate ?? ''}`}
        summary={terms.map((t, i) => `${t.label} ${(now[i] ?? 0).toFixed(0)} mV`).join(', ')}
        shape={`${unit} ${terms.map(t => t.key).join()}`}
        data={data}
        stale={isStale(losses)}
        marker={marker}
        options={() => ({
          legend: { show: false },
          pxAlign: false,
          cursor: { show: false },
          padding: [8, 10, 0, 0],
          scales: { x: { time: false, range: (_, low, high) => padded(low, high, 0) }, y: { range: (plot, low, high) => padded(low, Math.min(high, highest(plot.data)), 0) } },
          axes: [axis(`capacity / ${unit}`, { values: (_, at) => at.map(short) }), axis('loss / mV', { size: 38 })],
          series: [{}, ...terms.map((term, i) => ({ label: term.label, stroke: () => seriesColour(i), fill: () => seriesColour(i), width: 0.5, points: { show: false } })).reverse(), ...(terms.length === 0 ? [{}] : [])],
        })}
      />
      <ul class="loss-key">
        {terms.map((term, i) => (
          <li key={term.key}>
            <i class="swatch" style={{ background: seriesColour(i) }} />
            <Explained term={term} />
            <b>{Math.round(now[i] ?? 0) + 0} mV</b>
          </li>
        )).reverse()}
      </ul>
    </div>
  );
}

function Explained({ term }: { readonly term: Losses['terms'][number] }) {
  const topic = lossTopics[term.key];
  return topic ? <Help topic={topic}><span>{term.label}</span></Help> : <span>{term.label}</span>;
}

/** Losses run off at the very end of a discharge; the plot keeps the part that can be read. */
function highest(data: uPlot.AlignedData): number {
  const total = ((data[1] ?? []) as (number | null)[]).filter(v => v !== null).sort((a, b) => a - b);
  return 1.6 * (total[Math.floor(0.93 * total.length)] ?? Infinity);
}

function valueAt({ areal }: Losses, values: readonly number[], at: number): number {
  const found = areal.findIndex(q => q >= at);
  const above = found < 0 ? areal.length - 1 : Math.max(1, found);
  const [q0 = 0, q1 = 0, v0 = 0, v1 = 0] = [areal[above - 1], areal[above], values[above - 1], values[above]];
  return q1 > q0 ? v0 + ((v1 - v0) * Math.min(1, Math.max(0, (at - q0) / (q1 - q0)))) : v0;
}
