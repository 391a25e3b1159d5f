import { expect, it, vi } from 'vitest';

vi.mock('uplot', () => ({ default: class {} }));
vi.mock('../src/charts/axes', () => ({ axis: () => ({}) }));
const { decades } = await import('../src/report/plotting');

it('writes every power of ten of a few decades, and some of many', () => {
  expect(decades(0.03, 300)).toEqual([0.1, 1, 10, 100]);
  expect(decades(1, 1000)).toEqual([1, 10, 100, 1000]);
  expect(decades(1e-20, 1e20).length).toBeLessThan(10);
});
