import { computed, signal } from '@preact/signals';
import type { DocumentPath } from '../../state/document';
import { put, standing } from './place';

const standard: readonly string[] = ['0.1C', '0.2C', '0.5C', '1C'];

/** Where the document's first rate test stands; where there is none, a place for one. */
export const ratesPath = computed<DocumentPath>(() => {
  const runs = standing(['run']).value;
  const index = Array.isArray(runs) ? runs.findIndex((run: { rateTest?: unknown }) => Array.isArray(run?.rateTest)) : -1;
  return ['run', index >= 0 ? index : Array.isArray(runs) ? runs.length : 0, 'rateTest'];
});

/** Rates of the rate test, as written. */
export const rateTest = computed<readonly string[]>(() => {
  const list = standing(ratesPath.value).value;
  const texts = Array.isArray(list) ? list.filter((rate): rate is string => typeof rate === 'string' && rate.trim() !== '') : [];
  return texts.length > 0 ? texts : standard;
});

export const setRates = (list: readonly string[]) => put(ratesPath.value, list);

/** Rate in C; null for what is no rate: "0.5C", "C/2". */
export function rateValue(text: string): number | null {
  const found = /^\s*(\d*\.?\d+)\s*C\s*$/i.exec(text) ?? /^\s*C\s*\/\s*(\d*\.?\d+)\s*$/i.exec(text);
  if (!found) return null;
  const number = Number(found[1]);
  return /\//.test(text) ? 1 / number : number;
}

const picked = signal<string | null>(null);

/** The rate whose losses and maps are shown: the picked one, or the highest. */
export const detail = computed(() => {
  const list = rateTest.value;
  if (picked.value !== null && list.includes(picked.value)) return picked.value;
  return list.reduce((most, rate) => ((rateValue(rate) ?? 0) > (rateValue(most) ?? 0) ? rate : most), list[0]!);
});

export const pickDetail = (rate: string) => (picked.value = rate);
