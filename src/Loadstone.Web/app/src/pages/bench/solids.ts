import { kinds, read } from '../../fields/quantity';
import { known, type MaterialKind } from '../../state/catalogue';
import { endGesture, replace, text } from '../../state/document';
import { renamedMember } from '../../state/members';
import { layers, type Side } from './layers';
import { put, standing } from './place';

export type Solids = Readonly<Record<string, string>>;

/** Kinds of which coatings are made. */
export const solidKinds = ['active material', 'conductive carbon', 'binder'] as const satisfies readonly MaterialKind[];
export type SolidKind = (typeof solidKinds)[number];

/** The kind of a solid; null while the catalogue has not come, or has no such material. */
export const kindOf = (name: string): SolidKind | null => solidKinds.find(kind => known(kind, name)) ?? null;

/** The material that the rest of the recipe leaves room for: the one with the largest part. */
export const mainSolid = (solids: Solids) =>
  Object.keys(solids).reduce((most, name) => (part(solids, name) > part(solids, most) ? name : most), Object.keys(solids)[0] ?? '');

/** Gives a solid another mass fraction; the main one fills up to 100 %. */
export function setSolid(side: Side, index: number, name: string, to: string, gesture: string): void {
  put([side, 'layers', index, 'solids', name], to, gesture);
  const now = solidsOf(side, index);
  if (name !== mainSolid(now)) fill(side, index, now, gesture);
}

/** Puts another material in the place of one, with its mass fraction. */
export function exchangeSolid(side: Side, index: number, name: string, to: string): void {
  const { path } = standing([side, 'layers', index, 'solids', name]);
  replace(renamedMember(text.value, path, to));
}

export function addSolid(side: Side, index: number, name: string): void {
  setSolid(side, index, name, '1 %', 'materials');
  endGesture();
}

export function removeSolid(side: Side, index: number, name: string): void {
  put([side, 'layers', index, 'solids', name], undefined, 'materials');
  fill(side, index, solidsOf(side, index), 'materials');
  endGesture();
}

function fill(side: Side, index: number, now: Solids, gesture: string): void {
  const main = mainSolid(now);
  const others = Object.keys(now).filter(name => name !== main).reduce((sum, name) => sum + part(now, name), 0);
  if (others < 100) put([side, 'layers', index, 'solids', main], `${Number((100 - others).toFixed(4))} %`, gesture);
}

const part = (solids: Solids, name: string) => read(solids[name], kinds.solid) ?? 0;
const solidsOf = (side: Side, index: number): Solids => layers(side)[index]?.solids ?? {};
