import { beforeEach, describe, expect, it } from 'vitest';
import { kinds, read, write } from '../src/fields/quantity';
import { pack } from '../src/pages/bench/picture/packing';
import { add, duplicate, layers, remove, rename, setShare, shares, swap } from '../src/pages/bench/layers';
import { arrangement, choose, put, standing } from '../src/pages/bench/place';
import { addSize, removeSize, setSizeShare, sizes } from '../src/pages/bench/particles';
import { rateValue } from '../src/pages/bench/rates';
import { setMaterial, setThickness, sheet } from '../src/pages/bench/sheets';
import { addSolid, exchangeSolid, removeSolid, setSolid } from '../src/pages/bench/solids';
import { replace, text, undo, value } from '../src/state/document';

const document = `{
  "name": "two",
  // The first layer stands at the foil.
  "positive": { "loading": "22 mg/cm²", "porosity": "25 %", "layers": [
    { "name": "L", "share": "60 %", "solids": { "nmc811": "96 %", "super p": "2 %", "pvdf": "2 %" } },
    { "name": "S", "share": "40 %", "solids": { "nmc811": "96 %", "super p": "2 %", "pvdf": "2 %" } }
  ] },
  "variants": {
    "thick": { "positive.loading": "30 mg/cm²", "positive.layers[1].share": "30 %" },
    "mix": { "positive.layers": "mixed" }
  }
}`;

beforeEach(() => {
  replace(document);
  choose(null);
});

describe('a quantity', () => {
  it('is read from any unit that is known', () => {
    expect(read('220 g/m²', kinds.loading)).toBeCloseTo(22);
    expect(read('4500 nm', kinds.diameter)).toBeCloseTo(4.5);
    expect(read('1.1e1 mg / cm²', kinds.loading)).toBeCloseTo(11);
  });
  it('is not guessed where the unit is missing or foreign', () => {
    expect(read('22', kinds.loading)).toBeNull();
    expect(read('22 µm', kinds.loading)).toBeNull();
  });
  it('is written as it is read', () => expect(read(write(22.4, kinds.loading), kinds.loading)).toBe(22.4));
  it.each([['0.5C', 0.5], ['C/5', 0.2], ['2 C', 2]])('as a rate: %s', (text, rate) => expect(rateValue(text)).toBeCloseTo(rate));
  it('is no rate without C', () => expect(rateValue('2')).toBeNull());
});

describe('a field under a variant', () => {
  it('is that of the variant, and edits go there', () => {
    choose('thick');
    expect(standing(['positive', 'loading'])).toMatchObject({ value: '30 mg/cm²', by: 'thick' });
    put(['positive', 'loading'], '31 mg/cm²');
    expect(value.value).toMatchObject({ positive: { loading: '22 mg/cm²' }, variants: { thick: { 'positive.loading': '31 mg/cm²' } } });
  });
  it('is that of the document where the variant is silent', () => {
    choose('thick');
    expect(standing(['positive', 'porosity'])).toMatchObject({ value: '25 %', by: null });
  });
  it('keeps its layers where the variant only orders them', () => {
    choose('mix');
    expect(arrangement('positive')).toBe('mixed');
    expect(layers('positive').map(l => l.name)).toEqual(['L', 'S']);
  });
});

describe('layers', () => {
  const whole = () => shares(layers('positive')).reduce((sum, share) => sum + share, 0);
  it.each([
    ['a boundary that moves', () => setShare('positive', 0, 73.3, 'drag')],
    ['a duplicate', () => duplicate('positive', 0)],
    ['a new layer', () => add('positive')],
    ['one that is taken away', () => (add('positive'), duplicate('positive', 1), remove('positive', 0))],
    ['a swap', () => swap('positive', 0)],
  ])('have shares of 100 %% after %s', (_, act) => {
    act();
    expect(whole()).toBeCloseTo(100, 9);
  });
  it('never lose all of a share', () => {
    setShare('positive', 0, 150, 'drag');
    expect(shares(layers('positive'))).toEqual([99, 1]);
  });
  it('have names that tell them apart', () => {
    duplicate('positive', 0);
    duplicate('positive', 0);
    add('positive');
    const names = layers('positive').map(l => l.name);
    expect(new Set(names).size).toBe(names.length);
  });
  it('keep their comments and what variants set in them when they change places', () => {
    replace(document.replace('"pvdf": "2 %" } },', '"pvdf": "2 %" } }, // coarse'));
    swap('positive', 0);
    expect(text.value).toMatch(/"name": "L".*\/\/ coarse/);
    expect(text.value).toContain('// The first layer stands at the foil.');
    expect(value.value!['variants']).toMatchObject({ thick: { 'positive.layers[0].share': '30 %' } });
    undo();
    expect(layers('positive').map(l => l.name)).toEqual(['L', 'S']);
  });
  it('take along what variants set in them when they go', () => {
    remove('positive', 1);
    expect(value.value!['variants']).toMatchObject({ thick: { 'positive.loading': '30 mg/cm²' } });
    expect(text.value).not.toContain('layers[1]');
  });
  it('are known to variants by a new name', () => {
    replace(document.replace('layers[1].share', 'layers.S.share'));
    rename('positive', 1, 'small', 'typing');
    expect(text.value).toContain('"positive.layers.small.share": "30 %"');
  });
  it('have solids of 100 % when carbon changes', () => {
    setSolid('positive', 0, 'super p', '3.5 %', 'drag');
    expect(layers('positive')[0]!.solids).toEqual({ nmc811: '94.5 %', 'super p': '3.5 %', pvdf: '2 %' });
  });
});

