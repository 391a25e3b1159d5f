import { Help } from '../../fields/Help';
import type { BenchNumber } from '../../state/bench';
import { seriesColour } from '../../charts/colours';
import { isStale, numbers, warnings } from './live';
import { pinColour, pins } from './pins';

const columns = 3;
const shown = (item: BenchNumber | undefined) => (item && Number.isFinite(item.value) ? item.value.toFixed(item.decimals) : '–');

/** The numbers of the design beside those of the pinned ones, and what to beware of, in words. */
export function Numbers() {
  const items = numbers.value?.value ?? [];
  const beside = pins.value.slice(-columns);
  return (
    <section class="numbers" aria-label="Numbers">
      <div class={isStale(numbers) ? 'numbers-table stale' : 'numbers-table'}>
        <table>
          {beside.length > 0 && (
            <thead>
              <tr><th /><th scope="col">this</th>{beside.map(p => <th key={p.id} scope="col" title={p.name}><i class="swatch" style={{ background: seriesColour(pinColour(p)) }} /><span class="unseen">{p.name}</span></th>)}<th /></tr>
            </thead>
          )}
          <tbody>
            {items.map(item => (
              <tr key={item.key}>
                <th scope="row"><Help topic={{ title: item.label, what: item.help, unit: item.unit }}><span>{item.label}</span></Help></th>
                <td>{shown(item)}</td>
                {beside.map(p => <td key={p.id} class="beside">{shown(p.numbers.find(n => n.key === item.key))}</td>)}
                <td class="unit">{item.unit}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="warnings" role="status">
        <ul>{warnings.value.map(warning => <li key={warning}>{warning}</li>)}</ul>
      </div>
    </section>
  );
}
