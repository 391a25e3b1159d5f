import { describe, expect, it } from 'vitest';
import { meaningOf } from '../src/pages/wetting/meanings';
import { commands, isReady, options } from '../src/pages/wetting/options';
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

describe('a ranking', () => {
  const ranking = { ...options.value, mode: 'ranking', arrangements: [] } as const;
  it('is one command over all its lists', () => {
    const [one, ...more] = commands('d.json', { ...ranking, ratios: '3:7, 7:3', gaps: '0.4 µm, 0.8 µm' });
    expect(more).toEqual([]);
    expect(one).toContain('--mode capillary');
    expect(one).toContain('--ratios "3:7, 7:3"');
    expect(one).toContain('--gap "0.4 µm, 0.8 µm"');
  });
  it('needs no arrangement of the document', () => {
    expect(isReady(ranking)).toBe(true);
    expect(isReady({ ...ranking, mode: 'study' })).toBe(false);
  });
});

describe('meanings of numbers', () => {
  it('are found by how their names begin, the longer first', () => {
    expect(meaningOf('R_p after the rest, positive')).toMatch(/after the rest/);
    expect(meaningOf('inlet pressure of the dry bed')).toMatch(/all pores hold air/);
    expect(meaningOf('something else')).toBeNull();
  });
});
