import { Help } from '../../fields/Help';
import { seriesColour } from '../../charts/colours';
import type { BenchNumber } from '../../state/bench';
import { isStale, numbers, warnings } from './results';
import { absent, byLayer } from './numbers';
import { pinColour, pins } from './pins';

const columns = 3;
const shown = (item: BenchNumber | undefined) => (item?.value == null ? '–' : item.value.toFixed(item.decimals));

/** The numbers of the design beside those of the pinned ones, those of its layers, what it has not and why, and what to beware of, in words. */
export function Numbers() {
  const items = numbers.value?.value ?? [];
  return (
    <section class="design-numbers" aria-label="Numbers">
      <div class={isStale(numbers) ? 'numbers-table stale' : 'numbers-table'} tabIndex={0} role="group" aria-label="Table of numbers">
        <OfWhole items={items.filter(item => item.layer === null && item.value !== null)} />
        <OfLayers items={items} />
        {absent(items).map(({ why, items: missing }) => (
          <p key={why} class="absent">
            No {missing.map((item, i) => [i > 0 && ', ', <Explained key={item.key} item={item} />])}: {why}.
          </p>
        ))}
      </div>
      <div class="warnings" role="status">
        <ul>{warnings.value.map(warning => <li key={warning}>{warning}</li>)}</ul>
      </div>
    </section>
  );
}

function OfWhole({ items }: { readonly items: readonly BenchNumber[] }) {
  const beside = pins.value.slice(-columns);
  return (
    <table>
      {beside.length > 0 && (
        <thead>
          <tr><th /><th scope="col">this</th>{beside.map(p => <th key={p.id} scope="col" title={p.name}><i class="swatch" style={{ background: seriesColour(pinColour(p)) }} /><span class="unseen">{p.name}</span></th>)}<th /></tr>
        </thead>
      )}
      <tbody>
        {items.map(item => (
          <tr key={item.key}>
            <th scope="row"><Explained item={item} /></th>
            <td>{shown(item)}</td>
            {beside.map(p => <td key={p.id} class="beside">{shown(p.numbers.find(n => n.key === item.key))}</td>)}
            <td class="unit">{item.unit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OfLayers({ items }: { readonly items: readonly BenchNumber[] }) {
  const { layers, rows } = byLayer(items);
  if (rows.length === 0) return null;
  return (
    <table class="of-layers">
      <thead><tr><th>layers, from the foil</th>{layers.map((layer, i) => <th key={i} scope="col">{layer}</th>)}<th /></tr></thead>
      <tbody>
        {rows.map(row => (
          <tr key={row[0]!.label}>
            <th scope="row"><Explained item={row[0]!} /></th>
            {layers.map((_, i) => <td key={i}>{shown(row.find(item => item.key.endsWith(`.${i}`)))}</td>)}
            <td class="unit">{row[0]!.unit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Explained({ item }: { readonly item: BenchNumber }) {
  const topic = { title: item.label, what: item.help, unit: item.unit, source: item.source, ...(item.range !== null && { range: item.range }) };
  return <Help topic={topic}><span>{item.label}</span></Help>;
}
