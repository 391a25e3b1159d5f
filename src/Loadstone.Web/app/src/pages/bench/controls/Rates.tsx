import { useState } from 'preact/hooks';
import { Help } from '../../../fields/Help';
import { problemAt } from '../problems';
import { ratesPath, rateTest, rateValue, setRates } from '../rates';
import { topics } from '../topics';

const most = 8;

/** The rates of the rate test: take away, or type one more. */
export function Rates() {
  const [typed, setTyped] = useState('');
  const list = rateTest.value;
  const value = rateValue(typed);
  const problem = list.map((_, i) => problemAt([...ratesPath.value, i])).find(p => p !== undefined);
  const add = () => {
    if (value === null || value <= 0) return;
    setRates([...list.filter(rate => rateValue(rate) !== value), typed.trim()].sort((a, b) => (rateValue(a) ?? 0) - (rateValue(b) ?? 0)));
    setTyped('');
  };
  return (
    <div class="rates">
      <span class="quantity-label"><label for="rate">Rates</label><Help topic={topics.rates}>?</Help></span>
      <div class="rate-list">
        {list.map((rate, i) => (
          <span class="chip" key={rate}>
            {rate}
            <button type="button" aria-label={`Leave ${rate} out`} disabled={list.length < 2} onClick={() => setRates(list.filter((_, k) => k !== i))}>✕</button>
          </span>
        ))}
        {list.length < most && (
          <input id="rate" class="rate-new" placeholder="add…" value={typed} aria-label="Another rate, such as 2C or C/3" onInput={event => setTyped(event.currentTarget.value)} onKeyDown={event => event.key === 'Enter' && add()} onBlur={add} />
        )}
      </div>
      {(problem || (typed !== '' && value === null)) && <p class="problem">{problem ?? `“${typed}” is no rate; write it as 2C or C/3.`}</p>}
    </div>
  );
}
