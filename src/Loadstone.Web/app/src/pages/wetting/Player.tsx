import { isPlaying, position, seek, speed, toggle } from './player';
import { fillings, isRunning, most } from './run';

const speeds = [0.05, 0.1, 0.25, 0.5, 1];
const steps = 1000;

/** Plays and scrubs all arrangements together, at equal injected volume. */
export function Player({ field, onField }: { readonly field: string | null; readonly onField: (field: string | null) => void }) {
  const fields = [...new Set(fillings.value.flatMap(one => one.fields.map(f => f.name)))];
  const shown = fillings.value.map(one => one.fields.find(f => f.name === field)).filter(f => f !== undefined);
  const time = timeAt(position.value);
  return (
    <div class="player" role="group" aria-label="Playing">
      <button type="button" onClick={toggle} aria-pressed={isPlaying.value} disabled={most.value === 0}>{isPlaying.value ? 'Pause' : 'Play'}</button>
      <input
        type="range" min={0} max={steps} step={1} aria-label="Injected pore volumes"
        aria-valuetext={`${position.value.toFixed(3)} pore volumes`}
        value={most.value > 0 ? (steps * position.value) / most.value : 0}
        disabled={most.value === 0}
        onInput={event => seek((event.currentTarget.valueAsNumber / steps) * most.value)}
      />
      <output class="player-place">{position.value.toFixed(3)} <span class="muted">pore volumes{time !== null && `, ${time.toPrecision(3)} s`}</span></output>
      <label>Speed <select value={speed.value} onChange={event => (speed.value = Number(event.currentTarget.value))}>{speeds.map(s => <option key={s} value={s}>{s} PV/s</option>)}</select></label>
      {fields.length > 0 && !isRunning.value && (
        <label>Shown <select value={field ?? ''} onChange={event => onField(event.currentTarget.value || null)}>
          <option value="">electrolyte</option>
          {fields.map(name => <option key={name} value={name}>{name} at the end</option>)}
        </select></label>
      )}
      {shown.length > 0 && <span class="muted">{shown[0]!.name}: dark 0, yellow {shown.map(f => `${f.high.toPrecision(2)} ${f.unit}`).join(' · ')}</span>}
    </div>
  );
}

// The arrangements have slightly different pore volumes, so the time is that of the first.
function timeAt(volumes: number): number | null {
  const one = fillings.value[0];
  if (!one) return null;
  if (one.steps.length > 0) return one.steps.findLast(s => s.volumes <= volumes + 1e-9)?.time ?? null;
  const last = one.samples.volumes.findLastIndex(v => v <= volumes + 1e-9);
  return last < 0 ? null : one.samples.time[last]!;
}
