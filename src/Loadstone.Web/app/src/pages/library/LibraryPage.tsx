import { useEffect } from 'preact/hooks';
import { useFileDrop } from '../../fields/fileDrop';
import { Copied } from '../../shell/Copied';
import { complain } from '../../state/notices';
import type { Problem } from '../../state/server';
import { CellView } from './CellView';
import { exportCommand } from './commands';
import { EntryView } from './EntryView';
import { Exchange, read } from './Exchange';
import './library.css';
import { cell, entry, exported, found, loadShelves, problem, show, sought } from './shelves';

/** Materials and parameter sets with values, functions and sources; cells in and out as exchange files. */
export function LibraryPage() {
  useEffect(() => void loadShelves().catch(complain), []);
  const { isOver, handlers } = useFileDrop(read);
  return (
    <div class={isOver.value ? 'library over' : 'library'} {...handlers}>
      <div class="library-side">
        <Exchange />
        <label class="library-search">
          <span class="off-screen">Search the library</span>
          <input type="search" placeholder="Search materials" value={sought.value} onInput={event => (sought.value = event.currentTarget.value)} />
        </label>
        <nav aria-label="Library">
          {found.value.map(shelf => (
            <section key={shelf.title}>
              <h2>{shelf.title}</h2>
              <ul>
                {shelf.entries.map(one => (
                  <li key={one.name}>
                    <button type="button" class="plain" aria-current={entry.value?.name === one.name ? 'true' : undefined} onClick={() => void show(one.name).catch(complain)}>
                      <span>{one.name}</span>
                      <small class="muted">{one.text}</small>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {found.value.length === 0 && sought.value && <p class="muted">Nothing has these words.</p>}
        </nav>
      </div>
      <div class="library-main" role="region" aria-label="What is looked at" aria-live="polite" tabIndex={0}>
        {exported.value && (
          <section class="library-export">
            <h2>Written as a Battery Parameter eXchange file</h2>
            {exported.value.losses.length === 0 ? <p>Nothing is lost.</p> : <><p>What the format cannot say:</p><ul>{exported.value.losses.map(loss => <li key={loss}>{loss}</li>)}</ul></>}
            <Copied text={exportCommand(exported.value.command)} label="Command that writes the same" rows={1} />
          </section>
        )}
        {problem.value && <ReadProblem file={problem.value.file} problem={problem.value.problem} />}
        {cell.value && <CellView cell={cell.value.of} file={cell.value.file} />}
        {entry.value && <EntryView entry={entry.value} />}
      </div>
    </div>
  );
}

function ReadProblem({ file, problem }: { readonly file: string; readonly problem: Problem }) {
  const place = [problem.line && `line ${problem.line}${problem.column ? `, column ${problem.column}` : ''}`, problem.path].filter(Boolean).join(', ');
  return (
    <section class="library-problem" role="alert">
      <h2>{file} cannot be read</h2>
      <p class="problem">{place && <code>{place}</code>} {problem.message}</p>
    </section>
  );
}
