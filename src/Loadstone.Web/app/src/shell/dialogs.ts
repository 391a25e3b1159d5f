import { signal } from '@preact/signals';

export type DialogName = 'gallery' | 'share' | 'command' | 'report' | 'shortcuts';

/** The dialog that is open, or null. */
export const dialog = signal<DialogName | null>(null);

export const closeDialog = (): void => void (dialog.value = null);
