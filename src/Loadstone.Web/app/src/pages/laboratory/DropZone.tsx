import { useSignal } from '@preact/signals';
import { arriving, handIn } from './files';

/** Takes files by drop, or by the browser's choice of files. */
export function DropZone() {
  const isOver = useSignal(false);
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
