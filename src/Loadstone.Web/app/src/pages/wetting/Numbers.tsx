import { numberText } from '../../charts/numbers';
import { Help } from '../../fields/Help';
import { meaningOf } from './meanings';
import type { Number95 } from './parts';
import { asked, fillings } from './run';

/** The numbers of all arrangements beside each other, with their errors over the beds. */
export function Numbers() {
  const all = fillings.value.filter(one => one.result !== null);
  const names = [...new Set(all.flatMap(one => one.result!.numbers.map(number => number.name)))];
  const seeds = asked.value?.mode === 'cell' ? 1 : (asked.value?.seeds ?? 1);
  return (
    <section>
      <h3 class="block-title">Numbers{seeds > 1 && <span class="muted">, mean of {seeds} beds ± half of the 95 % interval</span>}</h3>
      <div class="table-place" tabIndex={0} role="region" aria-label="Numbers">
        <table class="data">
          <thead><tr><th scope="col">quantity</th>{all.map(one => <th key={one.name} scope="col" class="number">{one.name}</th>)}</tr></thead>
          <tbody>{names.map(name => <Row key={name} name={name} numbers={all.map(one => one.result!.numbers.find(number => number.name === name))} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ name, numbers }: { readonly name: string; readonly numbers: readonly (Number95 | undefined)[] }) {
  const what = meaningOf(name);
  const unit = numbers.find(number => number)?.unit;
  return (
    <tr>
      <th scope="row">{name} {what && <Help topic={{ title: name, what, ...(unit ? { unit } : {}) }}>?</Help>}</th>
      {numbers.map((number, i) => <td key={i} class="number">{written(number)}</td>)}
    </tr>
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
