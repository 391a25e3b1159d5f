import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { arriving, handIn } from './files';

/** Takes files by drop, by the browser's choice of files, and from the clipboard. */
export function DropZone() {
  const isOver = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      class={isOver.value ? 'drop over' : 'drop'}
      onDragOver={event => (event.preventDefault(), (isOver.value = true))}
      onDragLeave={() => (isOver.value = false)}
      onDrop={event => {
        event.preventDefault();
        isOver.value = false;
        void handIn([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <input
        ref={input}
        id="laboratory-files"
        class="off-screen"
        type="file"
        multiple
        onChange={event => {
          void handIn([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <label for="laboratory-files">Drop files here, or <span class="link">choose them</span></label>
      <p class="muted" role="status">{arriving.value.length > 0 ? `Reading ${arriving.value[0]} …` : 'up to 200 MB each'}</p>
    </div>
  );
}
