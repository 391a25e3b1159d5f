import { computed, signal } from '@preact/signals';
import { replace, text } from '../../state/document';
import { download } from '../../state/file';
import { say } from '../../state/notices';
import { ask, type Problem } from '../../state/server';
import type { Entry, Exported, ReadCell, Shelf } from './types';

const base = '/api/library';

export const shelves = signal<readonly Shelf[]>([]);
export const sought = signal('');
export const entry = signal<Entry | null>(null);
/** The cell of a file that was read, with the file's name. */
export const cell = signal<{ readonly of: ReadCell; readonly file: string } | null>(null);
/** What is wrong with a file that cannot be read. */
export const problem = signal<{ readonly file: string; readonly problem: Problem } | null>(null);
export const exported = signal<Exported | null>(null);
export const isReading = signal(false);

/** The shelves with what was sought; every word must be found in a name, a title or a kind. */
export const found = computed(() => {
  const words = sought.value.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return shelves.value;
  return shelves.value
    .map(shelf => ({ ...shelf, entries: shelf.entries.filter(one => words.every(word => `${one.name} ${one.text} ${shelf.title}`.toLowerCase().includes(word))) }))
    .filter(shelf => shelf.entries.length > 0);
});

export async function loadShelves(): Promise<void> {
  if (shelves.value.length > 0) return;
  shelves.value = await ask<readonly Shelf[]>(base);
  const first = shelves.value[0]?.entries[0];
  if (first && !entry.value && !cell.value && !problem.value) await show(first.name);
}

export async function show(name: string): Promise<void> {
  const found = await ask<Entry>(`${base}/entry?name=${encodeURIComponent(name)}`);
  clear();
  entry.value = found;
}

const mostBytes = 20_000_000;

/** Reads an exchange file; its text goes to the server and stays nowhere. */
export async function readCell(file: File): Promise<void> {
  if (file.size > mostBytes) throw new Error(`${file.name} has ${(file.size / 1e6).toFixed(1)} MB; the most that is taken is ${mostBytes / 1e6} MB.`);
  isReading.value = true;
  try {
    const response = await fetch(`${base}/bpx`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file });
    const answer: unknown = await response.json();
    clear();
    if (response.ok) cell.value = { of: answer as ReadCell, file: file.name };
    else problem.value = { file: file.name, problem: answer as Problem };
  } finally {
    isReading.value = false;
  }
}

function clear(): void {
  entry.value = cell.value = exported.value = problem.value = null;
}

/** Downloads the design of the workbench, or a parameter set, as an exchange file, and shows what the format cannot say of it. */
export async function exportCell(set: string | null): Promise<void> {
  const answer = await ask<Exported>(`${base}/bpx/export`, set === null ? { document: text.value } : { set });
  exported.value = answer;
  download(new Blob([answer.file], { type: 'application/json' }), `${set ?? 'design'}.bpx.json`);
}

/** Puts a design in place that is the cell of a parameter set; undo brings the earlier one back. */
export function beginWithSet(set: Entry): void {
  replace(`${JSON.stringify({ name: set.title, cell: set.name, run: [{ rateTest: ['0.2C', '0.5C', '1C', '2C'] }] }, null, 2)}\n`);
  say(`The design is now the cell ${set.name}; undo brings the earlier one back.`);
}
