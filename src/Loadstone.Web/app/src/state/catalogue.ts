import { computed, effect, signal } from '@preact/signals';
import { ask, isConnected } from './server';

/** Kinds of materials, as the library titles its shelves. */
export type MaterialKind = 'active material' | 'conductive carbon' | 'binder' | 'electrolyte' | 'separator';

export interface Material {
  /** As documents name it. */
  readonly name: string;
  /** As people name it. */
  readonly text: string;
  /** Other names by which documents may call it. */
  readonly aliases: readonly string[];
}

const shelves = signal<readonly { readonly title: string; readonly entries: readonly Material[] }[]>([]);

/** Has the names of the catalogue of materials fetched once, as soon as the server is there. */
export function keepCatalogue(): void {
  effect(() => {
    if (isConnected.value && shelves.value.length === 0) void load();
  });
}

async function load(): Promise<void> {
  try {
    shelves.value = await ask<typeof shelves.value>('/api/library');
  } catch {
    // The shell shows that the connection is lost; the effect above runs again when it is back.
  }
}

/** The materials of a kind; none until they have come. */
export const materials = (kind: MaterialKind): readonly Material[] => shelves.value.find(shelf => shelf.title === kind)?.entries ?? [];

/** The materials of each kind by all of their names: fields ask at every move of a slider. */
const byName = computed(() => new Map(shelves.value.map(shelf => [shelf.title, new Map(shelf.entries.flatMap(material => [material.name, ...material.aliases].map(name => [plain(name), material])))])));

/** The material of a kind that a document calls so: case, spaces and hyphens do not matter. */
export const known = (kind: MaterialKind, name: string): Material | undefined => byName.value.get(kind)?.get(plain(name));

/** What a document may say where one of a kind is called for; the one that it names now stands there as it is written. */
export function choicesOf(kind: MaterialKind, now: string): readonly { readonly value: string; readonly label: string }[] {
  const chosen = known(kind, now);
  return materials(kind).map(material => ({ value: material === chosen ? now : material.name, label: material.text }));
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}.]/gu, '');
