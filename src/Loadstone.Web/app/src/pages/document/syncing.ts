import { Annotation } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { endGesture, replace } from '../../state/document';

const gesture = 'typing';
const burst = 1000;
const isFromOutside = Annotation.define<true>();

let idle: ReturnType<typeof setTimeout> | undefined;

/** Puts what is typed into the document; a burst of typing is one step of the one history that all pages share. */
export const writesDocument = EditorView.updateListener.of(update => {
  if (update.docChanged && !update.transactions.some(transaction => transaction.annotation(isFromOutside))) {
    replace(update.state.doc.toString(), gesture);
    clearTimeout(idle);
    idle = setTimeout(endGesture, burst);
  } else if (update.focusChanged && !update.view.hasFocus) {
    endGesture();
  }
});

/** Shows what was changed elsewhere (or undone): only what differs is replaced, so that the cursor and the folds stay. */
export function show(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  view.dispatch({ changes: difference(before, text), annotations: isFromOutside.of(true) });
}

/** The one stretch that has to be replaced to make one text of the other. */
export function difference(before: string, after: string): { readonly from: number; readonly to: number; readonly insert: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
