import { computed } from '@preact/signals';
import { at, value } from '../../state/document';
import { variant } from './place';
import { rateValue } from './rates';

/** Measured capacities that the document lays beside the design that is looked at: rate in C, mAh/g. */
export const measured = computed(() => {
  const name = variant.value ?? value.value?.['base'] ?? value.value?.['name'];
  const table = typeof name === 'string' ? (at(['measured', name]) as Record<string, unknown> | undefined) : undefined;
  return Object.entries(table ?? {}).flatMap(([rate, text]) => {
    const found = typeof text === 'string' ? /^\s*([\d.]+)\s*mAh\/g\s*$/.exec(text) : null;
    const x = rateValue(rate);
    return found && x !== null ? [{ rate: x, capacity: Number(found[1]) }] : [];
  });
});
