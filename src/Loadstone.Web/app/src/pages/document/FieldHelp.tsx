import { written } from '../../state/paths';
import { atCursor } from './assistance';

/** What the field at the cursor is, its range and its default. */
export function FieldHelp() {
  const field = atCursor.value;
  return <p class="field-help">{field ? <><code>{written(field.path)}</code> {field.help}</> : <span class="muted">Ctrl Space offers what may stand at the cursor.</span>}</p>;
}
