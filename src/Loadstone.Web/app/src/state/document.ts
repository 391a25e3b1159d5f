import { computed, signal } from '@preact/signals';
import { parse, type ParseError } from 'jsonc-parser';
import { withValue } from './edits';
import { store, stored } from './stored';

/** A place in the document: names of members and numbers of items, as in ['positive', 'layers', 0, 'share']. */
export type DocumentPath = readonly (string | number)[];

const kept = 'loadstone.document';
const most = 500;

const past = signal<readonly string[]>([]);
const future = signal<readonly string[]>([]);
let gesture: string | null = null;

/** The design document as text: the truth from which everything on the pages follows. Comments and layout are kept by edits. */
export const text = signal(stored(kept) ?? '');

/** The document as a value; null while its text is no JSON. */
export const value = computed<Record<string, unknown> | null>(() => {
  const errors: ParseError[] = [];
  const parsed: unknown = parse(text.value, errors, { allowTrailingComma: true });
  return errors.length === 0 && typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
});

/** What the design calls itself, also while its text is half written. */
export const title = computed(() => {
  const half: unknown = parse(text.value, [], { allowTrailingComma: true });
  const name = typeof half === 'object' && half !== null ? (half as Record<string, unknown>)['name'] : undefined;
  return typeof name === 'string' && name !== '' ? name : 'Unnamed design';
});

/** How many steps lie behind. */
export const depth = computed(() => past.value.length);
export const canUndo = computed(() => depth.value > 0);
export const canRedo = computed(() => future.value.length > 0);

/**
 * Puts other text in place. Changes of one gesture (a drag, a burst of typing) are undone together: they pass the same name, and `endGesture` closes it.
 */
export function replace(changed: string, gestureName: string | null = null): void {
  if (changed === text.value) return;
  const isFirst = text.value === '' && past.value.length === 0;
  if (!isFirst && (gestureName === null || gestureName !== gesture)) past.value = [...past.value.slice(1 - most), text.value];
  gesture = gestureName;
  future.value = [];
  keep(changed);
}

export function endGesture(): void {
  gesture = null;
}

/** Sets a member to a value, or takes it away where the value is undefined. */
export function set(path: DocumentPath, to: unknown, gestureName: string | null = null): void {
  replace(withValue(text.value, path, to), gestureName);
}

/** What stands at a place, or undefined. */
export function at(path: DocumentPath): unknown {
  let here: unknown = value.value;
  for (const step of path) here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined;
  return here;
}

export function undo(): void {
  const before = past.value.at(-1);
  if (before === undefined) return;
  past.value = past.value.slice(0, -1);
  future.value = [...future.value, text.value];
  gesture = null;
  keep(before);
}

export function redo(): void {
  const after = future.value.at(-1);
  if (after === undefined) return;
  future.value = future.value.slice(0, -1);
  past.value = [...past.value, text.value];
  gesture = null;
  keep(after);
}

function keep(changed: string): void {
  text.value = changed;
  store(kept, changed);
}
