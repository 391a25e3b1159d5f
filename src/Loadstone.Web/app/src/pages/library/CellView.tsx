import { Blocks } from '../../report/Blocks';
import { Copied } from '../../shell/Copied';
import { download } from '../../state/file';
import { cellCommands } from './commands';
import type { ReadCell } from './types';

/** The cell of an exchange file: what is not used of it, its values and functions, and how it discharges. */
export function CellView({ cell, file }: { readonly cell: ReadCell; readonly file: string }) {
  const commands = cellCommands(cell, file);
  return (
    <article>
      <div class="library-head">
        <h2>{cell.name}</h2>
        <button type="button" onClick={() => download(new Blob([cell.file], { type: 'application/json' }), `${cell.name}.bpx.json`)}>Download as BPX 1.1</button>
      </div>
      <p class="muted">Battery Parameter eXchange {cell.version}; begins at {Math.round(cell.stateOfCharge * 1000) / 10} % state of charge.</p>
      <Told title="Of the file, not used or assumed" texts={cell.notes} />
      <Told title="What version 1.1 cannot say of the cell" texts={cell.losses} />
      <Blocks blocks={cell.blocks} />
      <section class="library-commands">
        <h2>Go on with this cell</h2>
        <p>A design names materials of the library or a published parameter set; the functions of a file have no place in it, so this cell cannot become the design of the workbench. On the command line the file itself can be used wherever a cell is asked for:</p>
        <Copied text={commands.join('\n')} label="Commands with this cell" rows={rowsOf(commands)} />
      </section>
    </article>
  );
}

const lettersInRow = 70;
const rowsOf = (commands: readonly string[]) => commands.reduce((rows, line) => rows + Math.ceil(line.length / lettersInRow), 0);

function Told({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return texts.length === 0 ? null : <details open><summary>{title} ({texts.length})</summary><ul class="warning">{texts.map(text => <li key={text}>{text}</li>)}</ul></details>;
}
