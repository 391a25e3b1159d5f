import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { bench, type BenchNumber, type Losses, type Maps, type Rate, type Structure } from '../../state/bench';
import { text } from '../../state/document';
import { Follower } from '../../state/follower';
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

/** How long losses, maps and the other numbers may keep a newer curve waiting, ms: a server with nobody else to serve has them by then. */
const moment = 40;

/** Answers to the newest design: a curve that was asked for is drawn, whatever the hand does meanwhile. */
const follower = new Follower(follow, moment);
let frame: number | null = null;

/** Keeps the results up to the document until the returned function is called. */
export function start(): () => void {
  const stop = effect(() => {
    const ready = text.value.trim() !== '' && isConnected.value;
    void variant.value;
    void detail.value;
    if (!ready) return leave();
    wanted.value = wanted.peek() + 1;
    document.documentElement.dataset['wanted'] = String(wanted.peek());
    soon();
  });
  return () => {
    stop();
    leave();
  };
}

/** What is under way is given up; a lost connection would hold it for ever. */
function leave(): void {
  if (frame !== null) cancelAnimationFrame(frame);
  frame = null;
  follower.leave();
}

function soon(): void {
  // Frames stand still while the page is hidden.
  if (document.hidden) follower.changed();
  else frame ??= requestAnimationFrame(() => {
    frame = null;
    follower.changed();
  });
}

async function follow(curveIsThere: () => void, signal: AbortSignal): Promise<void> {
  const of = wanted.peek();
  const asked = rateTest.peek();
  const basis = geometry.peek();
  const here = <T>(take: (part: T) => void) => (part: T) => {
    if (!signal.aborted) batch(() => take(part));
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
    await bench(text.peek(), { variant: variant.peek() ?? undefined, rates: asked, detail: detail.peek() }, {
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
        curveIsThere();
      }),
      losses: here(value => (losses.value = { value, of })),
      maps: here(value => (maps.value = { value, of })),
      done: here(({ milliseconds }) => (duration.value = milliseconds)),
      problem: here(problem => {
        fresh();
        tell(problem);
      }),
    }, signal);
    if (!signal.aborted) fresh();
  } catch (error) {
    if (!signal.aborted && error instanceof ProblemError) batch(() => {
      fresh();
      tell(error.problem);
    });
    // A lost connection is said by the shell; when it is back, this is sent again.
  } finally {
    isComputing.value = false;
  }
}
