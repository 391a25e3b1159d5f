import { computed, signal } from '@preact/signals';
import { maps } from './results';

/** How far the discharge has gone at the moment that is looked at: a part of its time, so that it holds when the discharge gets longer or shorter. */
export const progress = signal(0.75);

/** The moment that is looked at, s. */
export const moment = computed(() => {
  const last = maps.value?.value.time.at(-1);
  return last === undefined ? null : progress.value * last;
});

/** Charge given until then, mAh/cm². */
export const given = computed(() => {
  const value = maps.value?.value;
  const at = moment.value;
  if (!value || at === null) return null;
  const above = Math.max(1, value.time.findIndex(t => t >= at));
  const [t0 = 0, t1 = 1, q0 = 0, q1 = 0] = [value.time[above - 1], value.time[above], value.areal[above - 1], value.areal[above]];
  return t1 > t0 ? q0 + ((q1 - q0) * (at - t0)) / (t1 - t0) : q0;
});

/** A time in the unit that people would use. */
export const inWords = (seconds: number) =>
  seconds < 90 ? `${seconds.toFixed(0)} s` : seconds < 5400 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(2)} h`;
