import { expect, it } from 'vitest';
import { numberText } from '../src/charts/numbers';

it('writes numbers short, with powers where they are very large or small', () => {
  expect([0, -2.5, 1200, 1e6, 3e-5, -3e-5].map(numberText)).toEqual(['0', '−2.5', '1200', '10⁶', '3·10⁻⁵', '−3·10⁻⁵']);
});
