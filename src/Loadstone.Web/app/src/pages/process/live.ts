import { batch, effect, signal } from '@preact/signals';
import type { Section } from '../../report/blocks';
import { text } from '../../state/document';
import { Follower, type FirstPart } from '../../state/follower';
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

const follower = new Follower(make, 0);

/** Keeps the results up to the document until the returned function is called: each answer that was asked for is shown, the newest document is asked about next. */
export function follow(): () => void {
  const stop = effect(() => {
    void variant.value;
    if (text.value.trim() === '' || !isConnected.value) return follower.leave();
    isStale.value = true;
    follower.changed();
  });
  return () => {
    stop();
    follower.leave();
  };
}

async function make(_: FirstPart, given: AbortSignal): Promise<void> {
  const [document, chosen] = [text.peek(), variant.peek()];
  try {
    const answer = await ask<Made>('/api/make', { document, variant: chosen }, given);
    batch(() => {
      made.value = answer;
      problem.value = null;
      isStale.value = document !== text.peek() || chosen !== variant.peek();
    });
  } catch (error) {
    if (!given.aborted && error instanceof ProblemError) problem.value = error.problem;
    // What was left has nobody who waits; a lost connection is shown by the shell, and the effect runs again when it is back.
  }
}
