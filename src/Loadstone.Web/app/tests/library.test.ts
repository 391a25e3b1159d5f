import { expect, it } from 'vitest';
import { cellCommands, entryCommand } from '../src/pages/library/commands';
import { found, shelves, sought } from '../src/pages/library/shelves';
import type { ReadCell } from '../src/pages/library/types';

it('finds entries by all words of their name, title or shelf', () => {
  shelves.value = [
    { title: 'active material', entries: [{ name: 'nmc811', text: 'LiNi0.8Mn0.1Co0.1O2' }, { name: 'lfp', text: 'LiFePO4' }] },
    { title: 'binder', entries: [{ name: 'pvdf', text: 'PVDF' }] },
  ];
  const names = (words: string) => {
    sought.value = words;
    return found.value.flatMap(shelf => shelf.entries.map(entry => entry.name));
  };
  expect(names('')).toEqual(['nmc811', 'lfp', 'pvdf']);
  expect(names('Active LiFe')).toEqual(['lfp']);
  expect(names('binder lfp')).toEqual([]);
});

it('quotes what a shell would take apart, and stays between the cut-offs of the cell', () => {
  expect(entryCommand('1 M LiPF6 in EC:EMC 3:7')).toBe('loadstone materials "1 M LiPF6 in EC:EMC 3:7" --out material');
  const cell: ReadCell = { name: 'c', version: '1.1', stateOfCharge: 1, lowerCutOff: 2.5, upperCutOff: 4.2, notes: [], blocks: [], file: '', losses: [] };
  expect(cellCommands(cell, 'my cell.json')[0]).toBe('loadstone simulate "my cell.json" --protocol "Rate test at 0.2C, 0.5C, 1C and 2C between 2.5 V and 4.2 V" --html rates.html');
});
