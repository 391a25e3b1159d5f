import { effect, signal } from '@preact/signals';
import { check, type Check } from './designs';
import { text } from './document';
import { isConnected, ProblemError, type Problem } from './server';

const pause = 150;

/** Command lines that suit the document, as last checked. */
export const commands = signal<Check['commands']>([]);

/** What is wrong with the document, the same words as on the command line; null before it was looked at. */
export const problems = signal<readonly Problem[] | null>(null);

/** Has every text checked shortly after it settles; what could not be asked while the connection was lost is asked when it is back. */
export function keepChecking(): void {
  effect(() => {
    const now = text.value;
    if (!isConnected.value || now === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => void look(now, stop.signal), pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  });
}

async function look(now: string, stop: AbortSignal): Promise<void> {
  try {
    const found = await check(now, stop);
    problems.value = found.problems;
    if (found.commands.length > 0) commands.value = found.commands;
  } catch (error) {
    if (error instanceof ProblemError) problems.value = [error.problem];
    // A lost connection is shown by the shell, and the effect above runs again when it is back.
  }
}
