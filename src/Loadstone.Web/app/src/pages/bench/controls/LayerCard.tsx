import { kinds, read } from '../../../fields/quantity';
import { endGesture } from '../../../state/document';
import { duplicate, remove, rename, setShare, shares, swap, type LayerText, type Side } from '../layers';
import { structure } from '../results';
import { standing } from '../place';
import { mainSolid } from '../solids';
import { topics } from '../topics';
import { Field } from './Field';
import { MoreSizes, ParticleFields } from './ParticleFields';
import { Material, MoreMaterials, SolidFields } from './SolidFields';
import { Tool } from './Tool';

export interface LayerCardProps {
  readonly side: Side;
  readonly index: number;
  readonly list: readonly LayerText[];
  /** Whether the layer written later stands nearer to the foil. */
  readonly reversed: boolean;
}

const twice = (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.3">
    <rect x="1" y="3.5" width="7.5" height="7.5" rx="1" />
    <path d="M4 1.2h6.2a.8.8 0 0 1 .8.8v6" />
  </svg>
);

/** One layer: its share, particles, pores and recipe, and what can be done with it as a whole. */
export function LayerCard({ side, index, list, reversed }: LayerCardProps) {
  const layer = list[index]!;
  const name = layer.name ?? `layer ${index + 1}`;
  const path = [side, 'layers', index] as const;
  const upper = reversed ? index - 1 : index;
  const lower = reversed ? index : index - 1;
  const canRise = reversed ? index > 0 : index < list.length - 1;
  const canSink = reversed ? index < list.length - 1 : index > 0;
  const now = shares(list);
  const drawn = structure.value?.value.layers.find(l => l.electrode === side && l.index === index);
  const electrode = standing([side, 'porosity']).value;
  const standard = typeof electrode === 'string' ? electrode : drawn?.porosity ? `${(100 * drawn.porosity).toFixed(1)} %` : undefined;
  return (
    <fieldset class="layer">
      <legend>
        <input class="layer-name" aria-label="Name of the layer" value={name} onInput={event => event.currentTarget.value.trim() && rename(side, index, event.currentTarget.value, `name ${index}`)} onBlur={endGesture} />
        <Material side={side} index={index} name={mainSolid(layer.solids ?? {})} of={name} isMain />
        <span class="layer-tools">
          <Tool label={`Move ${name} up`} sign="↑" disabled={!canRise} act={() => swap(side, upper)} />
          <Tool label={`Move ${name} down`} sign="↓" disabled={!canSink} act={() => swap(side, lower)} />
          <Tool label={`Duplicate ${name}`} sign={twice} act={() => duplicate(side, index)} />
          <Tool label={`Delete ${name}`} sign="✕" disabled={list.length < 2} act={() => remove(side, index)} />
        </span>
      </legend>
      {list.length > 1 && (
        <Field path={[...path, 'share']} topic={topics.share} kind={kinds.share} standard={`${(now[index]!).toFixed(1)} %`}
          high={now[index]! + now[index + 1 < list.length ? index + 1 : index - 1]! - 1}
          change={(text, gesture) => {
            const to = read(text, kinds.share);
            if (to !== null) setShare(side, index, to, gesture);
          }} />
      )}
      <ParticleFields side={side} index={index} layer={layer} drawn={drawn?.particles[0]?.diameter} />
      <Field path={[...path, 'porosity']} topic={topics.layerPorosity} kind={kinds.porosity} standard={standard} />
      <SolidFields side={side} index={index} layer={layer} of={name} />
      <div class="layer-more">
        <MoreSizes side={side} index={index} layer={layer} drawn={drawn?.particles[0]?.diameter} />
        <MoreMaterials side={side} index={index} layer={layer} of={name} />
      </div>
    </fieldset>
  );
}
