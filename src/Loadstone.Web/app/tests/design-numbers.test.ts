import { describe, expect, it } from 'vitest';
import { absent, byLayer, merged, settled } from '../src/pages/bench/numbers';
import type { BenchNumber } from '../src/state/bench';

const number = (key: string, value: number | null, more: Partial<BenchNumber> = {}): BenchNumber =>
  ({ key, label: key.split('.')[0]!, value, why: value === null ? 'no oven' : null, unit: 'µm', decimals: 1, help: 'h', range: null, source: 's', layer: null, ...more });

describe('numbers of the design', () => {
  it('keep their rows while newer ones come', () => {
    const first = merged([], [number('thickness', 68), number('stackEnergyDensity', 700)], 1);
    const second = merged(first, [number('thickness', 70)], 2);
    expect(second.map(item => [item.key, item.value])).toEqual([['thickness', 70], ['stackEnergyDensity', 700]]);
  });
  it('lose the rows that a newer design has not, when all have come', () => {
    const second = merged(merged([], [number('a', 1), number('b', 2)], 1), [number('a', 3)], 2);
    expect(settled(second, 2).map(item => item.key)).toEqual(['a']);
  });
  it('begin with what an engineer looks for', () => expect(merged([], [number('oneC', 1), number('npRatio', 2), number('thickness', 3)], 1).map(item => item.key)).toEqual(['thickness', 'npRatio', 'oneC']));
  it('of layers stand in columns', () => {
    const { layers, rows } = byLayer([number('t.0', 5, { layer: 'L' }), number('t.1', 6, { layer: 'L' }), number('s.0', null, { layer: 'L' }), number('whole', 1)]);
    expect(layers).toEqual(['L', 'L']);
    expect(rows.map(row => row.map(item => item.value))).toEqual([[5, 6]]);
  });
  it('that are not there stand under their reason, once each', () => {
    const missing = absent([number('dry', null), number('crack', null), number('pouch', null, { why: 'no pouch' }), number('s.0', null, { layer: 'L', why: 'no slurry' }), number('s.1', null, { layer: 'S', why: 'no slurry' }), number('there', 1)]);
    expect(missing.map(({ why, items }) => [why, items.map(item => item.label)])).toEqual([['no oven', ['dry', 'crack']], ['no pouch', ['pouch']], ['no slurry', ['s']]]);
  });
});
