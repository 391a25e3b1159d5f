import { redo, undo } from '../state/document';
import { open, save } from '../state/file';
import { complain, say } from '../state/notices';
import { dialog } from './dialogs';
import { go, pages } from './places';

export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

/** What the help dialog lists; the editor of the document has some of its own. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['?'], does: 'These shortcuts' },
  { keys: ['Alt 1 … 9'], does: 'Go to a page, counted from the left' },
  { keys: ['Ctrl Z'], does: 'Undo, on every page' },
  { keys: ['Ctrl Y', 'Ctrl Shift Z'], does: 'Redo' },
  { keys: ['Ctrl S'], does: 'Save the document' },
  { keys: ['Ctrl O'], does: 'Open a document' },
  { keys: ['Tab', 'Shift Tab'], does: 'Next and previous control' },
  { keys: ['Esc'], does: 'Close a dialog, a list or a help' },
  { keys: ['Ctrl Space'], does: 'Document: what may stand here' },
  { keys: ['Ctrl F'], does: 'Document: search' },
  { keys: ['F8'], does: 'Document: next problem' },
  { keys: ['Ctrl Shift [', 'Ctrl Shift ]'], does: 'Document: fold and unfold' },
];

/** Saves and says so; what goes wrong is said too. */
export async function saveAndSay(): Promise<void> {
  try {
    if (await save()) say('Saved.');
  } catch (error) {
    complain(error);
  }
}

export function listenForShortcuts(): void {
  addEventListener('keydown', event => {
    if (!event.defaultPrevented && act(event)) event.preventDefault();
  });
}

function act(event: KeyboardEvent): boolean {
  const isTyping = isTextField(event.composedPath()[0]);
  const key = event.key.toLowerCase();
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (event.altKey && digit && !event.ctrlKey && !event.metaKey) {
    const page = pages.value[Number(digit) - 1];
    if (page) go(page.path);
    return page !== undefined;
  }
  if (event.ctrlKey || event.metaKey) {
    if (key === 's') return void saveAndSay(), true;
    if (key === 'o') return void open().catch(complain), true;
    // A field that is being typed in undoes its own letters.
    if (isTyping) return false;
    if (key === 'z') return event.shiftKey ? redo() : undo(), true;
    if (key === 'y') return redo(), true;
    return false;
  }
  if (key === '?' && !isTyping) return (dialog.value = 'shortcuts'), true;
  return false;
}

function isTextField(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !['range', 'checkbox', 'radio', 'button', 'submit', 'color', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
