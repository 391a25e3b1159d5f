import { commandLine } from '../state/command';
import { fileName, isInFile, save } from '../state/file';
import { complain } from '../state/notices';
import { Copied } from './Copied';
import { Dialog } from './Dialog';
import { currentPage } from './places';

/** The command that repeats outside of the browser what the page shows. */
export function CommandDialog({ onClose }: { readonly onClose: () => void }) {
  const page = currentPage.value;
  const line = page?.command?.(fileName.value) ?? commandLine('run', fileName.value);
  return (
    <Dialog title="The same on the command line" onClose={onClose}>
      <p>What {page ? `“${page.title}”` : 'the page'} shows is computed by the library that the command line calls. This repeats it, with tables, curves and a report as files:</p>
      <Copied text={line} label="Command" rows={3} />
      {isInFile.value
        ? <p class="muted">Run it in the folder where {fileName.value} was saved.</p>
        : <p class="warning">No file holds yet what you see. <button type="button" onClick={() => void save().catch(complain)}>Save {fileName.value}</button></p>}
    </Dialog>
  );
}
