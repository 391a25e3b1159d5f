import { useEffect } from 'preact/hooks';
import { complain } from '../../state/notices';
import { CellView } from './CellView';
import { EntryView } from './EntryView';
import { Exchange } from './Exchange';
import './library.css';
import { cell, entry, exported, found, loadShelves, show, sought } from './shelves';

/** Materials and parameter sets with values, functions and sources; cells in and out as exchange files. */
export function LibraryPage() {
  useEffect(() => void loadShelves().catch(complain), []);
  return (
    <div class="library">
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
      <div class="library-main" aria-live="polite">
        {exported.value && (
          <section class="library-export">
            <h2>Written as a Battery Parameter eXchange file</h2>
            {exported.value.losses.length === 0 ? <p>Nothing is lost.</p> : <><p>What the format cannot say:</p><ul>{exported.value.losses.map(loss => <li key={loss}>{loss}</li>)}</ul></>}
            <p class="muted">The same on the command line: <code>{exported.value.command}</code></p>
          </section>
        )}
        {cell.value && <CellView cell={cell.value} />}
        {entry.value && <EntryView entry={entry.value} />}
      </div>
    </div>
  );
}
