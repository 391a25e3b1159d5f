import { seriesColour } from '../../charts/colours';
import { replace } from '../../state/document';
import { isCurveStale } from './results';
import { mostPins, pin, pinColour, pins, rename, unpin } from './pins';
import { choose } from './place';

/** The designs that are kept for comparison: name, come back to, take away. */
export function Pins() {
  return (
    <div class="pins" role="group" aria-label="Pinned designs">
      <button type="button" disabled={isCurveStale.value} title={`Keeps the curves of this design for comparison (up to ${mostPins})`} onClick={pin}>Pin this design</button>
      {pins.value.map(p => (
        <span class="chip" key={p.id}>
          <i class="swatch" style={{ background: seriesColour(pinColour(p)) }} />
          <input aria-label="Name of the pinned design" value={p.name} size={Math.max(4, Math.min(26, p.name.length))} onInput={event => rename(p.id, event.currentTarget.value)} />
          <button
            type="button"
            title="Take this design in hand again"
            aria-label={`Take ${p.name} in hand again`}
            onClick={() => {
              replace(p.document);
              choose(p.variant);
            }}
          >
            ↶
          </button>
          <button type="button" aria-label={`Unpin ${p.name}`} title="Unpin" onClick={() => unpin(p.id)}>✕</button>
        </span>
      ))}
    </div>
  );
}
