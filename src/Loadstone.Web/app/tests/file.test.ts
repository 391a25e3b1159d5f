import { beforeEach, describe, expect, it, vi } from 'vitest';

const [first, second] = ['{ "name": "first" }', '{ "name": "Ω second, 25 %" }'];

/** A file of a browser that lets pages write, and what was written to it. */
function writable() {
  const written: string[] = [];
  const handle = { getFile: () => Promise.reject(new Error('not read here')), createWritable: () => Promise.resolve({ write: (text: string) => Promise.resolve(void written.push(text)), close: () => Promise.resolve() }) };
  return { handle, written };
}

async function page() {
  vi.resetModules();
  const [document, file] = [await import('../src/state/document'), await import('../src/state/file')];
  return { document, file };
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.unstubAllGlobals();
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value) });
});

describe('the file of the document', () => {
  it('is written again where the browser lets pages write', async () => {
    vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new Error('not asked for')));
    const { document, file } = await page();
    const there = writable();
    file.begin(first, 'first.json', there.handle);
    document.set(['name'], 'changed');
    expect(file.isChanged.value).toBe(true);
    expect(await file.save()).toBe(true);
    expect(there.written).toEqual(['{ "name": "changed" }']);
    expect(file.isInFile.value).toBe(true);
  });

  it('is let go of when undo brings back the design before it', async () => {
    const [there, chosen] = [writable(), writable()];
    vi.stubGlobal('showSaveFilePicker', () => Promise.resolve({ ...chosen.handle, name: 'chosen.json' }));
    const { document, file } = await page();
    file.begin(first, 'first.json');
    file.begin(second, 'second.json', there.handle);
    document.undo();
    expect(file.isInFile.value).toBe(false);
    expect(await file.save()).toBe(true);
    expect([there.written, chosen.written, file.fileName.value]).toEqual([[], [first], 'chosen.json']);
  });

  it('is named after the design where it has none', async () => {
    const { file } = await page();
    file.begin(second, null);
    expect(file.fileName.value).toBe('ω-second-25.json');
  });

  it('is unsaved still where the person chose none', async () => {
    vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('dismissed', 'AbortError')));
    const { document, file } = await page();
    document.replace(first);
    expect(await file.save()).toBe(false);
    expect(file.isChanged.value).toBe(true);
  });

  it('is refused where it is too large for a design', async () => {
    const { document, file } = await page();
    document.replace(first);
    await expect(file.take(new File([' '.repeat(4_000_001)], 'cycler.json'))).rejects.toThrow('cycler.json has 4.0 MB');
    expect(document.text.value).toBe(first);
  });

  it('is read whole, with its name', async () => {
    const { document, file } = await page();
    await file.take(new File([second], 'second.json'));
    expect([document.text.value, file.fileName.value, file.isInFile.value]).toEqual([second, 'second.json', true]);
  });
});
