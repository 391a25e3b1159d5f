import { describe, expect, it } from 'vitest';
import published from '../../../../examples/schema/design.schema.json?raw';
import { suggest } from '../src/pages/document/completion';
import type { Schema } from '../src/pages/document/schema';

const schema = JSON.parse(published) as Schema;

/** What is offered where the text has a "|". */
function offered(marked: string) {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = suggest(schema, text, at);
  return {
    labels: found?.items.map(item => item.label) ?? [],
    item: (label: string) => found?.items.find(item => item.label === label),
    /** The text with a suggestion taken. */
    taken: (label: string) => {
      const whole = text.slice(0, found!.from) + found!.items.find(item => item.label === label)!.insert + text.slice(found!.to);
      return found!.commaAt === null ? whole : `${whole.slice(0, found!.commaAt)},${whole.slice(found!.commaAt)}`;
    },
  };
}

describe('completion', () => {
  it('offers the fields of the object that the cursor is in, without those that are there', () => {
    const { labels } = offered('{ "positive": { "porosity": "30 %", | } }');
    expect(labels).toContain('loading');
    expect(labels).not.toContain('porosity');
    expect(labels).not.toContain('separator');
  });

  it('begins a field with an example that has its unit, and tells its range', () => {
    const { item } = offered('{ "positive": { | } }');
    expect(item('loading')?.insert).toMatch(/^"loading": "\d+ mg\/cm²"$/);
    expect(item('loading')?.help).toMatch(/From .*mg\/cm²/);
  });

  it('takes the place of a name that is half written, with its quotes', () => {
    expect(offered('{ "positive": { "load|" } }').taken('loading')).toMatch(/^\{ "positive": \{ "loading": "[^"]+" \} \}$/);
  });

  it('changes a name alone where a value follows', () => {
    expect(offered('{ "positive": { "load|": "5 mg/cm²" } }').taken('loading')).toBe('{ "positive": { "loading": "5 mg/cm²" } }');
  });

  it('sets the commas that a new field needs, past comments', () => {
    const taken = offered('{\n  "name": "x" // a, b {\n  |\n  "area": "1 cm²"\n}').taken('separator');
    expect(taken).toMatch(/"x", \/\/ a, b \{\n {2}"separator": .*,\n {2}"area"/);
  });

  it('reaches into lists and behind fields that take a text or an object', () => {
    expect(offered('{ "positive": { "layers": [ {}, { | } ] } }').labels).toContain('solids');
    expect(offered('{ "negative": { | } }').labels).toContain('layers');
  });

  it('keeps a number and offers its unit', () => {
    const { labels } = offered('{ "positive": { "loading": "17.5|" } }');
    expect(labels).toEqual([expect.stringMatching(/^17\.5 mg\/cm²$/)]);
  });

  it('offers the words of a choice', () => {
    const { labels } = offered('{ "positive": { "process": { "coating": { "method": | } } } }');
    expect(labels).toContain('blade');
  });

  it('offers the paths of the document in a variant, and what may stand at them', () => {
    const document = (variant: string) => `{ "name": "x", "positive": { "layers": [ { "particleDiameter": "10 µm" } ] }, "variants": { "finer": { ${variant} } } }`;
    const { labels } = offered(document('|'));
    expect(labels).toEqual(['positive', 'positive.layers', 'positive.layers[0]', 'positive.layers[0].particleDiameter']);
    expect(offered(document('"positive.layers[0].particleDiameter": "4|"')).labels).toEqual(['4 µm']);
  });

  it('offers materials of the catalogue where a recipe names its solids', () => {
    const text = '{ "positive": { "layers": [ { "solids": { "pvdf": "2 %",  } } ] } }';
    const found = suggest(schema, text, text.indexOf('",  }') + 3, [{ name: 'pvdf', text: 'PVDF' }, { name: 'nmc811', text: 'NMC811' }]);
    expect(found?.items).toEqual([{ label: 'nmc811', insert: '"nmc811": "96 %"', detail: '96 %', help: 'NMC811' }]);
  });

  it('offers nothing where anything may stand', () => {
    expect(offered('{ "nothing of the kind": { | } }').labels).toEqual([]);
  });
});
