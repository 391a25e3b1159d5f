import { effect, signal } from '@preact/signals';
import type { Section } from '../../report/blocks';
import { text } from '../../state/document';
import { ask, isConnected, ProblemError, type Problem } from '../../state/server';
import { variant } from '../bench/place';

/** A number of a slurry or a film. */
export interface StateNumber {
  readonly symbol: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly help: string;
}

/** Slurry and film of a layer; the window says between which solids contents its recipe can be coated, %. */
export interface LayerState {
  readonly electrode: string;
  readonly layer: string;
  readonly numbers: readonly StateNumber[];
  readonly window: { readonly solids: number; readonly low: number | null; readonly high: number | null; readonly isInside: boolean };
}

export interface Made {
  readonly variant: string;
  readonly layers: readonly LayerState[];
  readonly sections: readonly Section[];
  readonly warnings: readonly string[];
}

export const made = signal<Made | null>(null);
export const problem = signal<Problem | null>(null);
/** Whether what is shown belongs to an older design. */
export const isStale = signal(false);

const client = crypto.getRandomValues(new Uint32Array(2)).join('-');
let sequence = 0;

/** Keeps the results up to the document until the returned function is called: a newer document leaves the older request. */
export function follow(): () => void {
  return effect(() => {
    const request = { document: text.value, variant: variant.value, client, sequence: ++sequence };
    if (request.document.trim() === '' || !isConnected.value) return;
    isStale.value = true;
    const stop = new AbortController();
    void make(request, stop.signal);
    return () => stop.abort();
  });
}

async function make(request: object, stop: AbortSignal): Promise<void> {
  try {
    const answer = await ask<Made>('/api/make', request, stop);
    if (stop.aborted) return;
    made.value = answer;
    problem.value = null;
    isStale.value = false;
  } catch (error) {
    if (!stop.aborted && error instanceof ProblemError) problem.value = error.problem;
    // What was stopped has a newer request behind it; a lost connection is shown by the shell, and the effect runs again when it is back.
  }
}
