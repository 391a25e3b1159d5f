import { signal } from '@preact/signals';
import type { BenchNumber, Rate } from '../../state/bench';
import { text } from '../../state/document';
import { numbers, rates, structure } from './results';
import { variant } from './place';

/** A design that is kept for comparison with the one in hand: its results, and its document to come back to. */
export interface Pin {
  readonly id: number;
  readonly name: string;
  readonly document: string;
  readonly variant: string | null;
  readonly rates: readonly Rate[];
  readonly numbers: readonly BenchNumber[];
}

const kept = 'loadstone.pins';
export const mostPins = 5;

export const pins = signal<readonly Pin[]>(stored());

/** Colour of a pin: its place among the series, after the design in hand. */
export const pinColour = (pin: Pin) => 1 + (pin.id % 6);

export function pin(): void {
  const taken = new Set(pins.value.map(p => p.id));
  const id = [...Array(mostPins).keys()].find(i => !taken.has(i)) ?? 0;
  const base = structure.value?.value.variant || structure.value?.value.name || 'Design';
  let name = base;
  for (let i = 2; pins.value.some(p => p.name === name); i++) name = `${base} (${i})`;
  keep([...pins.value.slice(-mostPins + 1), { id, name, document: text.value, variant: variant.value, rates: rates.value.map(r => r.value), numbers: numbers.value?.value ?? [] }]);
}

export const unpin = (id: number) => keep(pins.value.filter(p => p.id !== id));
export const rename = (id: number, name: string) => keep(pins.value.map(p => (p.id === id ? { ...p, name } : p)));

function keep(list: readonly Pin[]): void {
  pins.value = list;
  try {
    localStorage.setItem(kept, JSON.stringify(list));
  } catch {
    // A full or forbidden store: the pins live as long as the page.
  }
}

function stored(): readonly Pin[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(kept) ?? '[]');
    return Array.isArray(list) ? (list as Pin[]).filter(p => Array.isArray(p.rates) && Array.isArray(p.numbers) && typeof p.document === 'string') : [];
  } catch {
    return [];
  }
}
