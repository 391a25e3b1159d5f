import { computed, signal } from '@preact/signals';
import type { ComponentType } from 'preact';

export interface Page {
  readonly path: string;
  readonly title: string;
  readonly View: ComponentType;
  /** The command line that repeats what the page shows, for the document in a file of this name; empty where there is none. */
  readonly command?: (file: string) => string;
}

/** The pages in the order of their tabs. */
export const pages = signal<readonly Page[]>([]);

const place = signal(location.pathname);
addEventListener('popstate', () => (place.value = location.pathname));

/** The page that is shown: the first where the address names none. */
export const currentPage = computed(() => pages.value.find(page => page.path === place.value) ?? pages.value[0]);

export function go(path: string): void {
  history.pushState(null, '', path);
  place.value = path;
}
