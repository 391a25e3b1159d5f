import { complain } from '../../state/notices';
import { exportCell, isReading, readCell } from './shelves';

/** Reads the first of files, and complains where it cannot be reached. */
export const read = (files: readonly File[]) => {
  if (files[0]) void readCell(files[0]).catch(complain);
};

/** Cells in and out as Battery Parameter eXchange files; one that is dropped anywhere on the page is read too. */
export function Exchange() {
  return (
    <section class="exchange" aria-label="Battery Parameter eXchange">
      <h2>BPX files</h2>
      <input
        id="library-bpx"
        class="off-screen"
        type="file"
        accept=".json,application/json"
        onChange={event => {
          read([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <label class="button" for="library-bpx">{isReading.value ? 'Reading …' : 'Read a file…'}</label>
      <button type="button" onClick={() => void exportCell(null).catch(complain)}>Write this design</button>
    </section>
  );
}
