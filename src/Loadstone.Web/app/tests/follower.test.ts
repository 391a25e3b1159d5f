import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Follower } from '../src/state/follower';

const curve = 300, rest = 500, moment = 40;
let state: number;
let asked: number[], drawn: number[], whole: number[];
let atOnce: number, most: number;

/** A server that is slow enough for a hand to overtake every answer. */
async function answer(first: () => void, given: AbortSignal): Promise<void> {
  const of = state;
  asked.push(of);
  most = Math.max(most, ++atOnce);
  const passes = (time: number) => new Promise<void>((done, failed) => {
    setTimeout(done, time);
    given.addEventListener('abort', failed);
  });
  try {
    await passes(curve);
    drawn.push(of);
    first();
    await passes(rest);
    whole.push(of);
  } catch {
    // Given up.
  } finally {
    atOnce--;
  }
}

function follower(): { move(value: number): void; leave(): void } {
  const one = new Follower(answer, moment);
  return {
    move(value) {
      state = value;
      one.changed();
    },
    leave: () => one.leave(),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  [asked, drawn, whole, atOnce, most] = [[], [], [], 0, 0];
});
afterEach(() => void vi.useRealTimers());

describe('a hand that moves faster than answers come', () => {
  it('sees curves while it moves, each newer than the one before, and all of the last value', async () => {
    const hand = follower();
    for (let value = 1; value <= 100; value++) {
      hand.move(value);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(drawn.length).toBe(1 + Math.floor((2000 - curve) / (curve + moment)));
    await vi.runAllTimersAsync();
    expect(asked).toEqual([...new Set(asked)].toSorted((a, b) => a - b));
    expect(drawn).toEqual(asked);
    expect(whole).toEqual([100]);
    expect(most).toBe(1);
  });

  it('is asked about where it stands, not about every value on its way', async () => {
    const hand = follower();
    hand.move(1);
    for (const value of [2, 3, 4]) hand.move(value);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([1, 4]);
  });

  it('leaves what comes after the curve at once where its moment is over', async () => {
    const hand = follower();
    hand.move(1);
    await vi.advanceTimersByTimeAsync(curve + moment + 100);
    hand.move(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual([1, 2]);
    expect(whole).toEqual([]);
  });

  it('gets all that follows where it moves slowly enough', async () => {
    const hand = follower();
    for (const value of [1, 2, 3]) {
      hand.move(value);
      await vi.advanceTimersByTimeAsync(curve + rest + 1);
    }
    expect(whole).toEqual([1, 2, 3]);
  });

  it('is asked about again when it comes back after leaving', async () => {
    const hand = follower();
    hand.move(1);
    await vi.advanceTimersByTimeAsync(10);
    hand.move(2);
    hand.leave();
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual([1]);
    hand.move(3);
    await vi.runAllTimersAsync();
    expect(whole).toEqual([3]);
  });
});
