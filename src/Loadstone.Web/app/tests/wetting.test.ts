import { describe, expect, it } from 'vitest';
import { commands, options } from '../src/pages/wetting/options';
import { plotsOf } from '../src/pages/wetting/plots';
import type { Filling } from '../src/pages/wetting/run';

const empty = { volumes: [], time: [], saturation: [], outlet: [], pressure: [] };
const one: Filling = { name: 'L-S', done: 1, bed: null, pores: [], steps: [], frames: [], fields: [], samples: empty, result: null };

describe('command of a run', () => {
  it('says what the mode takes and nothing else, one an arrangement', () => {
    const [written, mixed] = commands('d.json', { ...options.value, mode: 'study', arrangements: ['as written', 'mixed'], seeds: 2 });
    expect(written).toContain('--mode study');
    expect(written).not.toContain('--angle');
    expect(written).not.toContain('--set');
    expect(mixed).toContain('--set positive.arrangement=mixed');
    expect(mixed).toContain('--seeds 2');
  });
  it('has no flux for a reservoir, and no beds for a cell', () => {
    expect(commands('d.json', { ...options.value, mode: 'capillary', reservoir: true })[0]).not.toContain('--velocity');
    expect(commands('d.json', { ...options.value, mode: 'cell' })[0]).not.toMatch(/--seeds|--gap|--porosity/);
  });
});

describe('plots of a run', () => {
  it('are none before anything came in', () => expect(plotsOf([one])).toEqual([]));
  it('thin long curves and keep their ends', () => {
    const volumes = Array.from({ length: 4000 }, (_, i) => i / 2000);
    const [saturation] = plotsOf([{ ...one, samples: { volumes, time: volumes, saturation: volumes, outlet: volumes, pressure: volumes } }]);
    const { x, y } = saturation!.plot.series[0]!;
    expect(x.length).toBeLessThan(400);
    expect(x.length).toBe(y.length);
    expect(x.at(-1)).toBe(volumes.at(-1));
  });
});
