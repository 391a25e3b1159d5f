import { computed } from '@preact/signals';
import { kinds, read } from '../../fields/quantity';
import type { StackLayer, Structure } from '../../state/bench';
import { layers, shares, type Side } from './layers';
import { standing } from './place';

/** What the document says of the sizes of a coating, as numbers. */
interface CoatingSizes {
  readonly loading: number | null;
  readonly thickness: number | null;
  readonly porosity: number | null;
  readonly shares: readonly number[];
  readonly porosities: readonly (number | null)[];
}

export type Geometry = Readonly<Record<Side, CoatingSizes>>;

export const geometry = computed<Geometry>(() => ({ positive: sizes('positive'), negative: sizes('negative') }));

/**
 * The stack as it looks after the last edits, before the server has answered: thicknesses of the last answer times the ratio of what the
 * document said then and says now. The next answer takes its place.
 */
export function ahead(structure: Structure, then: Geometry, now: Geometry): readonly StackLayer[] {
  return structure.layers.map(layer => (layer.electrode === null || layer.role !== 'coating' ? layer : grown(layer, then[layer.electrode], now[layer.electrode])));
}

function grown(layer: StackLayer, then: CoatingSizes, now: CoatingSizes): StackLayer {
  if (now.thickness !== null && then.thickness !== null) return sized(layer, (layer.thickness * now.thickness) / then.thickness);
  const index = layer.index;
  let factor = ratio(now.loading, then.loading);
  if (index !== null) factor *= ratio(now.shares[index], then.shares[index]);
  const poresThen = (index !== null ? then.porosities[index] : null) ?? then.porosity;
  const poresNow = (index !== null ? now.porosities[index] : null) ?? now.porosity;
  let porosity = layer.porosity;
  if (porosity !== null && poresThen !== null && poresNow !== null && poresThen > 0 && poresNow < 0.96) {
    porosity = Math.min(0.95, (porosity * poresNow) / poresThen);
    factor *= (1 - layer.porosity!) / (1 - porosity);
  }
  return sized({ ...layer, porosity, particles: layer.particles.map(p => ({ ...p, volumeFraction: p.volumeFraction * (layer.porosity === null ? 1 : (1 - porosity!) / (1 - layer.porosity)) })) }, layer.thickness * factor);
}

const sized = (layer: StackLayer, thickness: number): StackLayer => (thickness === layer.thickness ? layer : { ...layer, thickness });
const ratio = (now: number | null | undefined, then: number | null | undefined) => (now && then ? now / then : 1);

function sizes(side: Side): CoatingSizes {
  const list = layers(side);
  return {
    loading: read(standing([side, 'loading']).value, kinds.loading),
    thickness: read(standing([side, 'thickness']).value, kinds.thickness),
    porosity: fraction(standing([side, 'porosity']).value),
    shares: shares(list),
    porosities: list.map((_, i) => fraction(standing([side, 'layers', i, 'porosity']).value)),
  };
}

function fraction(text: unknown): number | null {
  const percent = read(text, kinds.porosity);
  return percent === null ? null : percent / 100;
}
