import type { DocumentPath } from '../../state/document';
import { steps } from '../../state/paths';
import { isObject } from './schema';

/** The place in the document that a place speaks of: members of variants are named by the path that they set. */
export function meant(path: DocumentPath): DocumentPath {
  const [root, , set, ...rest] = path;
  return root === 'variants' && typeof set === 'string' ? [...steps(set), ...rest] : path;
}

/** Whether a place is a variant, whose members are paths. */
export const isVariant = (path: DocumentPath): boolean => path.length === 2 && path[0] === 'variants';

const sameForAll = new Set(['$schema', 'name', 'description', 'base', 'variants', 'measured']);

/** The paths that a document sets, as variants name them. */
export function settable(document: unknown): readonly string[] {
  return isObject(document) ? Object.entries(document).flatMap(([name, value]) => (sameForAll.has(name) ? [] : [name, ...below(name, value)])) : [];
}

function below(path: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, i) => [`${path}[${i}]`, ...below(`${path}[${i}]`, item)]);
  return isObject(value) ? Object.entries(value).flatMap(([name, item]) => (/^[\w$]+$/.test(name) ? [`${path}.${name}`, ...below(`${path}.${name}`, item)] : [])) : [];
}
