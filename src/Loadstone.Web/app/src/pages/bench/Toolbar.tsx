import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { example, examples, type Example } from '../../state/bench';
import { canRedo, canUndo, redo, replace, text, undo, value } from '../../state/document';
import { duration, isComputing, problems, ratesComplete } from './live';
import { Pins } from './Pins';
import { choose, variant, variants } from './place';

const gallery = signal<readonly Example[]>([]);

async function take(name: string): Promise<void> {
  replace(await example(name));
  choose(null);
}

async function begin(): Promise<void> {
  gallery.value = await examples();
  const first = gallery.value.find(e => e.gallery) ?? gallery.value[0];
  if (first && text.value.trim() === '') await take(first.name);
}

/** What is looked at, back and forth, comparison, and how the computation stands. */
export function Toolbar() {
  useEffect(() => {
    // Without a connection the gallery stays empty; the shell says so.
    void begin().catch(() => undefined);
  }, []);
  const base = value.value?.['base'] ?? value.value?.['name'];
  return (
    <div class="toolbar" role="toolbar" aria-label="Design">
      <label>Start from{' '}
        <select class="gallery" value="" onChange={event => void take(event.currentTarget.value).catch(() => undefined)}>
          <option value="" disabled>{String(value.value?.['name'] ?? 'a design')}</option>
          {gallery.value.map(e => <option key={e.name} value={e.name}>{e.title}</option>)}
        </select>
      </label>
      {variants.value.length > 0 && (
        <label>Variant{' '}
          <select class="variant" value={variant.value ?? ''} onChange={event => choose(event.currentTarget.value || null)}>
            <option value="">{typeof base === 'string' ? base : 'the document as it stands'}</option>
            {variants.value.map(name => <option key={name} value={name}>{name}</option>)}
          </select>
        </label>
      )}
      <span class="group">
        <button type="button" class="button" disabled={!canUndo.value} onClick={undo} aria-keyshortcuts="Control+Z" title="Undo (Ctrl+Z)" aria-label="Undo">↶</button>
        <button type="button" class="button" disabled={!canRedo.value} onClick={redo} aria-keyshortcuts="Control+Shift+Z" title="Redo (Ctrl+Shift+Z)" aria-label="Redo">↷</button>
      </span>
      <Pins />
      <Status />
    </div>
  );
}

function Status() {
  const problem = problems.value[0];
  if (problem) return <p class="status wrong" role="alert">{problem.message}</p>;
  const words = isComputing.value && !ratesComplete.value ? 'computing…' : duration.value !== null ? `computed in ${duration.value.toFixed(0)} ms` : '';
  return <p class="status">{words}</p>;
}
