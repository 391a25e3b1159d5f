import { useEffect, useRef } from 'preact/hooks';
import { HelpHost } from '../fields/Help';
import { commandLine } from '../state/command';
import { fileName, isChanged } from '../state/file';
import { title } from '../state/document';
import { Connection } from './Connection';
import { DesignBar } from './DesignBar';
import { dialog } from './dialogs';
import { Dialogs } from './Dialogs';
import { Notices } from './Notices';
import { currentPage, go, type Page, pages } from './places';
import { Sheltered } from './Sheltered';
import { ThemeSwitch } from './ThemeSwitch';
import { Bench } from '../pages/bench/Bench';
import { variant } from '../pages/bench/place';
import { DocumentPage } from '../pages/document/DocumentPage';
import { result } from '../pages/laboratory/analysing';
import { LaboratoryPage } from '../pages/laboratory/LaboratoryPage';
import { shownCommand } from '../pages/library/commands';
import { LibraryPage } from '../pages/library/LibraryPage';
import { makeCommand } from '../pages/process/command';
import { ProcessPage } from '../pages/process/ProcessPage';
import { commands } from '../pages/wetting/options';
import { WettingPage } from '../pages/wetting/WettingPage';

/** The pages in the order of their tabs; each lives in a folder of its own below pages/. */
const all: readonly Page[] = [
  { path: '/', title: 'Bench', View: Bench, command: file => commandLine('run', file, ...(variant.value === null ? [] : ['--variant', variant.value])) },
  { path: '/process', title: 'Process', View: ProcessPage, command: makeCommand },
  { path: '/wetting', title: 'Wetting', View: WettingPage, command: file => commands(file).join('\n') },
  { path: '/laboratory', title: 'Laboratory', View: LaboratoryPage, command: () => result.value?.command ?? '' },
  { path: '/library', title: 'Library', View: LibraryPage, command: shownCommand },
  { path: '/document', title: 'Document', View: DocumentPage },
];
pages.value = all;

export function Shell() {
  const page = currentPage.value;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${isChanged.value ? '• ' : ''}${title.value} – ${page?.title ?? ''} – Loadstone`;
  }, [isChanged.value, title.value, fileName.value, page]);
  return (
    <>
      <a class="skip" href="#content" onClick={event => (event.preventDefault(), main.current!.focus())}>Skip to the content</a>
      <header>
        <div class="bar">
          <span class="mark"><img src="/icon.svg" alt="" />Loadstone</span>
          <nav aria-label="Pages">
            {pages.value.map(p => (
              <a
                key={p.path}
                href={p.path}
                aria-current={p === page ? 'page' : undefined}
                onClick={event => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  go(p.path);
                }}
              >
                {p.title}
              </a>
            ))}
          </nav>
          <div class="tools">
            <Connection />
            <ThemeSwitch />
            <button type="button" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick={() => (dialog.value = 'shortcuts')}>?</button>
          </div>
        </div>
        <DesignBar />
      </header>
      <main ref={main} id="content" tabIndex={-1}>{page && <Sheltered key={page.path}><page.View /></Sheltered>}</main>
      <Notices />
      <Dialogs />
      <HelpHost />
    </>
  );
}
