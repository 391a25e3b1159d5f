import { kinds, plain, read } from '../../fields/quantity';
import { put, standing } from './place';

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

/** The material that the rest of the recipe leaves room for: the one with the largest part. */
export const mainSolid = (solids: Readonly<Record<string, string>>) =>
  Object.keys(solids).reduce((most, name) => ((read(solids[name], kinds.solid) ?? 0) > (read(solids[most], kinds.solid) ?? 0) ? name : most), Object.keys(solids)[0] ?? '');

/** Gives a solid another mass fraction; the main one fills up to 100 %. */
export function setSolid(side: Side, index: number, name: string, text: string, gesture: string): void {
  const solids = { ...layers(side)[index]?.solids, [name]: text };
  const main = mainSolid(solids);
  const others = Object.keys(solids).filter(n => n !== main).reduce((sum, n) => sum + (read(solids[n], kinds.solid) ?? 0), 0);
  put([side, 'layers', index, 'solids', name], text, gesture);
  if (name !== main && others < 100) put([side, 'layers', index, 'solids', main], `${Number((100 - others).toFixed(4))} %`, gesture);
}

export const isCarbon = (name: string) => /black|super|c45|c65|cnt|carbon|graphen|ketjen|vgcf|^ab$/i.test(name);

/** Puts a copy of a layer above it; the two share what the one had. */
export function duplicate(side: Side, index: number): void {
  const list = layers(side);
  const now = shares(list);
  const half = Math.round(5 * now[index]!) / 10;
  const first = { ...list[index]!, share: percent(now[index]! - half) };
  write(side, [...withShares(list.slice(0, index), now), first, { ...list[index]!, name: free(list, list[index]!.name ?? 'layer'), share: percent(half) }, ...withShares(list.slice(index + 1), now.slice(index + 1))]);
}

/** Puts a new layer on top, with the recipe of the one below and a fifth of the whole. */
export function add(side: Side): void {
  const list = layers(side);
  const now = shares(list).map(share => Math.round(8 * share) / 10);
  const rest = 100 - now.reduce((sum, share) => sum + share, 0);
  write(side, [...withShares(list, now), { ...list.at(-1)!, name: free(list, 'top'), share: percent(rest) }]);
}

export function swap(side: Side, lower: number): void {
  const list = [...layers(side)];
  [list[lower], list[lower + 1]] = [list[lower + 1]!, list[lower]!];
  write(side, list);
}

/** Takes a layer away; the others keep their proportions. */
export function remove(side: Side, index: number): void {
  const list = layers(side).filter((_, i) => i !== index);
  const now = shares(layers(side)).filter((_, i) => i !== index);
  const whole = now.reduce((sum, share) => sum + share, 0);
  const scaled = now.map(share => Math.round((1000 * share) / whole) / 10);
  scaled[scaled.length - 1] = 100 - scaled.slice(0, -1).reduce((sum, share) => sum + share, 0);
  write(side, withShares(list, scaled));
}

const write = (side: Side, list: readonly LayerText[]) => put([side, 'layers'], list);
const withShares = (list: readonly LayerText[], now: readonly number[]) => list.map((layer, i) => ({ ...layer, share: percent(now[i]!) }));

function free(list: readonly LayerText[], name: string): string {
  const taken = new Set(list.map(layer => layer.name));
  for (let i = 2; ; i++) if (!taken.has(i === 2 && name === 'top' ? name : `${name} ${i}`)) return i === 2 && name === 'top' ? name : `${name} ${i}`;
}
