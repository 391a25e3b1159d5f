import { signal } from '@preact/signals';
import { commandLine } from '../../state/command';
import { variantName } from '../process/command';

export type Mode = 'capillary' | 'ranking' | 'study' | 'cell';

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
  /** Of a ranking: lists with commas. */
  readonly ratios: string;
  readonly ranked: string;
  readonly gaps: string;
  readonly angles: string;
}

export const options = signal<Options>({
  mode: 'capillary', arrangements: ['as written', 'mixed', 'reversed'], seeds: 20, porosity: '50 %', gap: '0.8 µm', width: '50 µm', angle: '30°', surfaceTension: '30 mN/m',
  viscosity: '3.1 mPa s', velocity: '0.1 mm/s', reservoir: false, grid: '0.5 µm', poreVolumes: 2, rest: '',
  ratios: '3:7, 5:5, 7:3', ranked: 'L-S, Mix, S-L', gaps: '0.8 µm', angles: '30°, 60°, 90°',
});

/** Beds that a mode usually takes: a filling by viscous flow is a minute of a processor, one where capillarity decides some milliseconds. */
const usualSeeds = { capillary: 20, ranking: 20, study: 1, cell: 1 } as const;

export function change(to: Partial<Options>): void {
  const before = options.value;
  options.value = { ...before, ...to, ...(to.mode && to.mode !== before.mode ? { seeds: usualSeeds[to.mode] } : {}) };
}

export const arrangements = [
  { value: 'as written', label: 'as written' },
  { value: 'mixed', label: 'mixed' },
  { value: 'reversed', label: 'reversed' },
] as const;

/** Whether a run has what it needs to start. */
export const isReady = (o: Options) => o.mode === 'ranking' || o.arrangements.length > 0;

/** The commands that repeat a run, one an arrangement, or one for all of a ranking. */
export function commands(file: string, o: Options = options.value): readonly string[] {
  const named = variantName();
  const design = named === null ? [] : ['--variant', named];
  if (o.mode === 'ranking') return [commandLine('wet', file, '--mode', 'capillary', ...design, '--ratios', o.ratios, '--arrangements', o.ranked, '--angle', o.angles, ...beds(o, o.gaps), ...liquid(o), '--velocity', o.velocity, '--out', 'ranking')];
  return o.arrangements.map((arrangement, i) => commandLine('wet', file, '--mode', o.mode, ...design,
    ...(arrangement === 'as written' ? [] : ['--set', `positive.arrangement=${arrangement}`]),
    ...(o.mode === 'cell' ? [] : beds(o, o.gap)),
    ...(o.mode === 'capillary' ? ['--angle', o.angle, ...liquid(o), ...(o.reservoir ? ['--reservoir'] : ['--velocity', o.velocity])] : []),
    ...(o.mode === 'study' ? ['--grid', o.grid, '--pore-volumes', String(o.poreVolumes), '--viscosity', o.viscosity, '--velocity', o.velocity] : []),
    ...(o.mode === 'cell' && o.rest.trim() !== '' ? ['--rest', o.rest] : []),
    '--out', o.arrangements.length > 1 ? `wet-${i + 1}` : 'wet'));
}

const beds = (o: Options, gap: string) => ['--seeds', String(o.seeds), '--gap', gap, '--width', o.width, ...(o.porosity.trim() === '' ? [] : ['--porosity', o.porosity])];
const liquid = (o: Options) => ['--surface-tension', o.surfaceTension, '--viscosity', o.viscosity];
