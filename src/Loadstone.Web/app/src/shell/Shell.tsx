import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Connection } from './Connection';

export interface Page {
  readonly path: string;
  readonly title: string;
  readonly View: ComponentType;
}

/** The pages in the order of their tabs; each lives in a folder of its own below pages/. */
export const pages: readonly Page[] = [];

const place = signal(location.pathname);
addEventListener('popstate', () => (place.value = location.pathname));

export function go(path: string): void {
  history.pushState(null, '', path + location.hash);
  place.value = path;
}

export function Shell() {
  const page = pages.find(p => p.path === place.value) ?? pages[0];
  return (
    <>
      <header class="bar">
        <span class="mark">Loadstone</span>
        <nav aria-label="Pages">
          {pages.map(p => (
            <a
              key={p.path}
              href={p.path}
              aria-current={p === page ? 'page' : undefined}
              onClick={event => {
                event.preventDefault();
                go(p.path);
              }}
            >
              {p.title}
            </a>
          ))}
        </nav>
        <Connection />
      </header>
      <main>{page && <page.View />}</main>
    </>
  );
}
