import { commandLine } from '../../state/command';
import { at } from '../../state/document';
import { variant } from '../bench/place';

/** Name of the variant that is looked at, as --variant takes it: the document as it stands has a name too. */
export function variantName(): string | null {
  const base = at(['base']) ?? at(['name']);
  return variant.value ?? (typeof base === 'string' ? base : null);
}

/** The command that repeats the page. */
export function makeCommand(file: string): string {
  const name = variantName();
  return commandLine('make', file, ...(name === null ? [] : ['--variant', name]), '--out', 'make');
}
