import { signal } from '@preact/signals';

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'problem';
  readonly text: string;
}

/** What is being said to the person, the newest last. */
export const notices = signal<readonly Notice[]>([]);

const stays = 6000;
let last = 0;

/** Says that something was done; it leaves by itself. */
export function say(text: string): void {
  const id = add('done', text);
  setTimeout(() => dismiss(id), stays);
}

/** Says what went wrong; it stays until it is dismissed, since reading takes as long as it takes. */
export function complain(problem: unknown): void {
  add('problem', problem instanceof Error ? problem.message : String(problem));
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter(notice => notice.id !== id);
}

function add(kind: Notice['kind'], text: string): number {
  last += 1;
  notices.value = [...notices.value.filter(notice => notice.text !== text), { id: last, kind, text }];
  return last;
}
