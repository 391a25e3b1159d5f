import { Blocks } from '../../report/Blocks';
import { download } from '../../state/file';
import type { ReadCell } from './types';

/** The cell of an exchange file: what is not used of it, its values and functions, and how it discharges. */
export function CellView({ cell }: { readonly cell: ReadCell }) {
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
    </article>
  );
}

function Told({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return texts.length === 0 ? null : <details open><summary>{title} ({texts.length})</summary><ul class="warning">{texts.map(text => <li key={text}>{text}</li>)}</ul></details>;
}
