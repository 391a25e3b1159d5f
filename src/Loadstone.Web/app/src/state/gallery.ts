import { signal } from '@preact/signals';
import { example, examples, type Example } from './designs';
import { begin } from './file';

/** The designs that come with the program, those to begin with first. */
export const gallery = signal<readonly Example[] | null>(null);

export async function loadGallery(): Promise<readonly Example[]> {
  return (gallery.value ??= (await examples()).toSorted((a, b) => Number(b.gallery) - Number(a.gallery)));
}

export async function beginWith(design: Example): Promise<void> {
  begin(await example(design.name), null);
}
