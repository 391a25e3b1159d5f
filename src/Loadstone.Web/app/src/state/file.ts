import { computed, effect, signal } from '@preact/signals';
import { depth, endGesture, replace, text, title } from './document';
import { store, stored } from './stored';

/** What Chromium has and other browsers lack: a file that can be written to again. */
interface WritableFile {
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
  getFile(): Promise<File>;
}
interface Pickers {
  showOpenFilePicker?: (options: object) => Promise<WritableFile[]>;
  showSaveFilePicker?: (options: object) => Promise<WritableFile & { readonly name: string }>;
}

const pickers = globalThis as Pickers;
const kinds = [{ description: 'Loadstone design', accept: { 'application/json': ['.json'] } }];
const mostBytes = 4_000_000;

const names = { file: 'loadstone.file', saved: 'loadstone.saved' };
const saved = signal(stored(names.saved) ?? '');
const opened = signal(stored(names.file));
let handle: WritableFile | null = null;
let openedAt = 0;

// Undone past its opening, the page shows an earlier design: saving that must not overwrite the file of the later one.
effect(() => {
  if (depth.value >= openedAt) return;
  [handle, openedAt, opened.value] = [null, 0, null];
  store(names.file, null);
});

/** Name of the file, or the one it would get. */
export const fileName = computed(() => opened.value ?? `${title.value.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'design'}.json`);

/** Whether the text differs from what was opened or saved last. */
export const isChanged = computed(() => text.value !== saved.value);

/** Whether there is a file that holds what is on the page. */
export const isInFile = computed(() => opened.value !== null && !isChanged.value);

/** Puts a design in place of the one on the page, which undo brings back. */
export function begin(design: string, name: string | null, from: WritableFile | null = null): void {
  endGesture();
  replace(design);
  settle(name);
  [handle, openedAt] = [from, depth.value];
}

/** Lets the person choose a file; false where they did not. */
export async function open(): Promise<boolean> {
  if (pickers.showOpenFilePicker) {
    const chosen = await unlessDismissed(pickers.showOpenFilePicker({ types: kinds }));
    if (!chosen?.[0]) return false;
    await take(await chosen[0].getFile(), chosen[0]);
    return true;
  }
  const file = await chosenByInput();
  if (file) await take(file);
  return file !== null;
}

/** Reads a file that was chosen or dropped. */
export async function take(file: File, from: WritableFile | null = null): Promise<void> {
  if (file.size > mostBytes) throw new Error(`${file.name} has ${(file.size / 1e6).toFixed(1)} MB; a design document has at most ${mostBytes / 1e6} MB. Measured files belong to the Laboratory.`);
  begin(await file.text(), file.name, from);
}

/** Writes the file that was opened, or lets the person choose one; other browsers download it. False where nothing was written. */
export async function save(): Promise<boolean> {
  if (pickers.showSaveFilePicker) {
    let name = opened.value;
    if (!handle) {
      const chosen = await unlessDismissed(pickers.showSaveFilePicker({ suggestedName: fileName.value, types: kinds }));
      if (!chosen) return false;
      [handle, name] = [chosen, chosen.name];
    }
    const writing = await handle.createWritable();
    await writing.write(text.value);
    await writing.close();
    settle(name);
    return true;
  }
  download(new Blob([text.value], { type: 'application/json' }), fileName.value);
  settle(fileName.value);
  return true;
}

/** Hands bytes to the browser's downloads. */
export function download(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function settle(name: string | null): void {
  [saved.value, opened.value] = [text.value, name];
  store(names.saved, text.value);
  store(names.file, name);
}

async function unlessDismissed<T>(choice: Promise<T>): Promise<T | null> {
  try {
    return await choice;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

function chosenByInput(): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
