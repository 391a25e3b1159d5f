import { value } from '../../state/document';
import { isConnected } from '../../state/server';
import { duration, isComputing, isCurveStale, problems } from './results';
import { Pins } from './Pins';
import { choose, variant, variants } from './place';

/** Which variant is looked at, what it is compared with, and how the computation stands. */
export function Toolbar() {
  const base = value.value?.['base'] ?? value.value?.['name'];
  return (
    <div class="toolbar" role="group" aria-label="Variant and comparison">
      {variants.value.length > 0 && (
        <label>Variant{' '}
          <select class="variant" value={variant.value ?? ''} onChange={event => choose(event.currentTarget.value || null)}>
            <option value="">{typeof base === 'string' ? base : 'the document as it stands'}</option>
            {variants.value.map(name => <option key={name} value={name}>{name}</option>)}
          </select>
        </label>
      )}
      <Pins />
      <Status />
    </div>
  );
}

function Status() {
  const problem = problems.value[0];
  if (problem) return <p class="status wrong" role="alert">{problem.path && !problem.message.startsWith(problem.path) ? `${problem.path}: ` : ''}{problem.message}</p>;
  if (!isConnected.value) return <p class="status">waits for the server</p>;
  const words = isComputing.value && isCurveStale.value ? 'computing…' : duration.value !== null ? `computed in ${duration.value.toFixed(0)} ms` : '';
  return <p class="status">{words}</p>;
}
