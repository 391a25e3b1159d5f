import { describe, expect, it } from 'vitest';
import { extentOf } from '../src/pages/document/marks';
import { difference } from '../src/pages/document/syncing';

const text = '{\n  "positive": {\n    "porosity": "3 µm",\n    "layers": [ { "share": "1" } ]\n  }\n}\n';

function marked(problem: { line?: number; column?: number; path?: string }): string {
  const { from, to } = extentOf({ message: '', ...problem }, text);
  return text.slice(from, to);
}

describe('the mark of a problem', () => {
  it('is the value at its line and column', () => expect(marked({ line: 3, column: 17 })).toBe('"3 µm"'));
  it('is the value at its path where no line is known', () => expect(marked({ path: 'positive.layers[0].share' })).toBe('"1"'));
  it('is the first line of an object', () => expect(marked({ path: 'positive' })).toBe('{'));
  it('is never empty, also behind the end', () => {
    expect(marked({ line: 99, column: 99 })).not.toBe('');
    expect(marked({})).toBe('{');
    expect(marked({ path: 'no.such.place' })).toBe('{');
  });
});

describe('the difference of two texts', () => {
  it.each([['', 'a'], ['aaa', 'aa'], ['aa', 'aaa'], ['abc', 'axc'], ['same', 'same'], ['abab', 'ab']])('makes %j into %j', (before, after) => {
    const { from, to, insert } = difference(before, after);
    expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
  });
});
