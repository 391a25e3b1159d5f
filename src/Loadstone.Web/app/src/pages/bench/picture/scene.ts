import type { StackLayer } from '../../../state/bench';

/** A layer where it is drawn: heights from the bottom, px. Metals that are thicker than what is worth showing are cut. */
export interface DrawnLayer {
  readonly layer: StackLayer;
  /** Place in the stack. */
  readonly place: number;
  readonly bottom: number;
  readonly height: number;
  readonly cut: boolean;
  /** Real height of its bottom above the upper face of the lowest foil, µm: what the maps count. */
  readonly from: number;
}

export interface Scene {
  readonly layers: readonly DrawnLayer[];
  /** px for each µm */
  readonly scale: number;
  readonly height: number;
}

const metalShown = 14;
const isMetal = (layer: StackLayer) => layer.role === 'foil' || layer.role === 'copper' || layer.role === 'lithium';
const shown = (layer: StackLayer) => (isMetal(layer) ? Math.min(layer.thickness, metalShown) : layer.thickness);

/** Height that the drawing holds, µm: grows and shrinks in steps, so that the scale stays while a hand pulls a boundary. */
export function extent(layers: readonly StackLayer[], before: number): number {
  const total = layers.reduce((sum, layer) => sum + shown(layer), 0);
  if (total <= before && total > 0.62 * before) return before;
  return 1.12 * total;
}

export function scene(layers: readonly StackLayer[], height: number, held: number): Scene {
  const scale = height / held;
  let bottom = 0;
  let from = layers[0] && isMetal(layers[0]) ? -layers[0].thickness : 0;
  const drawn = layers.map((layer, place) => {
    const one = { layer, place, bottom, height: shown(layer) * scale, cut: shown(layer) < layer.thickness, from };
    bottom += one.height;
    from += layer.thickness;
    return one;
  });
  return { layers: drawn, scale, height };
}

/** A length for the scale bar, of 1, 2 or 5 times a power of ten µm, close to a fifth of the width. */
export function barLength(scale: number, width: number): number {
  const aim = width / scale / 4;
  const power = 10 ** Math.floor(Math.log10(aim));
  return power * ([5, 2, 1].find(step => step * power <= aim) ?? 1);
}
