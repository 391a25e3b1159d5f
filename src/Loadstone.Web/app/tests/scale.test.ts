import { describe, expect, it } from 'vitest';
import { scaleOf, tickText } from '../src/charts/scale';

const axis = { label: 'x', logarithmic: false, min: null, max: null };

describe('scale of an axis', () => {
  it('holds all values between its ends, with round ticks', () => {
    const { at, ticks } = scaleOf(axis, [3.2, 87.1, null], 5);
    expect(at(3.2)).toBeGreaterThanOrEqual(0);
    expect(at(87.1)).toBeLessThanOrEqual(1);
    expect(ticks).toEqual([0, 20, 40, 60, 80, 100]);
  });
  it('keeps an end that is given', () => expect(scaleOf({ ...axis, min: 0, max: 30 }, [5, 12], 5).at(30)).toBe(1));
  it('leaves out of a logarithmic axis what has no logarithm', () => {
    const { at, ticks } = scaleOf({ ...axis, logarithmic: true }, [0, -1, 0.02, 300], 5);
    expect(ticks).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
    expect(at(0.01)).toBeCloseTo(0);
  });
  it('takes one value, or none', () => {
    expect(Number.isFinite(scaleOf(axis, [7], 5).at(7))).toBe(true);
    expect(Number.isFinite(scaleOf(axis, [], 5).at(0))).toBe(true);
  });
});

describe('numbers along an axis', () => {
  it('are short, with powers where they are very large or small', () => {
    expect([0, -2.5, 1200, 1e6, 3e-5].map(tickText)).toEqual(['0', '−2.5', '1200', '10⁶', '3·10⁻⁵']);
  });
});
