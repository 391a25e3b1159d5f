import { complain, say } from './notices';
import { text } from './document';
import { begin } from './file';
import { beginWith, loadGallery } from './gallery';
import { fromFragment } from './share';

/** What the page begins with: the design in its address, else the one kept in the browser, else the first of the gallery. */
export async function start(): Promise<void> {
  try {
    if (await takeLink()) return;
  } catch (error) {
    complain(error);
  }
  if (text.value !== '') return;
  try {
    const first = (await loadGallery())[0];
    if (first && text.value === '') await beginWith(first);
  } catch (error) {
    complain(error);
  }
}

/** A link opened in a page that is there already changes its fragment alone. */
addEventListener('hashchange', () => void takeLink().catch(complain));

async function takeLink(): Promise<boolean> {
  const fragment = location.hash;
  // The address lets go of the design at once: a reload must not throw away what is done from here on.
  if (fragment.startsWith('#design=')) history.replaceState(null, '', location.pathname + location.search);
  const linked = await fromFragment(fragment);
  if (linked === null) return false;
  if (linked === text.value) return true;
  const isFirst = text.value === '';
  begin(linked, null);
  say(isFirst ? 'Opened the design of the link.' : 'Opened the design of the link; undo brings the earlier one back.');
  return true;
}
