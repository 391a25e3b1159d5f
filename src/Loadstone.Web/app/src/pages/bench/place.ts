import { computed, signal } from '@preact/signals';
import { at, set, value, type DocumentPath } from '../../state/document';
import { steps as stepsOf, written } from '../../state/paths';

/** Where a field's value comes from: the document, or the variant that is looked at. */
export interface Standing {
  readonly value: unknown;
  /** Where an edit of it belongs. */
  readonly path: DocumentPath;
  /** The variant that sets it; null where the document does. */
  readonly by: string | null;
}

const chosen = signal<string | null>(null);

/** Names of the variants of the document. */
export const variants = computed<readonly string[]>(() => Object.keys((value.value?.['variants'] as object | undefined) ?? {}));

/** The variant that is looked at; null for the document as it stands. */
export const variant = computed(() => (chosen.value !== null && variants.value.includes(chosen.value) ? chosen.value : null));

export const choose = (name: string | null) => (chosen.value = name);

/** What holds at a path under the variant that is looked at. A path that a variant sets to null counts as left out. */
export function standing(path: DocumentPath): Standing {
  const name = variant.value;
  const overrides = name === null ? {} : (at(['variants', name]) as Record<string, unknown> | undefined) ?? {};
  let found: Standing = { value: at(path), path, by: null };
  for (const [key, override] of Object.entries(overrides)) {
    const steps = parsed(key);
    // A word in place of the layers says their order and leaves them as they are.
    if (typeof override === 'string' && written(steps).endsWith('.layers')) continue;
    if (steps.length > path.length || !steps.every((step, i) => step === path[i])) continue;
    const rest = path.slice(steps.length);
    const inside = within(override, rest);
    found = { value: inside ?? undefined, path: ['variants', name!, key, ...rest], by: name };
  }
  return found;
}

/** Sets what holds at a path, in the document or in the variant, wherever it is said. */
export const put = (path: DocumentPath, to: unknown, gesture: string | null = null) => set(standing(path).path, to, gesture);

/** Order of the layers of an electrode: a variant says it in place of the layers. */
export function arrangement(electrode: 'positive' | 'negative'): string {
  const name = variant.value;
  const said = name === null ? undefined : at(['variants', name, `${electrode}.layers`]);
  const field = standing([electrode, 'arrangement']).value;
  return typeof said === 'string' ? said : typeof field === 'string' ? field : 'as written';
}

/** Layers also go by their names. */
function parsed(key: string): DocumentPath {
  const steps = stepsOf(key);
  const [side, list, layer] = steps;
  if (list !== 'layers' || typeof layer !== 'string') return steps;
  const index = ((at([side!, list]) as { name?: string }[] | undefined) ?? []).findIndex(({ name }) => name === layer);
  return index >= 0 ? steps.with(2, index) : steps;
}

function within(here: unknown, path: DocumentPath): unknown {
  for (const step of path) here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined;
  return here;
}
