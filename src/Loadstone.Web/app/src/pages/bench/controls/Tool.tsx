import type { ComponentChildren } from 'preact';

/** A small button that is a sign. */
export function Tool({ label, sign, disabled = false, act }: { readonly label: string; readonly sign: ComponentChildren; readonly disabled?: boolean; readonly act: () => void }) {
  return <button type="button" class="tool" aria-label={label} title={label} disabled={disabled} onClick={act}>{sign}</button>;
}
