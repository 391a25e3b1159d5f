import { beforeEach, describe, expect, it, vi } from 'vitest';

const written = `{
  // At the foil: large particles.
  "name": "two layers",
  "positive": { "porosity": "30 %", "layers": [ { "share": "50 %" }, { "share": "50 %" } ] } // calendered
}
`;

let kept: Map<string, string>;

/** The module as a page that is just opened has it. */
async function page() {
  vi.resetModules();
  return import('../src/state/document');
}

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value) });
});

describe('the document', () => {
  it('keeps comments and layout where a value is set', async () => {
    const document = await page();
    document.replace(written);
    document.set(['positive', 'porosity'], '25 %');
    expect(document.text.value).toBe(written.replace('30 %', '25 %'));
  });

  it('undoes all changes of one gesture together', async () => {
    const document = await page();
    document.replace(written);
    for (const porosity of ['29 %', '28 %', '27 %']) document.set(['positive', 'porosity'], porosity, 'drag');
    document.endGesture();
    document.set(['positive', 'porosity'], '20 %', 'drag');
    document.undo();
    expect(document.at(['positive', 'porosity'])).toBe('27 %');
    document.undo();
    expect(document.text.value).toBe(written);
  });

  it('separates gestures of different names without being told that one ended', async () => {
    const document = await page();
    document.replace(written);
    document.set(['positive', 'porosity'], '29 %', 'drag');
    document.replace(document.text.value.replace('two', 'three'), 'typing');
    document.undo();
    expect(document.title.value).toBe('two layers');
    expect(document.at(['positive', 'porosity'])).toBe('29 %');
  });

  it('does again what was undone, until something else is done', async () => {
    const document = await page();
    document.replace(written);
    document.set(['name'], 'changed');
    document.undo();
    document.redo();
    expect(document.title.value).toBe('changed');
    document.undo();
    document.set(['name'], 'otherwise');
    expect(document.canRedo.value).toBe(false);
  });

  it('has nothing to undo after the first document of an empty page', async () => {
    const document = await page();
    document.replace(written);
    expect(document.canUndo.value).toBe(false);
  });

  it('is there again after the page was closed', async () => {
    (await page()).replace(written);
    expect((await page()).text.value).toBe(written);
  });

  it('stays that of its tab while another tab has another', async () => {
    const open = () => ({ kept: new Map<string, string>() });
    const enter = (tab: { readonly kept: Map<string, string> }) => vi.stubGlobal('sessionStorage', { getItem: (name: string) => tab.kept.get(name) ?? null, setItem: (name: string, value: string) => tab.kept.set(name, value) });
    const [first, second] = [open(), open()];
    enter(first);
    (await page()).replace(written);
    enter(second);
    const other = await page();
    expect(other.text.value).toBe(written);
    other.replace('{ "name": "other" }');
    enter(first);
    expect((await page()).text.value).toBe(written);
    vi.stubGlobal('sessionStorage', undefined);
  });

  it('knows its name but no value while its text is half written', async () => {
    const document = await page();
    document.replace(written.replace('"30 %"', '"30'));
    expect(document.value.value).toBeNull();
    expect(document.title.value).toBe('two layers');
  });

  it('lives on where the browser keeps nothing', async () => {
    vi.stubGlobal('localStorage', { getItem: () => { throw new DOMException('forbidden'); }, setItem: () => { throw new DOMException('full'); } });
    const document = await page();
    document.replace(written);
    expect(document.text.value).toBe(written);
  });
});
