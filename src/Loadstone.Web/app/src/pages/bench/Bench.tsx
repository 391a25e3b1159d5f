import { useEffect } from 'preact/hooks';
import { Help } from '../../fields/Help';
import { capacityUnit, hasMass, perMass } from './capacity';
import { Controls } from './controls/Controls';
import { start } from './live';
import { Numbers } from './Numbers';
import { StackPicture } from './picture/StackPicture';
import { LossPlot } from './plots/LossPlot';
import { RatePlot } from './plots/RatePlot';
import { StateMaps } from './plots/StateMaps';
import { TimeScrubber } from './plots/TimeScrubber';
import { VoltageKey, VoltagePlot } from './plots/VoltagePlot';
import { plotTopics } from './plots/topics';
import { detail, pickDetail, rateTest } from './rates';
import { Toolbar } from './Toolbar';
import './bench.css';
import './print.css';

/** The electrode in the hand: the stack to scale with handles, its recipe, and what follows from them while the hand moves. */
export function Bench() {
  useEffect(start, []);
  return (
    <div class="bench">
      <Toolbar />
      <StackPicture />
      <Controls />
      <div class="plots">
        <section class="panel">
          <header>
            <h2>Capacity against rate <Help topic={plotTopics.rate}>?</Help></h2>
            {hasMass.value && (
              <select aria-label="Unit of capacity" value={capacityUnit.value} onChange={event => (perMass.value = event.currentTarget.value === 'mAh/g')}>
                <option>mAh/g</option>
                <option>mAh/cm²</option>
              </select>
            )}
          </header>
          <RatePlot />
        </section>
        <section class="panel">
          <header><h2>Voltage <Help topic={plotTopics.voltage}>?</Help></h2><VoltageKey /></header>
          <VoltagePlot />
        </section>
        <section class="panel">
          <header>
            <h2>What takes the voltage <Help topic={plotTopics.losses}>?</Help></h2>
            <label>at <select value={detail.value} onChange={event => pickDetail(event.currentTarget.value)}>{rateTest.value.map(rate => <option key={rate}>{rate}</option>)}</select></label>
          </header>
          <LossPlot />
        </section>
        <section class="panel"><Numbers /></section>
        <section class="panel wide">
          <TimeScrubber />
          <StateMaps />
        </section>
      </div>
    </div>
  );
}
