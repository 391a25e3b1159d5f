import { effect, signal } from '@preact/signals';
import { injected, isRunning, most } from './run';

/** The injected volume that is looked at, in pore volumes: the same in every arrangement. */
export const position = signal(0);
export const isPlaying = signal(false);
/** Pore volumes a second. */
export const speed = signal(0.1);

/** Whether the newest picture is shown while the run goes on, until a person takes the slider. */
const isFollowing = signal(true);

export function seek(to: number): void {
  isFollowing.value = false;
  isPlaying.value = false;
  position.value = to;
}

export function toggle(): void {
  isFollowing.value = false;
  if (!isPlaying.value && position.value >= most.value - 1e-9) position.value = 0;
  isPlaying.value = !isPlaying.value;
}

/** Shows a run that begins from its first picture on. */
export function rewind(playing: boolean): void {
  isFollowing.value = !playing;
  isPlaying.value = playing;
  position.value = 0;
}

/** Moves the position on while it plays, until the returned function is called. */
export function play(): () => void {
  const stopFollowing = effect(() => {
    if (isFollowing.value && isRunning.value && Number.isFinite(injected.value)) position.value = injected.value;
  });
  const stopPlaying = effect(() => {
    if (!isPlaying.value) return;
    let last = performance.now();
    let request = requestAnimationFrame(function step(now) {
      position.value = Math.min(most.peek(), position.peek() + ((now - last) / 1000) * speed.peek());
      last = now;
      if (position.peek() >= most.peek() && !isRunning.peek()) isPlaying.value = false;
      else request = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(request);
  });
  return () => {
    stopFollowing();
    stopPlaying();
  };
}
