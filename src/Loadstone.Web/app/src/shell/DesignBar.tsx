import { canRedo, canUndo, redo, title, undo } from '../state/document';
import { fileName, isChanged, open } from '../state/file';
import { complain } from '../state/notices';
import { dialog } from './dialogs';
import { saveAndSay } from './shortcuts';

/** The design in hand, and what is done with it as a whole. */
export function DesignBar() {
  return (
    <div class="design-bar" role="toolbar" aria-label="Design">
      <h1 class="design-title" title={`${title.value} (${fileName.value})`}>
        {title.value} {isChanged.value && <span class="unsaved">unsaved</span>}
      </h1>
      <button type="button" disabled={!canUndo.value} onClick={undo} aria-label="Undo" title="Undo (Ctrl Z)">↶</button>
      <button type="button" disabled={!canRedo.value} onClick={redo} aria-label="Redo" title="Redo (Ctrl Y)">↷</button>
      <span class="between" />
      <button type="button" onClick={() => (dialog.value = 'gallery')}>New…</button>
      <button type="button" onClick={() => void open().catch(complain)} title="Open (Ctrl O), or drop a file on the page">Open…</button>
      <button type="button" onClick={() => void saveAndSay()} title="Save (Ctrl S)">Save</button>
      <span class="between" />
      <button type="button" onClick={() => (dialog.value = 'share')}>Share…</button>
      <button type="button" onClick={() => (dialog.value = 'report')}>Report…</button>
      <button type="button" onClick={() => (dialog.value = 'command')} title="The same on the command line">Command…</button>
    </div>
  );
}
