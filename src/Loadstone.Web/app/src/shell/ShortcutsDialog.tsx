import { Dialog } from './Dialog';
import { shortcuts } from './shortcuts';

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <dl class="shortcuts">
        {shortcuts.map(({ keys, does }) => [
          <dt key={does}>{keys.map((key, i) => [i > 0 && ' or ', <kbd key={key}>{key}</kbd>])}</dt>,
          <dd key={`${does} does`}>{does}</dd>,
        ])}
      </dl>
      <p class="muted">On a Mac, Ctrl is the command key. A small “?” beside a quantity tells what it is, its unit, range and source.</p>
    </Dialog>
  );
}