describe('sizes of the particles of a layer', () => {
  const shareSum = () => sizes('positive', 0).reduce((sum, size) => sum + read(size.share, kinds.share)!, 0);
  it('become several where one is added, and one again', () => {
    addSize('positive', 0, 12);
    expect(sizes('positive', 0)).toEqual([{ diameter: '12 µm', share: '50 %' }, { diameter: '4 µm', share: '50 %' }]);
    addSize('positive', 0, 12);
    setSizeShare('positive', 0, 1, 40, 'drag');
    expect(shareSum()).toBeCloseTo(100);
    removeSize('positive', 0, 0);
    expect(shareSum()).toBeCloseTo(100);
    removeSize('positive', 0, 0);
    expect(layers('positive')[0]).toMatchObject({ particleDiameter: '1.33 µm' });
    expect(layers('positive')[0]).not.toHaveProperty('particles');
  });
  it('are added in one step to undo', () => {
    addSize('positive', 0, 12);
    undo();
    expect(text.value).toBe(document);
  });
  it('share with those of their own material alone', () => {
    put(['positive', 'layers', 0, 'particles'], [{ material: 'a', diameter: '9 µm', share: '100 %' }, { material: 'b', diameter: '3 µm', share: '70 %' }, { material: 'b', diameter: '1 µm', share: '30 %' }]);
    setSizeShare('positive', 0, 2, 45, 'drag');
    setSizeShare('positive', 0, 0, 45, 'drag');
    expect(sizes('positive', 0).map(size => size.share)).toEqual(['100 %', '55 %', '45 %']);
  });
});

describe('the recipe of a layer', () => {
  it('keeps its places and parts where one material takes the place of another', () => {
    exchangeSolid('positive', 0, 'super p', 'mwcnt');
    expect(Object.entries(layers('positive')[0]!.solids!)).toEqual([['nmc811', '96 %'], ['mwcnt', '2 %'], ['pvdf', '2 %']]);
  });
  it('has 100 % with one material more or less', () => {
    addSolid('positive', 0, 'cmc');
    expect(layers('positive')[0]!.solids).toMatchObject({ nmc811: '95 %', cmc: '1 %' });
    removeSolid('positive', 0, 'pvdf');
    expect(layers('positive')[0]!.solids).toEqual({ nmc811: '97 %', 'super p': '2 %', cmc: '1 %' });
  });
});

describe('a separator', () => {
  it('is read from one text, with or without its thickness', () => {
    put(['separator'], 'celgard-2320');
    expect(sheet('separator', '')).toMatchObject({ material: 'celgard-2320', thickness: undefined });
    put(['separator'], 'Celgard 2500 25 µm');
    expect(sheet('separator', '')).toMatchObject({ material: 'Celgard 2500', thickness: '25 µm' });
  });
  it('is of the thickness of its own when another takes its place', () => {
    put(['separator'], { material: 'polypropylene', thickness: '12 µm', porosity: '50 %' });
    setMaterial('separator', sheet('separator', ''), 'pp-pe-pp');
    expect(value.value!['separator']).toEqual({ material: 'pp-pe-pp', porosity: '50 %' });
    setThickness('separator', sheet('separator', ''), '20 µm', 'drag');
    expect(value.value!['separator']).toEqual({ material: 'pp-pe-pp', porosity: '50 %', thickness: '20 µm' });
  });
});

describe('particles of the drawing', () => {
  const classes = [{ diameter: 11.3, volumeFraction: 0.3 }, { diameter: 4.5, volumeFraction: 0.38 }];
  const packed = pack(120, 60, classes, 1);
  it('cover their share of the layer', () => {
    const covered = packed.discs.reduce((sum, d) => sum + Math.PI * d.radius ** 2, 0) / (packed.period * 60);
    expect(covered).toBeCloseTo(0.68, 1);
  });
  it('lie inside', () => expect(packed.discs.every(d => d.y >= d.radius - 1e-9 && d.y <= 60 - d.radius + 1e-9 && d.x >= 0 && d.x <= packed.period)).toBe(true));
  it('hardly overlap', () => {
    let worst = 0;
    for (const a of packed.discs) for (const b of packed.discs) {
      if (a === b) continue;
      const across = Math.min(Math.abs(a.x - b.x), packed.period - Math.abs(a.x - b.x));
      worst = Math.max(worst, 1 - Math.hypot(across, a.y - b.y) / (a.radius + b.radius));
    }
    expect(worst).toBeLessThan(0.3);
  });
  it('move with a layer that grows, in place of being shuffled', () => {
    const grown = pack(120, 60.3, classes, 1);
    const moved = packed.discs.slice(0, 15).map((d, i) => Math.hypot(d.x - grown.discs[i]!.x, d.y - grown.discs[i]!.y));
    expect(Math.max(...moved)).toBeLessThan(6);
  });
});
