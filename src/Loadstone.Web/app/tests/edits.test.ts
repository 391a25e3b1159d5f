import { describe, expect, it } from 'vitest';
import { parse } from 'jsonc-parser';
import { withValue } from '../src/state/edits';

const written = `{
  // At the foil: large particles.
  "name": "two layers",
  "positive": { "porosity": "30 %", "layers": [ { "share": "50 %" }, { "share": "50 %" } ] } // calendered
}
`;

describe('a member of the text', () => {
  it('is put into its line where the line is all of its object, and taken out again', () => {
    const more = withValue(written, ['positive', 'layers', 0, 'particles'], [{ diameter: '9 µm', share: '100 %' }]);
    expect(more).toBe(written.replace('{ "share": "50 %" }', '{ "share": "50 %", "particles": [{ "diameter": "9 µm", "share": "100 %" }] }'));
    expect(withValue(more, ['positive', 'layers', 0, 'particles'], undefined)).toBe(written);
  });
  it('gets a line of its own where the others have one; comments stay with what they speak of', () => {
    expect(withValue(written, ['temperature'], '30 °C')).toBe(written.replace('} // calendered', '}, // calendered\n  "temperature": "30 °C"'));
  });
  it('takes many lines where one could not be read', () => {
    const process = Object.fromEntries([...'abcdef'].map(name => [name, `${name} is a step of some length`]));
    const text = withValue(written, ['positive', 'process'], process);
    expect(text.split('\n')).toHaveLength(written.split('\n').length);
    expect(withValue(written, ['process'], process)).toContain('\n  "process": {\n    "a": "a is a step of some length",\n');
  });
  it('comes with the objects around it that are missing', () => expect(withValue(written, ['thermal', 'mass', 'value'], 1)).toContain('\n  "thermal": { "mass": { "value": 1 } }\n'));
  it('is replaced where it stands', () => expect(withValue(written, ['positive', 'porosity'], '25 %')).toBe(written.replace('30 %', '25 %')));
  it.each(['{}', '{ "a": 1, }', '{\n  "a": 1,\n}', '{ "a": 1 /* one */ }', '{\n\t"a": [],\n\t"b": 2 }'])('is there whatever the layout: %s', text => {
    const changed = withValue(withValue(text, ['name'], 'x'), ['list', 0], 'y');
    expect(parse(changed, [], { allowTrailingComma: true })).toMatchObject({ name: 'x', list: ['y'] });
  });
});
