import { computed, signal } from '@preact/signals';
import { text } from '../../state/document';
import { ProblemError, stream, type Problem } from '../../state/server';
import { variant } from '../bench/place';
import { options, type Options } from './options';
import { bytes, type Bed, type Field, type Frame, type Order, type Parts, type Ranking, type Result, type Samples, type Step } from './parts';

/** An arrangement as far as it has been filled. */
export interface Filling {
  readonly name: string;
  readonly done: number;
  readonly bed: Bed | null;
  readonly pores: readonly (readonly number[])[];
  readonly steps: readonly Step[];
  readonly frames: readonly Frame[];
  readonly fields: readonly Field[];
  readonly samples: Samples;
  readonly result: Result | null;
}

export const fillings = signal<readonly Filling[]>([]);
/** The options of the run that is shown; they may have been changed since. */
export const asked = signal<Options | null>(null);
export const order = signal<Order | null>(null);
export const ranking = signal<Ranking | null>(null);
export const problem = signal<Problem | null>(null);
export const isRunning = signal(false);
export const seconds = signal<number | null>(null);

const ranked = signal(0);

export const done = computed(() => (fillings.value.length === 0 ? ranked.value : fillings.value.reduce((sum, one) => sum + one.done, 0) / fillings.value.length));

/** Liquid that has been injected into every arrangement so far, in pore volumes: up to here they can be set beside each other. */
export const injected = computed(() => Math.min(...fillings.value.map(reached)));

/** Liquid that has been injected into the fullest of them. */
export const most = computed(() => Math.max(0, ...fillings.value.map(reached)));

const reached = (one: Filling) => one.steps.at(-1)?.volumes ?? one.frames.at(-1)?.volumes ?? 0;
const none: Samples = { volumes: [], time: [], saturation: [], outlet: [], pressure: [] };
const client = crypto.getRandomValues(new Uint32Array(2)).join('-');
let sequence = 0;
let going: AbortController | null = null;

/** Starts a run; one that goes on is left. */
export async function start(): Promise<void> {
  going?.abort();
  const stop = (going = new AbortController());
  const now = options.value;
  fillings.value = [];
  order.value = ranking.value = problem.value = seconds.value = null;
  ranked.value = 0;
  asked.value = now;
  isRunning.value = true;
  try {
    const body = { ...now, document: text.value, variant: variant.value, porosity: now.porosity.trim() || null, rest: now.rest.trim() || null, client, sequence: ++sequence };
    await stream(now.mode === 'ranking' ? '/api/rank' : '/api/wet', body, (name, data) => !stop.signal.aborted && take(name, data), stop.signal);
  } catch (error) {
    if (going !== stop || stop.signal.aborted) return;
    problem.value = error instanceof ProblemError ? error.problem : { message: 'the connection was lost before the run was done; start it again.' };
  } finally {
    if (going === stop) isRunning.value = false;
  }
}

/** Stops the run; what it has shown stays. */
export function stop(): void {
  going?.abort();
  isRunning.value = false;
}

function take(name: string, data: unknown): void {
  if (name === 'problem') problem.value = data as Problem;
  else if (name === 'order') order.value = data as Order;
  else if (name === 'ranking') ranking.value = data as Ranking;
  else if (name === 'share') ranked.value = (data as Parts['share']).done;
  else if (name === 'done') seconds.value = (data as Parts['done']).seconds;
  else if (name === 'start') fillings.value = (data as Parts['start']).cases.map(one => ({ name: one, done: 0, bed: null, pores: [], steps: [], frames: [], fields: [], samples: none, result: null }));
  else change((data as { case: number }).case, one => ({ ...one, ...changed(name, data, one) }));
}

function change(index: number, to: (one: Filling) => Filling): void {
  fillings.value = fillings.value.map((one, i) => (i === index ? to(one) : one));
}

function changed(name: string, data: unknown, one: Filling): Partial<Filling> {
  switch (name) {
    case 'progress': return { done: (data as Parts['progress']).done };
    case 'bed': return { bed: data as Parts['bed'] };
    case 'steps': return { pores: (data as Parts['steps']).pores, steps: (data as Parts['steps']).steps };
    case 'frame': return { frames: [...one.frames, { ...(data as Parts['frame']), pixels: bytes((data as Parts['frame']).pixels) }] };
    case 'field': return { fields: [...one.fields, { ...(data as Parts['field']), pixels: bytes((data as Parts['field']).pixels) }] };
    case 'samples': return { samples: joined(one.samples, data as Parts['samples']) };
    case 'result': return { result: data as Parts['result'] };
    default: return {};
  }
}

const joined = (before: Samples, more: Samples): Samples => ({
  volumes: [...before.volumes, ...more.volumes], time: [...before.time, ...more.time], saturation: [...before.saturation, ...more.saturation],
  outlet: [...before.outlet, ...more.outlet], pressure: [...before.pressure, ...more.pressure],
});
