import { commands } from '../state/checking';
import { forFile } from '../state/command';
import { fileName, isInFile, save } from '../state/file';
import { complain } from '../state/notices';
import { Copied } from './Copied';
import { Dialog } from './Dialog';
import { currentPage } from './places';

const lettersInRow = 80;
const rowsOf = (command: string) => command.split('\n').reduce((rows, line) => rows + Math.ceil(line.length / lettersInRow), 0);

/** The commands that repeat outside of the browser what the page shows. */
export function CommandDialog({ onClose }: { readonly onClose: () => void }) {
  const page = currentPage.value;
  const file = fileName.value;
  const shown = page?.command?.(file) ?? '';
  const own = page && shown !== '' ? [{ what: `what “${page.title}” shows`, command: shown }] : [];
  const all = [...own, ...commands.value.map(({ what, command }) => ({ what, command: forFile(command, file) }))];
  const lines = all.filter(({ command }, i) => all.findIndex(other => other.command === command) === i);
  return (
    <Dialog title="The same on the command line" onClose={onClose}>
      <p>The page is computed by the library that the command line calls. These repeat it, with tables, curves and reports as files:</p>
      {lines.length === 0 && <p class="muted">There is none while the document has a problem or the connection is lost.</p>}
      {lines.map(({ what, command }) => (
        <div key={command}>
          <h3>{what.charAt(0).toUpperCase() + what.slice(1)}</h3>
          <Copied text={command} label={what} rows={rowsOf(command)} />
        </div>
      ))}
      {isInFile.value
        ? <p class="muted">Run them in the folder where {file} was saved.</p>
        : <p class="warning">No file holds yet what you see. <button type="button" onClick={() => void save().catch(complain)}>Save {file}</button></p>}
    </Dialog>
  );
}
