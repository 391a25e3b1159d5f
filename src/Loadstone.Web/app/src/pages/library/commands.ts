import { commandLine, forFile } from '../../state/command';
import { fileName } from '../../state/file';
import { cell, entry, exported } from './shelves';
import type { ReadCell } from './types';

/** The command that shows a material or parameter set, with plots of its functions as files. */
export const entryCommand = (name: string) => commandLine('materials', name, '--out', 'material');

/** A command of the server's for the design's file. */
export const exportCommand = (line: string) => forFile(line, fileName.value);

/** What can be done with the cell of an exchange file, which no document can hold: documents name their materials and sets from the library. */
export const cellCommands = (cell: ReadCell, file: string): readonly string[] => [
  commandLine('simulate', file, '--protocol', `Rate test at 0.2C, 0.5C, 1C and 2C between ${cell.lowerCutOff} V and ${cell.upperCutOff} V`, '--html', 'rates.html'),
  commandLine('impedance', file, '--soc', '50 %', '--html', 'impedance.html'),
  commandLine('export', file, '--out', 'new.bpx.json'),
];

/** The commands that repeat what the page shows; empty where it shows nothing. */
export function shownCommand(): string {
  const lines = [
    ...(exported.value ? [exportCommand(exported.value.command)] : []),
    ...(cell.value ? cellCommands(cell.value.of, cell.value.file) : []),
    ...(entry.value ? [entryCommand(entry.value.name)] : []),
  ];
  return lines.join('\n');
}
