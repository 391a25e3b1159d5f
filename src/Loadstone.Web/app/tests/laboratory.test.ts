import { beforeEach, describe, expect, it } from 'vitest';
import { analysisName, enter, entered, fitting, missing, openOptions } from '../src/pages/laboratory/analysing';
import { chosen, files, offer } from '../src/pages/laboratory/files';
import type { AnalysisOption, FileAnswer } from '../src/pages/laboratory/types';

const option = (name: string, more: Partial<AnalysisOption> = {}): AnalysisOption =>
  ({ name, description: '', example: null, default: null, isSwitch: false, isMany: false, isRequired: false, file: 'none', values: [], ...more });
const analysis = (name: string, options: readonly AnalysisOption[] = []) => ({ name, description: '', remarks: null, subject: 'test', options });
const file = (name: string, fits: readonly string[]) => {
  const answer: FileAnswer = { id: name, name, bytes: 1, subject: 'test', format: '', facts: [], columns: [], warnings: [], pictures: [], fits, problem: null };
  return { source: new File([], name), answer };
};

beforeEach(() => {
  entered.value = {};
  offer.value = { fileBytes: 10, analyses: [analysis('cycles'), analysis('rate', [option('--mass'), option('--with', { file: 'design' }), option('--soc'), option('--mesh')]), analysis('modes', [option('--note'), option('--positive', { isRequired: true })])] };
});

describe('options of an analysis', () => {
  it('leave out what says how a design is simulated until there is one', () => {
    analysisName.value = 'rate';
    expect(openOptions.value.map(one => one.name)).toEqual(['--mass', '--with']);
    enter('--with', 'design.json');
    expect(openOptions.value.map(one => one.name)).toEqual(['--mass', '--with', '--soc', '--mesh']);
  });
  it('begin with what must be told, which is missing until it is', () => {
    analysisName.value = 'modes';
    expect(openOptions.value[0]!.name).toBe('--positive');
    expect(missing.value).toHaveLength(1);
    enter('--positive', 'nmc811');
    expect(missing.value).toHaveLength(0);
  });
  it('are kept apart by analysis', () => {
    analysisName.value = 'rate';
    enter('--mass', '12 mg');
    analysisName.value = 'modes';
    expect(openOptions.value.some(one => one.name === '--mass')).toBe(false);
  });
});

it('analyses fit that read every chosen file, in the order of the first', () => {
  files.value = [file('a', ['rate', 'cycles']), file('b', ['cycles', 'rate']), file('c', ['modes'])];
  chosen.value = new Set(['a', 'b']);
  expect(fitting.value.fits.map(one => one.name)).toEqual(['rate', 'cycles']);
  chosen.value = new Set(['a', 'c']);
  expect(fitting.value.fits).toEqual([]);
  expect(fitting.value.others).toHaveLength(3);
});
