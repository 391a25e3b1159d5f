import { Blocks } from '../../report/Blocks';
import { Copied } from '../../shell/Copied';
import { complain } from '../../state/notices';
import { entryCommand } from './commands';
import { beginWithSet, exportCell } from './shelves';
import type { Entry } from './types';

/** A material or a parameter set, whole. */
export function EntryView({ entry }: { readonly entry: Entry }) {
  return (
    <article key={entry.name}>
      <div class="library-head">
        <h2>{entry.title} <code>{entry.name}</code></h2>
        {entry.isCell && <button type="button" onClick={() => beginWithSet(entry)}>Begin a design with it</button>}
        {entry.isCell && <button type="button" onClick={() => void exportCell(entry.name).catch(complain)}>Write as BPX</button>}
      </div>
      {entry.notes.map(note => <p key={note} class="muted">{note}</p>)}
      <Blocks blocks={entry.blocks} />
      <section class="library-commands">
        <h2>The same on the command line</h2>
        <Copied text={entryCommand(entry.name)} label="Command that shows it" rows={1} />
      </section>
    </article>
  );
}
