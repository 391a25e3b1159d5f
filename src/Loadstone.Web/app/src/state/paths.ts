import type { DocumentPath } from './document';

/** The steps of a path written as in messages and variants: positive.layers[0].porosity. */
export function steps(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, item, name]) => (item === undefined ? name! : Number(item)));
}

/** A path as people write it. */
export const written = (path: DocumentPath): string => path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
