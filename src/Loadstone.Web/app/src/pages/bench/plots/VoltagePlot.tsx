import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import uPlot from 'uplot';
import { Chart } from '../../../charts/Chart';
import { axis, padded, short } from '../../../charts/axes';
import { colours, faint, seriesColour } from '../../../charts/colours';
import type { Rate } from '../../../state/bench';
import { capacityUnit, shownCapacity } from '../capacity';
import { isCurveStale, rates } from '../results';
import { pinColour, pins } from '../pins';
import { detail, rateValue } from '../rates';
import { given } from '../time';

/** The charge given at the moment that is looked at, in the unit of the plots. */
export const marker = computed(() => (given.value === null ? null : shownCapacity(given.value, rates.value[0]?.value.perGram ?? null)));

/** Slow rates are pale, fast ones deep: an order that is seen without reading. */
const shade = (index: number, count: number) => faint(seriesColour(0), count > 1 ? 0.45 + (0.55 * index) / (count - 1) : 1);

const table = (rate: Rate): uPlot.AlignedData => [rate.curve.areal.map(q => shownCapacity(q, rate.perGram)), [...rate.curve.voltage]];

/** Voltage against capacity at each rate; of pinned designs at the rate in detail. */
export function VoltagePlot() {
  const now = rates.value.map(r => r.value);
  const unit = capacityUnit.value;
  const chosen = rateValue(detail.value);
  const pinned = pins.value.flatMap(p => p.rates.filter(r => r.value === chosen).map(rate => ({ pin: p, rate })));
  const data = useMemo<uPlot.AlignedData>(() => {
    const tables = [...now, ...pinned.map(p => p.rate)].map(table);
    return tables.length > 0 ? uPlot.join(tables) : [[0], [null]];
  }, [rates.value, unit, pins.value, chosen]);
  return (
    <Chart
      label="Voltage against capacity"
      summary={now.map(r => `${r.rate}: mean ${r.meanVoltage === null ? 'none' : `${r.meanVoltage.toFixed(2)} V`}, ${r.end}`).join('; ')}
      shape={`${unit} ${chosen} ${now.map(r => r.rate).join(' ')} ${pinned.map(p => `${p.pin.id} ${p.pin.name}`).join('|')}`}
      data={data}
      stale={isCurveStale.value}
      marker={marker}
      options={() => ({
        legend: { show: false },
        pxAlign: false,
        cursor: { drag: { x: false, y: false } },
        padding: [8, 10, 0, 0],
        scales: { x: { time: false, range: (_, low, high) => padded(low, high, 0) }, y: { range: (_, low, high) => padded(low, high) } },
        axes: [axis(`capacity / ${unit}`, { values: (_, at) => at.map(short) }), axis('voltage / V', { size: 38 })],
        series: [
          {},
          ...now.map((rate, i) => ({ label: rate.rate, stroke: () => shade(i, now.length), width: rate.value === chosen ? 2.4 : 1.5, spanGaps: true, points: { show: false } })),
          ...pinned.map(p => ({ label: p.pin.name, stroke: () => seriesColour(pinColour(p.pin)), width: 1.1, spanGaps: true, points: { show: false } })),
        ].concat(now.length + pinned.length === 0 ? [{ label: '', stroke: () => colours.value.ink, width: 0, spanGaps: true, points: { show: false } }] : []),
      })}
    />
  );
}

/** Which curve is of which rate. */
export function VoltageKey() {
  const now = rates.value.map(r => r.value);
  return (
    <ul class="curve-key" aria-label="Rates of the curves">
      {now.map((rate, i) => <li key={rate.rate}><i style={{ background: shade(i, now.length) }} />{rate.rate}</li>)}
    </ul>
  );
}
