import { ChoiceField } from '../../fields/ChoiceField';
import { kinds } from '../../fields/quantity';
import { type DocumentPath } from '../../state/document';
import { put, standing } from '../bench/place';
import { Field } from './Field';
import { processKinds } from './quantities';
import type { Side } from './sides';

const solvents = [
  { value: 'nmp', label: 'NMP' },
  { value: 'water', label: 'water' },
];

/** Recipe of a layer: solids, solvent, and what was measured of the slurry. */
export function LayerFields({ side, index }: { readonly side: Side; readonly index: number }) {
  const path: DocumentPath = [side, 'layers', index];
  const solids = (standing([...path, 'solids']).value ?? {}) as Readonly<Record<string, unknown>>;
  const slurry = [...path, 'slurry'];
  const name = standing([...path, 'name']).value;
  return (
    <fieldset>
      <legend>{typeof name === 'string' ? name : `Layer ${index + 1}`}{index === 0 && <span class="muted"> at the foil</span>}</legend>
      {Object.keys(solids).map(solid => (
        <Field key={solid} path={[...path, 'solids', solid]} kind={{ ...kinds.solid, high: 100 }} title={solid} what={`Mass of ${solid} per mass of all solids; all of them add up to 100 %.`} />
      ))}
      {standing(slurry).value === undefined
        ? <p class="note"><button type="button" onClick={() => put(slurry, { solvent: 'nmp', solidsContent: '60 %' })}>Add a slurry</button></p>
        : (
          <>
            <ChoiceField topic={{ title: 'Solvent', what: 'Liquid that the solids are dispersed in.' }} value={String(standing([...slurry, 'solvent']).value ?? '')} choices={solvents} onChange={solvent => put([...slurry, 'solvent'], solvent)} />
            <Field path={[...slurry, 'solidsContent']} kind={processKinds.solids} title="Solids content" what="Mass of solids per mass of slurry." />
            <details>
              <summary>Measured of the slurry</summary>
              <Field path={[...slurry, 'yieldStress']} kind={processKinds.yield} title="Yield stress" what="Yield stress of Casson's law, where it was measured." standard="derived" />
              <Field path={[...slurry, 'highShearViscosity']} kind={processKinds.viscosity} title="High shear" what="Viscosity at high shear of Casson's law, where it was measured." standard="derived" />
              <Field path={[...slurry, 'lowShearViscosity']} kind={processKinds.viscosity} title="At rest" what="Viscosity at 0.1 s⁻¹, where it was measured: it decides how much binder the slurry holds while it dries." standard="derived" />
              <Field path={[...slurry, 'carbonStructureVolume']} kind={processKinds.structure} title="Carbon volume" what="Volume of the carbon with the liquid that its aggregates hold, per mass: better mixing makes it smaller." standard="4 mL/g" />
            </details>
          </>
        )}
    </fieldset>
  );
}
