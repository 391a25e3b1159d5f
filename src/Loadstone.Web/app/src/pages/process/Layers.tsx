import { numberText } from '../../charts/numbers';
import { Help } from '../../fields/Help';
import type { LayerState } from './live';

/** Slurry and film of each layer: the numbers, and where the solids content stands in the coater's window. */
export function Layers({ layers }: { readonly layers: readonly LayerState[] }) {
  return (
    <div class="states">
      {layers.map(layer => (
        <section key={layer.electrode + layer.layer} class="state" aria-label={`Slurry of ${layer.layer}`}>
          <h3>{layer.layer}</h3>
          <dl>
            {layer.numbers.map(number => (
              <div key={number.symbol}>
                <dt><Symbol text={number.symbol} /> {number.label}<Help topic={{ title: number.label, what: number.help, unit: number.unit }}>?</Help></dt>
                <dd>{numberText(Number(number.value.toPrecision(3)))} <span class="muted">{number.unit}</span></dd>
              </div>
            ))}
          </dl>
          <Window window={layer.window} />
        </section>
      ))}
    </div>
  );
}

function Symbol({ text }: { readonly text: string }) {
  const [letter, index] = text.split('_');
  return <i>{letter}{index && <sub>{index}</sub>}</i>;
}

const low = 30;
const high = 90;
const place = (solids: number) => (100 * (Math.min(high, Math.max(low, solids)) - low)) / (high - low);

function Window({ window }: { readonly window: LayerState['window'] }) {
  const { low: from, high: to, solids, isInside } = window;
  const byRecipe = from !== null && to !== null && solids >= from && solids <= to;
  // What was measured of a slurry counts; its recipe may say otherwise.
  const by = byRecipe === isInside ? '' : ' by its measured flow';
  const words = from === null || to === null
    ? 'By its recipe no solids content can be coated.'
    : `By its recipe${by && ' alone'} it can be coated from ${from.toFixed(1)} to ${to.toFixed(1)} % of solids.`;
  return (
    <div class={isInside ? 'window' : 'window outside'}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={`Coater's window, ${low} to ${high} % of solids`}>
        <rect class="window-track" x="0" y="3" width="100" height="4" />
        {from !== null && to !== null && <rect class="window-range" x={place(from)} y="3" width={Math.max(0.5, place(to) - place(from))} height="4" />}
        <rect class="window-at" x={place(solids) - 0.5} y="0" width="1" height="10" />
      </svg>
      <p><strong>{solids.toFixed(1)} % of solids, {isInside ? 'inside' : 'outside'} the coater's window{by}.</strong> {words}</p>
    </div>
  );
}
