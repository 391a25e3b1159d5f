import { EditorView } from '@codemirror/view';
import { signal } from '@preact/signals';

/** The editor that is on the page, or null. */
export const shown = signal<EditorView | null>(null);

/** Brings a stretch of the text into view, selected, with the cursor there. */
export function jumpTo({ from, to }: { readonly from: number; readonly to: number }): void {
  const view = shown.value;
  if (!view) return;
  view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  view.focus();
}
