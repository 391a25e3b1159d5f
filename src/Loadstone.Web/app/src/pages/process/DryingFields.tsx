import { ChoiceField } from '../../fields/ChoiceField';
import { put, standing } from '../bench/place';
import { Field } from './Field';
import { processKinds } from './quantities';
import type { Side } from './sides';

const oven = { zones: [{ length: '8 m', airTemperature: '90 °C' }, { length: '8 m', airTemperature: '120 °C' }] };
const analyser = { rampAndHold: { temperature: '120 °C', start: '25 °C', rate: '2 K/s' } };
const choices = [{ value: 'zones', label: 'oven of zones' }, { value: 'ramp', label: 'ramp and hold' }, { value: 'none', label: 'not followed' }];

/** How the films dry: zones of an oven, or a ramp and a hold as of a moisture analyser. */
export function DryingFields({ side }: { readonly side: Side }) {
  const drying = [side, 'process', 'drying'];
  const zones = standing([...drying, 'zones']).value;
  const kind = Array.isArray(zones) ? 'zones' : standing([...drying, 'rampAndHold']).value === undefined ? 'none' : 'ramp';
  const list = Array.isArray(zones) ? (zones as readonly unknown[]) : [];
  const choose = (to: string) => put(drying, to === 'zones' ? oven : to === 'ramp' ? analyser : undefined);
  return (
    <fieldset>
      <legend>Drying</legend>
      <ChoiceField topic={{ title: 'Dryer', what: 'A continuous oven with zones, or a ramp and a hold. Where drying is not followed, binder and carbon stay where they were coated.' }} value={kind} choices={choices} onChange={choose} />
      {kind === 'ramp' && (
        <>
          <Field path={[...drying, 'rampAndHold', 'temperature']} kind={processKinds.temperature} title="Hold" what="Temperature of the hold." />
          <Field path={[...drying, 'rampAndHold', 'start']} kind={processKinds.temperature} title="Start" what="Temperature at the start of the ramp." standard="25 °C" />
          <Field path={[...drying, 'rampAndHold', 'rate']} kind={processKinds.ramp} title="Ramp" what="Speed of the ramp." standard="2 K/s" />
          <Field path={[...drying, 'rampAndHold', 'hold']} kind={processKinds.time} title="Hold for" what="Length of the hold." standard="600 s" />
        </>
      )}
      {list.map((_, i) => (
        <div class="zone" key={i} role="group" aria-label={`Zone ${i + 1}`}>
          <span class="zone-title">Zone {i + 1}
            <button type="button" class="plain" disabled={list.length < 2} aria-label={`Remove zone ${i + 1}`} onClick={() => put([...drying, 'zones'], list.filter((_, k) => k !== i))}>remove</button>
          </span>
          <Field path={[...drying, 'zones', i, 'length']} kind={processKinds.zoneLength} title="Length" what="Length of the zone." />
          <Field path={[...drying, 'zones', i, 'airTemperature']} kind={processKinds.temperature} title="Air" what="Temperature of the air." />
          <Field path={[...drying, 'zones', i, 'heatTransfer']} kind={processKinds.heat} title="Heat transfer" what="Heat-transfer coefficient per area of coating, both sides of the web together." standard="80 W/(m² K)" />
        </div>
      ))}
      {kind === 'zones' && <button type="button" onClick={() => put([...drying, 'zones'], [...list, list.at(-1)])}>Add a zone</button>}
      {kind === 'zones' && <Field path={[...drying, 'lineSpeed']} kind={processKinds.speed} title="Oven speed" what="Speed of the web through the zones." standard="coater's" />}
    </fieldset>
  );
}
