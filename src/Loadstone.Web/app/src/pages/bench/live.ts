import { batch, effect } from '@preact/signals';
import { bench } from '../../state/bench';
import { text } from '../../state/document';
import { Follower } from '../../state/follower';
import { isConnected, ProblemError, type Problem } from '../../state/server';
import { geometry } from './geometry';
import { merged, settled } from './numbers';
import { variant } from './place';
import { detail, rateTest } from './rates';
import { duration, isComputing, losses, maps, numbers, problems, rates, sent, structure, wanted, warnings } from './results';

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
  const said = new Set<string>();
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
        structure.value = { value, of, basis };
      }),
      numbers: here(part => {
        numbers.value = { value: merged(numbers.value?.value ?? [], part.items, of), of };
        for (const warning of part.warnings) said.add(warning);
      }),
      rate: here(value => {
        const others = rates.value.filter(rate => rate.value.index !== value.index && rate.value.index < asked.length);
        rates.value = [...others, { value, of }].sort((a, b) => a.value.index - b.value.index);
        if (rates.value.length < asked.length || rates.value.some(rate => rate.of !== of)) return;
        curveIsThere();
      }),
      losses: here(value => (losses.value = { value, of })),
      maps: here(value => (maps.value = { value, of })),
      done: here(({ milliseconds }) => {
        duration.value = milliseconds;
        warnings.value = [...said];
        if (numbers.value) numbers.value = { value: settled(numbers.value.value, of), of };
      }),
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
