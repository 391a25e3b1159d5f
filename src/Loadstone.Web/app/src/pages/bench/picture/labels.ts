import type { DrawnLayer, Scene } from './scene';

/** What stands beside a layer, and the height of its middle, px. */
export interface Label {
  readonly name: string;
  readonly lines: readonly string[];
  readonly middle: number;
}

const line = 14;

/** Names and sizes of the layers, as many lines as there is room for, pushed apart where layers are thin. */
export function labels(scene: Scene): readonly Label[] {
  const placed: { name: string; lines: readonly string[]; middle: number; half: number }[] = [];
  let free = 0;
  for (const drawn of scene.layers) {
    const lines = words(drawn).slice(0, Math.max(1, Math.floor(drawn.height / line) - 1));
    const half = ((lines.length + 1) * line) / 2;
    const middle = Math.max(free + half, drawn.bottom + drawn.height / 2);
    free = middle + half + 2;
    placed.push({ name: drawn.layer.name, lines, middle, half });
  }
  // What was pushed over the top comes back down.
  let ceiling = scene.height + 10;
  for (const label of placed.toReversed()) {
    label.middle = Math.min(label.middle, ceiling - label.half);
    ceiling = label.middle - label.half;
  }
  return placed;
}

function words({ layer, cut }: DrawnLayer): readonly string[] {
  // The document states the foil as made; in the charged cell it has taken up what the positive electrode gave.
  const state = layer.role === 'lithium' ? ' charged' : cut ? ' (cut)' : '';
  const thickness = `${layer.thickness.toFixed(layer.thickness < 99.95 ? 1 : 0)} µm${state}`;
  const pores = layer.porosity === null ? [] : [`${(100 * layer.porosity).toFixed(1)} % pores`];
  return [thickness, ...pores, ...(layer.particles.length <= 3 ? layer.particles.map(p => `⌀ ${Number(p.diameter.toPrecision(3))} µm`) : [])];
}
