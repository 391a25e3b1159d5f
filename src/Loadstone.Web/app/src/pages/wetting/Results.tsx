import { numberText } from '../../charts/numbers';
import { Blocks } from '../../report/Blocks';
import { PlotBlock } from '../../report/PlotBlock';
import type { Number95 } from './parts';
import { position } from './player';
import { plotsOf } from './plots';
import { asked, fillings, order, seconds } from './run';

/** Curves against the injected volume, numbers with their errors over the beds, and the rest of the report. */
export function Results() {
  const all = fillings.value;
  const withResult = all.filter(one => one.result !== null);
  return (
    <>
      <div class="wetting-plots">{plotsOf(all).map(figure => <PlotBlock key={figure.plot.name} figure={figure} marker={position} />)}</div>
      {order.value && <p class="order"><strong>{order.value.words}</strong> <span class="muted">{order.value.note}</span></p>}
      {withResult.length > 0 && <Numbers />}
      {withResult.flatMap(one => one.result!.warnings.map(warning => <p key={one.name + warning} class="warning">{one.name}: {warning}</p>))}
      {withResult.map(one => one.result!.sections.length > 0 && (
        <details key={one.name} open={asked.value?.mode === 'cell'}>
          <summary>{one.name}</summary>
          {one.result!.sections.map(section => <section key={section.heading}><h3>{section.heading}</h3><Blocks blocks={section.blocks} /></section>)}
        </details>
      ))}
      {seconds.value !== null && <p class="muted">Computed in {seconds.value.toFixed(1)} s.</p>}
    </>
  );
}

function Numbers() {
  const all = fillings.value.filter(one => one.result !== null);
  const names = [...new Set(all.flatMap(one => one.result!.numbers.map(number => number.name)))];
  const seeds = asked.value?.mode === 'cell' ? 1 : (asked.value?.seeds ?? 1);
  return (
    <section class="wide">
      <h3 class="block-title">Numbers{seeds > 1 && <span class="muted">, mean of {seeds} beds ± half of the 95 % interval</span>}</h3>
      <div class="table-place" tabIndex={0} role="region" aria-label="Numbers">
      <table class="data">
        <thead><tr><th scope="col">quantity</th>{all.map(one => <th key={one.name} scope="col" class="number">{one.name}</th>)}</tr></thead>
        <tbody>
          {names.map(name => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {all.map(one => <td key={one.name} class="number">{written(one.result!.numbers.find(number => number.name === name))}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      </div>
    </section>
  );
}

// As many digits as the error leaves meaning, two of the error's own.
function written(number: Number95 | undefined): string {
  if (!number || number.value === null) return '–';
  const error = number.halfWidth;
  if (error === null || error === 0) return `${numberText(Number(number.value.toPrecision(4)))} ${number.unit}`;
  const decimals = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(error))));
  return `${number.value.toFixed(decimals).replace('-', '−')} ± ${error.toFixed(decimals)} ${number.unit}`;
}
