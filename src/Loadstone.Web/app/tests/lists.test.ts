import { describe, expect, it } from 'vitest';
import { parse } from 'jsonc-parser';
import { rearranged } from '../src/state/lists';

const list = ['layers'];
const long = `{
  "layers": [ // from the foil up
    // Coarse, for a short way out.
    { "name": "L" }, // 11.3 µm
    { "name": "S" } /* 4.5 µm */
    // More may follow.
  ]
}`;

describe('items of a list in another order', () => {
  it('take their comments along; those of the list stay', () => {
    expect(rearranged(long, list, [1, 0])).toBe(`{
  "layers": [ // from the foil up
    { "name": "S" }, /* 4.5 µm */
    // Coarse, for a short way out.
    { "name": "L" } // 11.3 µm
    // More may follow.
  ]
}`);
  });
  it('leave out one with its comments', () => {
    expect(rearranged(long, list, [1])).toBe(`{
  "layers": [ // from the foil up
    { "name": "S" } /* 4.5 µm */
    // More may follow.
  ]
}`);
  });
  it('copy one without its comments', () => {
    expect(rearranged(long, list, [0, 0, 1])).toBe(`{
  "layers": [ // from the foil up
    // Coarse, for a short way out.
    { "name": "L" }, // 11.3 µm
    { "name": "L" },
    { "name": "S" } /* 4.5 µm */
    // More may follow.
  ]
}`);
  });
  it('stay on one line', () => expect(rearranged('{ "layers": [ 1, 2, 3 ] }', list, [2, 0])).toBe('{ "layers": [ 3, 1 ] }'));
  it('never end up in a comment', () => {
    const mixed = '{ "layers": [ 1, // one\n 2, 3 ] }';
    for (const order of [[1, 2, 0], [2, 0, 1], [1, 0], [0]]) expect(parse(rearranged(mixed, list, order))).toEqual({ layers: order.map(i => i + 1) });
  });
  it('can do without a comma at the end', () => expect(parse(rearranged('{ "layers": [ 1, 2, ] }', list, [1, 0, 1]), [], { allowTrailingComma: false })).toEqual({ layers: [2, 1, 2] }));
  it('are left alone where there is no list', () => expect(rearranged('{ "layers": 1 }', list, [0])).toBe('{ "layers": 1 }'));
});
