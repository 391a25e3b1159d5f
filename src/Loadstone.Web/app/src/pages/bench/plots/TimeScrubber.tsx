import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { capacityUnit, shownCapacity } from '../capacity';
import { losses, maps } from '../results';
import { given, inWords, moment, progress } from '../time';

const seconds = 8;

/** Moves through the discharge: a line in the plots, and the colours of the drawing. */
export function TimeScrubber() {
  const plays = useSignal(false);
  useEffect(() => {
    if (!plays.value) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      progress.value = Math.min(1, progress.value + (now - before) / 1000 / seconds);
      before = now;
      if (progress.value >= 1) plays.value = false;
      else frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [plays.value]);

  const at = moment.value ?? 0;
  const charge = given.value !== null && losses.value ? `${shownCapacity(given.value, losses.value.value.perGram).toFixed(capacityUnit.value === 'mAh/g' ? 0 : 2)} ${capacityUnit.value}` : '';
  const words = `${inWords(at)}${charge && `, ${charge}`}`;
  return (
    <div class="scrubber">
      <button
        type="button"
       
        aria-label={plays.value ? 'Pause' : 'Play the discharge'}
        disabled={!maps.value}
        onClick={() => {
          if (!plays.value && progress.value >= 1) progress.value = 0;
          plays.value = !plays.value;
        }}
      >
        {plays.value ? '❚❚' : '▶'}
      </button>
      <label for="scrubber">Time</label>
      <input
        id="scrubber"
        type="range"
        min={0}
        max={1}
        step={0.002}
        value={progress.value}
        disabled={!maps.value}
        aria-valuetext={words}
        onInput={event => {
          plays.value = false;
          progress.value = event.currentTarget.valueAsNumber;
        }}
      />
      <output for="scrubber">{maps.value ? words : ''}</output>
    </div>
  );
}
