import { kinds } from '../../../fields/quantity';
import type { HelpTopic } from '../../../fields/Help';
import { choicesOf, known, materials } from '../../../state/catalogue';
import type { LayerText, Side } from '../layers';
import { addSolid, exchangeSolid, kindOf, mainSolid, removeSolid, setSolid, solidKinds, type SolidKind } from '../solids';
import { topics } from '../topics';
import { Field } from './Field';

const topicOf: Readonly<Record<SolidKind, HelpTopic>> = { 'active material': topics.active, 'conductive carbon': topics.carbon, binder: topics.binder };

interface SolidProps {
  readonly side: Side;
  readonly index: number;
  readonly name: string;
  readonly of: string;
}

/** The recipe of a layer besides its main material: how much of what, another in its place. */
export function SolidFields({ side, index, layer, of }: { readonly side: Side; readonly index: number; readonly layer: LayerText; /** The layer's name. */ readonly of: string }) {
  const solids = layer.solids ?? {};
  const main = mainSolid(solids);
  return (
    <>
      {Object.keys(solids).filter(solid => solid !== main).map(solid => {
        const kind = kindOf(solid);
        return (
          <Field key={solid} path={[side, 'layers', index, 'solids', solid]} topic={{ ...(kind ? topicOf[kind] : topics.solid), title: solid }} kind={kinds.solid}
            head={<Material side={side} index={index} name={solid} of={of} />} change={(text, gesture) => setSolid(side, index, solid, text, gesture)} />
        );
      })}
    </>
  );
}

/** A material of the recipe: its name, behind which others of its kind stand. The main one cannot be taken out. */
export function Material({ side, index, name, of, isMain = false }: SolidProps & { readonly isMain?: boolean }) {
  const kind = kindOf(name);
  const take = (to: string) => (to === '' ? removeSolid(side, index, name) : exchangeSolid(side, index, name, to));
  return (
    <select class="material" aria-label={`${kind ?? 'material'} of ${of}`} title={name} value={name} onChange={event => take(event.currentTarget.value)}>
      {kind === null && <option value={name}>{name}</option>}
      {kind && choicesOf(kind, name).map(choice => <option key={choice.value} value={choice.value} label={choice.value}>{choice.label}</option>)}
      {!isMain && <option value="">take out</option>}
    </select>
  );
}

/** One more material of those that coatings are made of. */
export function MoreMaterials({ side, index, layer, of }: { readonly side: Side; readonly index: number; readonly layer: LayerText; readonly of: string }) {
  const taken = solidKinds.flatMap(kind => Object.keys(layer.solids ?? {}).map(solid => known(kind, solid)));
  return (
    <select class="more" aria-label={`Add a material to ${of}`} value="" onChange={event => event.currentTarget.value && addSolid(side, index, event.currentTarget.value)}>
      <option value="">+ Material…</option>
      {solidKinds.map(kind => (
        <optgroup key={kind} label={kind}>
          {materials(kind).filter(material => !taken.includes(material)).map(material => <option key={material.name} value={material.name}>{material.text}</option>)}
        </optgroup>
      ))}
    </select>
  );
}
