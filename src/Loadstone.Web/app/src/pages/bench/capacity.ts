import { computed, signal } from '@preact/signals';
import { rates } from './results';

/** Whether capacities are shown per mass of positive active material or per area. */
export const perMass = signal(true);

/** Whether the mass of active material is known, as it is for every design from a recipe. */
export const hasMass = computed(() => rates.value.every(rate => rate.value.perGram !== null));

export const capacityUnit = computed(() => (perMass.value && hasMass.value ? 'mAh/g' : 'mAh/cm²'));

/** A capacity per area in the unit that is shown. */
export const shownCapacity = (areal: number, perGram: number | null) => (capacityUnit.value === 'mAh/g' && perGram !== null ? areal * perGram : areal);
