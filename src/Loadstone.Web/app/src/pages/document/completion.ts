import { getLocation } from 'jsonc-parser';
import type { DocumentPath } from '../../state/document';
import { isVariant, meant, settable } from './paths';
import { isObject, type Schema, SchemaWalk } from './schema';
import { tokens } from './tokens';

export interface Suggestion {
  readonly label: string;
  /** Text that takes the place of the document from `from` to `to`. */
  readonly insert: string;
  readonly detail: string;
  readonly help: string;
}

export interface Suggestions {
  readonly from: number;
  readonly to: number;
  /** Where a comma is missing before what is put in, or null. */
  readonly commaAt: number | null;
  readonly items: readonly Suggestion[];
}

/** A material of the catalogue, as documents and as people name it. */
export interface MaterialName {
  readonly name: string;
  readonly text: string;
}

/** What may stand at a place of the text: names of fields or materials that are not there yet, or values with their units. */
export function suggest(schema: Schema, text: string, offset: number, materials: readonly MaterialName[] = []): Suggestions | null {
  const [from, to] = extent(text, offset, getLocation(text, offset).previousNode);
  const commaAt = missingComma(text, from);
  const location = commaAt === null ? getLocation(text, offset) : getLocation(`${text.slice(0, commaAt)},${text.slice(commaAt)}`, offset + 1);
  const walk = new SchemaWalk(schema);
  const items = location.isAtPropertyKey ? names(walk, text, location.path.slice(0, -1), to, materials) : values(walk, location.path, text.slice(from, offset));
  return items.length > 0 ? { from, to, commaAt, items } : null;
}

/** The token that the cursor stands in, with its quotes, else the bare word before it. */
function extent(text: string, offset: number, node: { readonly offset: number; readonly length: number } | undefined): readonly [number, number] {
  if (node && node.offset <= offset && offset <= node.offset + node.length && !/[{[]/.test(text[node.offset]!)) return [node.offset, node.offset + node.length];
  let from = offset;
  while (from > 0 && /[\p{L}\p{N}_]/u.test(text[from - 1]!)) from--;
  return [from, offset];
}

function missingComma(text: string, before: number): number | null {
  const last = [...tokens(text.slice(0, before))].at(-1);
  return !last || '{[,:'.includes(last.sign) ? null : last.end;
}

function names(walk: SchemaWalk, text: string, object: DocumentPath, to: number, materials: readonly MaterialName[]): Suggestion[] {
  const here = walk.valueAt(text, object);
  const present = new Set(isObject(here) ? Object.keys(here) : []);
  const isFollowed = /^\s*:/.test(text.slice(to));
  const comma = /^\s*"/.test(text.slice(to)) ? ',' : '';
  return [...fields(walk, text, object), ...solids(walk, object, materials)]
    .filter(({ name }) => !present.has(name) && name !== '$schema')
    .map(({ name, field, isNeeded, help }) => ({
      label: name,
      insert: isFollowed ? JSON.stringify(name) : `${JSON.stringify(name)}: ${walk.start(field)}${comma}`,
      detail: isNeeded ? 'required' : (walk.examples(field)[0] ?? ''),
      help: help ?? walk.help(field),
    }));
}

interface Member {
  readonly name: string;
  readonly field: Schema;
  readonly isNeeded: boolean;
  readonly help?: string;
}

/** A recipe names its solids as the catalogue does. */
function solids(walk: SchemaWalk, object: DocumentPath, materials: readonly MaterialName[]): readonly Member[] {
  if (meant(object).at(-1) !== 'solids') return [];
  return materials.flatMap(({ name, text }) => walk.at(meant([...object, name])).slice(0, 1).map(field => ({ name, field, isNeeded: false, help: text })));
}

function fields(walk: SchemaWalk, text: string, object: DocumentPath): readonly Member[] {
  if (isVariant(object)) return settable(walk.valueAt(text, [])).flatMap(name => walk.at(meant([...object, name])).slice(0, 1).map(field => ({ name, field, isNeeded: false })));
  return walk.at(meant(object)).flatMap(node => Object.entries(walk.properties(node)).map(([name, field]) => ({ name, field, isNeeded: walk.isRequired(node, name) })));
}

function values(walk: SchemaWalk, path: DocumentPath, typed: string): Suggestion[] {
  const number = /^"?\s*([\d.,eE+−-]+)\s*/.exec(typed)?.[1];
  return walk.at(meant(path)).flatMap(field => {
    const help = walk.help(field);
    const offered = [...walk.choices(field), ...walk.examples(field)];
    return [...new Set(offered)].map(example => {
      // A number that stands there already keeps its value and gets the unit.
      const value = number === undefined ? example : example.replace(/^[\d.,eE+−-]+/, number);
      return { label: value, insert: JSON.stringify(value), detail: number !== undefined && value !== example ? 'unit' : '', help };
    });
  });
}
