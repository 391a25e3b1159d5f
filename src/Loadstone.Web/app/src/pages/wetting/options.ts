import { signal } from '@preact/signals';
import { commandLine } from '../../state/command';
import { variantName } from '../process/command';

export type Mode = 'capillary' | 'study' | 'cell';

/** What a run is asked for: the options of `loadstone wet`, quantities as text with their units. */
export interface Options {
  readonly mode: Mode;
  readonly arrangements: readonly string[];
  readonly seeds: number;
  readonly porosity: string;
  readonly gap: string;
  readonly width: string;
  readonly angle: string;
  readonly surfaceTension: string;
  readonly viscosity: string;
  readonly velocity: string;
  readonly reservoir: boolean;
  readonly grid: string;
  readonly poreVolumes: number;
  readonly rest: string;
}

export const options = signal<Options>({
  mode: 'capillary', arrangements: ['as written', 'mixed', 'reversed'], seeds: 20, porosity: '50 %', gap: '0.8 µm', width: '50 µm', angle: '30°', surfaceTension: '30 mN/m',
  viscosity: '3.1 mPa s', velocity: '0.1 mm/s', reservoir: false, grid: '0.5 µm', poreVolumes: 2, rest: '',
});

/** Beds that a mode usually takes: a filling by viscous flow is a minute of a processor, one where capillarity decides some milliseconds. */
const usualSeeds = { capillary: 20, study: 1, cell: 1 } as const;

export function change(to: Partial<Options>): void {
  const before = options.value;
  options.value = { ...before, ...to, ...(to.mode && to.mode !== before.mode ? { seeds: usualSeeds[to.mode] } : {}) };
}

export const arrangements = [
  { value: 'as written', label: 'as written' },
  { value: 'mixed', label: 'mixed' },
  { value: 'reversed', label: 'reversed' },
] as const;

/** The commands that repeat a run, one an arrangement. */
export function commands(file: string, o: Options = options.value): readonly string[] {
  const named = variantName();
  return o.arrangements.map((arrangement, i) => commandLine('wet', file, '--mode', o.mode,
    ...(named === null ? [] : ['--variant', named]),
    ...(arrangement === 'as written' ? [] : ['--set', `positive.arrangement=${arrangement}`]),
    ...(o.mode === 'cell' ? [] : ['--seeds', String(o.seeds), '--gap', o.gap, '--width', o.width, ...(o.porosity.trim() === '' ? [] : ['--porosity', o.porosity])]),
    ...(o.mode === 'capillary' ? ['--angle', o.angle, '--surface-tension', o.surfaceTension, '--viscosity', o.viscosity, ...(o.reservoir ? ['--reservoir'] : ['--velocity', o.velocity])] : []),
    ...(o.mode === 'study' ? ['--grid', o.grid, '--pore-volumes', String(o.poreVolumes), '--viscosity', o.viscosity, '--velocity', o.velocity] : []),
    ...(o.mode === 'cell' && o.rest.trim() !== '' ? ['--rest', o.rest] : []),
    '--out', o.arrangements.length > 1 ? `wet-${i + 1}` : 'wet'));
}
