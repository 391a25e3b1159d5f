import { kinds, read } from '../../../fields/quantity';
import type { LayerText, Side } from '../layers';
import { addSize, partner, removeSize, setSizeShare, sizes, type SizeText } from '../particles';
import { kindOf } from '../solids';
import { topics } from '../topics';
import { Field, NumberField } from './Field';
import { Tool } from './Tool';

/** The sizes of the particles of a layer: one, or several with their shares, each perhaps with a spread. */
export function ParticleFields({ side, index, layer, drawn }: { readonly side: Side; readonly index: number; readonly layer: LayerText; /** µm */ readonly drawn: number | undefined }) {
  const list = sizes(side, index);
  const path = [side, 'layers', index] as const;
  return (
    <>
      {list.length === 0
        ? <Field path={[...path, 'particleDiameter']} topic={topics.diameter} kind={kinds.diameter} standard={drawn === undefined ? undefined : `${drawn} µm`} />
        : list.map((size, i) => <Size key={i} side={side} layer={index} index={i} list={list} size={size} />)}
      {typeof layer['sizeSpread'] === 'number' && <NumberField path={[...path, 'sizeSpread']} topic={topics.sizeSpread} kind={kinds.spread} />}
    </>
  );
}

function Size({ side, layer, index, list, size }: { readonly side: Side; readonly layer: number; readonly index: number; readonly list: readonly SizeText[]; readonly size: SizeText }) {
  const path = [side, 'layers', layer, 'particles', index] as const;
  const other = partner(list, index);
  const name = `${size.material ? `${size.material} ` : ''}size ${index + 1}`;
  const both = other === null ? 100 : (read(size.share, kinds.share) ?? 0) + (read(list[other]!.share, kinds.share) ?? 0);
  return (
    <div class="size" role="group" aria-label={name}>
      <Field path={[...path, 'diameter']} topic={{ ...topics.diameter, title: `⌀ ${name}` }} kind={kinds.diameter} />
      {other !== null && (
        <>
          <Field path={[...path, 'share']} topic={{ ...topics.sizeShare, title: `Share ${index + 1}` }} kind={kinds.share} high={both - 1}
            change={(text, gesture) => {
              const to = read(text, kinds.share);
              if (to !== null) setSizeShare(side, layer, index, to, gesture);
            }} />
          <Tool label={`Take ${name} away`} sign="✕" act={() => removeSize(side, layer, index)} />
        </>
      )}
    </div>
  );
}

/** One more size, where it is clear of which material. */
export function MoreSizes({ side, index, layer, drawn }: { readonly side: Side; readonly index: number; readonly layer: LayerText; readonly drawn: number | undefined }) {
  const now = read(layer['particleDiameter'], kinds.diameter) ?? drawn;
  const isOfOne = Object.keys(layer.solids ?? {}).filter(solid => kindOf(solid) === 'active material').length <= 1;
  if (!isOfOne || now === undefined) return null;
  return <button type="button" class="more" onClick={() => addSize(side, index, now)}>+ Size</button>;
}
