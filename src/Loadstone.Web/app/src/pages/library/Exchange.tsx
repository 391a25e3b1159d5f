import { complain } from '../../state/notices';
import { exportCell, isReading, readCell } from './shelves';

/** Cells in and out as Battery Parameter eXchange files. */
export function Exchange() {
  const read = (file: File | undefined) => {
    if (file) void readCell(file).catch(complain);
  };
  return (
    <section
      class="exchange"
      aria-label="Battery Parameter eXchange"
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault();
        read(event.dataTransfer?.files[0]);
      }}
    >
      <h2>BPX files</h2>
      <input
        id="library-bpx"
        class="off-screen"
        type="file"
        accept=".json,application/json"
        onChange={event => {
          read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <label class="button" for="library-bpx">{isReading.value ? 'Reading …' : 'Read a file…'}</label>
      <button type="button" onClick={() => void exportCell(null).catch(complain)}>Write this design</button>
    </section>
  );
}
