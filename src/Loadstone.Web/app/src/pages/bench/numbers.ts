import type { BenchNumber } from '../../state/bench';

/** A number and the change of the design that it belongs to. */
export interface Numbered extends BenchNumber {
  readonly of: number;
}

/** What an engineer looks for first; the rest follows in the order in which it comes. */
const first = ['arealCapacity', 'specificCapacity', 'thickness', 'stackEnergyDensity', 'stackSpecificEnergy', 'specificEnergy', 'energyDensity', 'npRatio', 'heterogeneity', 'dryingTime', 'crackMargin'];
const rank = ({ key }: BenchNumber) => (first.includes(key) ? first.indexOf(key) : first.length);

/** New numbers in the places of older ones, which stay until all have come: a table whose rows come and go cannot be read while a hand moves. */
export function merged(before: readonly Numbered[], items: readonly BenchNumber[], of: number): readonly Numbered[] {
  const late = new Map(items.map(item => [item.key, { ...item, of }]));
  const added = [...late.values()].filter(item => !before.some(b => b.key === item.key));
  return [...before.map(item => late.get(item.key) ?? item), ...added].sort((a, b) => rank(a) - rank(b));
}

/** Those of the newest design, when all have come. */
export const settled = (items: readonly Numbered[], of: number): readonly Numbered[] => items.filter(item => item.of === of);

/** The numbers of the layers as a table: a row a quantity, a column a layer. */
export function byLayer(items: readonly BenchNumber[]): { readonly layers: readonly string[]; readonly rows: readonly (readonly BenchNumber[])[] } {
  const place = (item: BenchNumber) => Number(item.key.split('.').at(-1));
  const ofLayers = items.filter(item => item.layer !== null);
  const count = 1 + Math.max(-1, ...ofLayers.map(place));
  const layers = Array.from({ length: count }, (_, i) => ofLayers.find(item => place(item) === i)?.layer ?? '');
  return { layers, rows: groups(ofLayers, item => item.label).filter(row => row.some(item => item.value !== null)) };
}

/** The quantities that the design has not, by the reason for it. */
export function absent(items: readonly BenchNumber[]): readonly { readonly why: string; readonly items: readonly BenchNumber[] }[] {
  const missing = items.filter((item, i) => item.value === null && item.why !== null && items.findIndex(other => other.label === item.label && other.value === null && other.why === item.why) === i);
  return groups(missing, item => item.why!).map(group => ({ why: group[0]!.why!, items: group }));
}

const groups = (items: readonly BenchNumber[], by: (item: BenchNumber) => string): readonly (readonly BenchNumber[])[] => [...new Set(items.map(by))].map(name => items.filter(item => by(item) === name));
