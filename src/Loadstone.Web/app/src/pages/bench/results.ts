import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Losses, Maps, Rate, Structure } from '../../state/bench';
import { isConnected, type Problem } from '../../state/server';
import type { Geometry } from './geometry';
import type { Numbered } from './numbers';
import { rateTest } from './rates';

/** A result and the change of the design that it belongs to. */
export interface Result<T> {
  readonly value: T;
  readonly of: number;
}

export const structure = signal<(Result<Structure> & { readonly basis: Geometry }) | null>(null);
export const numbers = signal<Result<readonly Numbered[]> | null>(null);
export const warnings = signal<readonly string[]>([]);
export const rates = signal<readonly Result<Rate>[]>([]);
export const losses = signal<Result<Losses> | null>(null);
export const maps = signal<Result<Maps> | null>(null);
export const problems = signal<readonly Problem[]>([]);
/** How long the server took for all of it, ms. */
export const duration = signal<number | null>(null);

/** Counts the changes of the design that ask for new results. */
export const wanted = signal(0);
export const isComputing = signal(false);

/** The newest change that the server was asked about. */
export const sent = signal(0);
const isOld = (of: number) => of < sent.value || !isConnected.value;

/** Whether a result belongs to an older design than the one that is computed. */
export const isStale = (result: ReadonlySignal<Result<unknown> | null>) => result.value !== null && isOld(result.value.of);

/** The change of the design that the whole rate curve belongs to; null while its rates are of several. */
export const curveOf = computed(() => {
  const first = rates.value[0]?.of ?? null;
  return rates.value.length === rateTest.value.length && rates.value.every(rate => rate.of === first) ? first : null;
});
export const isCurveStale = computed(() => curveOf.value === null || isOld(curveOf.value));
