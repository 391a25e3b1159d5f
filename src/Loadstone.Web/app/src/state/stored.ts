/**
 * What the browser keeps between visits. Each tab has its own copy, which it goes on with when it is loaded again, so that two tabs with two designs
 * stay two; a new tab begins with what was kept last in any. A full or forbidden store is no reason to stop: the value then lives as long as the page.
 */
export function stored(name: string): string | null {
  const own = read(ofTab, name);
  if (own !== null) return own || null;
  const last = read(ofBrowser, name) ?? '';
  write(ofTab, name, last);
  return last || null;
}

export function store(name: string, value: string | null): void {
  // Nothing is kept as an empty text: a missing one would let the value of another tab in.
  for (const where of [ofTab, ofBrowser]) write(where, name, value ?? '');
}

const ofTab = (): Storage => sessionStorage;
const ofBrowser = (): Storage => localStorage;

function read(where: () => Storage, name: string): string | null {
  try {
    return where().getItem(name);
  } catch {
    return null;
  }
}

function write(where: () => Storage, name: string, value: string): void {
  try {
    where().setItem(name, value);
  } catch {
    // See above.
  }
}
