import { kinds, plain, read } from '../../fields/quantity';
import { endGesture, replace, text, type DocumentPath } from '../../state/document';
import { rearranged } from '../../state/lists';
import { put, standing } from './place';
import { renamedKeys } from './variantKeys';

export type Side = 'positive' | 'negative';

/** A layer as the document states it; the first stands at the foil. */
export interface LayerText {
  readonly name?: string;
  readonly share?: string;
  readonly solids?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** Layers of an electrode under the variant that is looked at, with what the variant changes inside them. */
export function layers(side: Side): readonly LayerText[] {
  const list = standing([side, 'layers']).value;
  if (!Array.isArray(list)) return [];
  return list.map((layer: LayerText, i) => ({ ...layer, ...spread({ name: standing([side, 'layers', i, 'name']).value, share: standing([side, 'layers', i, 'share']).value, solids: standing([side, 'layers', i, 'solids']).value }) }));
}

const spread = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));

/** Shares in percent; equal where the document states none. */
export const shares = (list: readonly LayerText[]) => list.map(layer => read(layer.share, kinds.share) ?? 100 / list.length);

export const percent = (value: number) => `${plain(value, { ...kinds.share, step: 0.1 })} %`;

/** Gives a layer another share; a neighbour (the one above, or below the top) gives or takes the difference. */
export function setShare(side: Side, index: number, to: number, gesture: string, partner = index + 1 < layers(side).length ? index + 1 : index - 1): void {
  const now = shares(layers(side));
  const both = now[index]! + (now[partner] ?? 0);
  const share = Math.round(10 * Math.min(both - 1, Math.max(1, to))) / 10;
  put([side, 'layers', index, 'share'], percent(share), gesture);
  put([side, 'layers', partner, 'share'], percent(both - share), gesture);
}

/** Puts a copy of a layer above it; the two share what the one had. */
export function duplicate(side: Side, index: number): void {
  const list = layers(side);
  const now = shares(list);
  const half = Math.round(5 * now[index]!) / 10;
  const order = list.flatMap((_, i) => (i === index ? [i, i] : [i]));
  arrange(side, order, now.toSpliced(index, 1, now[index]! - half, half), [index + 1, free(list, list[index]!.name ?? 'layer', 2)]);
}

/** Puts a new layer on top, with the recipe of the one below and a fifth of the whole. */
export function add(side: Side): void {
  const list = layers(side);
  const now = shares(list).map(share => Math.round(8 * share) / 10);
  const rest = 100 - now.reduce((sum, share) => sum + share, 0);
  arrange(side, [...list.keys(), list.length - 1], [...now, rest], [list.length, free(list, 'top', 1)]);
}

export function swap(side: Side, lower: number): void {
  const list = layers(side);
  const order = [...list.keys()];
  [order[lower], order[lower + 1]] = [lower + 1, lower];
  arrange(side, order, order.map(i => shares(list)[i]!));
}

/** Takes a layer away; the others keep their proportions. */
export function remove(side: Side, index: number): void {
  const order = [...layers(side).keys()].filter(i => i !== index);
  const now = order.map(i => shares(layers(side))[i]!);
  const whole = now.reduce((sum, share) => sum + share, 0);
  const scaled = now.map(share => Math.round((1000 * share) / whole) / 10);
  scaled[scaled.length - 1] = 100 - scaled.slice(0, -1).reduce((sum, share) => sum + share, 0);
  arrange(side, order, scaled);
}

/** Gives a layer another name; variants that speak of it by its name go on doing so. */
export function rename(side: Side, index: number, to: string, gesture: string): void {
  const before = layers(side)[index]?.name;
  put([side, 'layers', index, 'name'], to, gesture);
  replace(renamedKeys(text.value, steps => (before !== undefined && isOf(side, steps) && steps[2] === before ? steps.with(2, to) : steps)), gesture);
}

const isOf = (side: Side, steps: DocumentPath) => steps[0] === side && steps[1] === 'layers';

/** Puts layers into another order, as one step to undo: what variants set in them goes with them, and their comments do. */
function arrange(side: Side, order: readonly number[], to: readonly number[], named?: readonly [number, string]): void {
  const { path, by } = standing([side, 'layers']);
  const moved = rearranged(text.value, path, order);
  const gesture = `order of ${side}`;
  replace(by !== null ? moved : renamedKeys(moved, steps => {
    if (!isOf(side, steps) || typeof steps[2] !== 'number') return steps;
    const place = order.indexOf(steps[2]);
    return place < 0 ? null : steps.with(2, place);
  }), gesture);
  if (named) put([side, 'layers', named[0], 'name'], named[1], gesture);
  if (order.length > 1 || layers(side)[0]?.share !== undefined) to.forEach((share, i) => put([side, 'layers', i, 'share'], percent(share), gesture));
  endGesture();
}

function free(list: readonly LayerText[], name: string, from: number): string {
  const taken = new Set(list.map(layer => layer.name));
  for (let i = from; ; i++) {
    const tried = i === 1 ? name : `${name} ${i}`;
    if (!taken.has(tried)) return tried;
  }
}
