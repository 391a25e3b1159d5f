import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { TargetedDragEvent } from 'preact';

interface FileDrop {
  /** Whether files hang over the place. */
  readonly isOver: ReadonlySignal<boolean>;
  readonly handlers: {
    readonly onDragOver: (event: TargetedDragEvent<HTMLElement>) => void;
    readonly onDragLeave: (event: TargetedDragEvent<HTMLElement>) => void;
    readonly onDrop: (event: TargetedDragEvent<HTMLElement>) => void;
  };
}

/** Makes a place take dropped files; the page as a whole then does not take them for a design. */
export function useFileDrop(take: (files: readonly File[]) => void): FileDrop {
  const isOver = useSignal(false);
  return {
    isOver,
    handlers: {
      onDragOver: event => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        isOver.value = true;
      },
      onDragLeave: event => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) isOver.value = false;
      },
      onDrop: event => {
        const files = [...(event.dataTransfer?.files ?? [])];
        isOver.value = false;
        if (files.length === 0) return;
        event.preventDefault();
        take(files);
      },
    },
  };
}
