import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { bench, type BenchNumber, type Losses, type Maps, type Rate, type Structure } from '../../state/bench';
import { text } from '../../state/document';
import { isConnected, ProblemError, type Problem } from '../../state/server';
import { geometry, type Geometry } from './geometry';
import { variant } from './place';
import { detail, rateTest } from './rates';

/** A result and the change of the design that it belongs to. */
export interface Result<T> {
  readonly value: T;
  readonly of: number;
}

export const structure = signal<(Result<Structure> & { readonly basis: Geometry }) | null>(null);
export const numbers = signal<Result<readonly BenchNumber[]> | null>(null);
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
const sent = signal(0);
const isOld = (of: number) => of < sent.value || !isConnected.value;

/** Whether a result belongs to an older design than the one that is computed. */
export const isStale = (result: ReadonlySignal<Result<unknown> | null>) => result.value !== null && isOld(result.value.of);

/** The change of the design that the whole rate curve belongs to; null while its rates are of several. */
export const curveOf = computed(() => {
  const first = rates.value[0]?.of ?? null;
  return rates.value.length === rateTest.value.length && rates.value.every(rate => rate.of === first) ? first : null;
});
export const isCurveStale = computed(() => curveOf.value === null || isOld(curveOf.value));

/**
 * A run whose rate curve is still to come is left this long, so that a hand that moves without rest sees curves and not only the last one;
 * what comes after the curve is left for a newer design at once.
 */
const patience = 250;

interface Run {
  readonly of: number;
  readonly since: number;
  readonly abort: AbortController;
  hasRates: boolean;
}

let run: Run | null = null;
let frame: number | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the results up to the document until the returned function is called. */
export function start(): () => void {
  const stop = effect(() => {
    const ready = text.value.trim() !== '' && isConnected.value;
    void variant.value;
    void detail.value;
    if (!ready) return;
    wanted.value = wanted.peek() + 1;
    document.documentElement.dataset['wanted'] = String(wanted.peek());
    soon();
  });
  return () => {
    stop();
    run?.abort.abort();
    run = null;
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    clearTimeout(timer);
  };
}

function soon(): void {
  // Frames stand still while the page is hidden.
  if (document.hidden) next();
  else frame ??= requestAnimationFrame(() => next());
}

function next(): void {
  frame = null;
  clearTimeout(timer);
  if (run?.of === wanted.value) return;
  const left = run && !run.hasRates ? run.since + patience - performance.now() : 0;
  if (left > 0) {
    timer = setTimeout(next, left);
    return;
  }
  run?.abort.abort();
  void send();
}

async function send(): Promise<void> {
  const mine: Run = { of: wanted.value, since: performance.now(), abort: new AbortController(), hasRates: false };
  run = mine;
  const asked = rateTest.value;
  const basis = geometry.value;
  const of = mine.of;
  const here = <T>(take: (part: T) => void) => (part: T) => {
    if (run === mine) batch(() => take(part));
  };
  const tell = (problem: Problem) => (problems.value = [...problems.value, problem]);
  let cleared = false;
  const fresh = () => {
    if (!cleared) problems.value = [];
    cleared = true;
  };
  isComputing.value = true;
  sent.value = of;
  performance.mark(`bench-sent-${of}`);
  try {
    await bench(text.value, { variant: variant.value ?? undefined, rates: asked, detail: detail.value }, {
      structure: here(value => {
        fresh();
        warnings.value = [];
        structure.value = { value, of, basis };
      }),
      numbers: here(part => {
        const before = numbers.value?.of === of ? numbers.value.value : [];
        const late = new Map(part.items.map(item => [item.key, item]));
        numbers.value = { value: [...before.map(item => late.get(item.key) ?? item), ...part.items.filter(item => !before.some(b => b.key === item.key))], of };
        warnings.value = [...new Set([...warnings.value, ...part.warnings])];
      }),
      rate: here(value => {
        const others = rates.value.filter(rate => rate.value.index !== value.index && rate.value.index < asked.length);
        rates.value = [...others, { value, of }].sort((a, b) => a.value.index - b.value.index);
        if (rates.value.length < asked.length || rates.value.some(rate => rate.of !== of)) return;
        mine.hasRates = true;
        if (wanted.value !== of) soon();
      }),
      losses: here(value => (losses.value = { value, of })),
      maps: here(value => (maps.value = { value, of })),
      done: here(({ milliseconds }) => (duration.value = milliseconds)),
      problem: here(problem => {
        fresh();
        tell(problem);
      }),
    }, mine.abort.signal);
    if (run === mine) fresh();
  } catch (error) {
    if (run === mine && error instanceof ProblemError) batch(() => {
      fresh();
      tell(error.problem);
    });
    // A lost connection is said by the shell; when it is back, this is sent again.
  } finally {
    if (run === mine) {
      run = null;
      isComputing.value = false;
      if (wanted.value !== of) soon();
    }
  }
}
