import { computed, effect, signal } from '@preact/signals';
import { store, stored } from './stored';

export type Theme = 'auto' | 'light' | 'dark';

const kept = 'loadstone.theme';
const ofSystem = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(ofSystem.matches);
ofSystem.addEventListener('change', event => (systemIsDark.value = event.matches));

function isTheme(word: string | null): word is Theme {
  return word === 'auto' || word === 'light' || word === 'dark';
}

// Paper is light; what is drawn on canvas has to know before it is printed.
const isPrinted = signal(false);
addEventListener('beforeprint', () => (isPrinted.value = true));
addEventListener('afterprint', () => (isPrinted.value = false));

const before = stored(kept);

/** The look that was chosen; auto follows the system. */
export const theme = signal<Theme>(isTheme(before) ? before : 'auto');

/** Whether the page is dark now: for drawings on canvas, which no style sheet reaches. */
export const isDark = computed(() => !isPrinted.value && (theme.value === 'auto' ? systemIsDark.value : theme.value === 'dark'));

effect(() => {
  document.documentElement.dataset['theme'] = isPrinted.value ? 'light' : theme.value;
  store(kept, theme.value);
});
