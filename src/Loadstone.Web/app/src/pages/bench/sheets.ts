import { put, standing } from './place';

/** A separator or a foil of lithium: in one text, as "polypropylene 25 µm", or as an object. */
export interface Sheet {
  readonly material: string;
  /** Undefined where it is left to the catalogue. */
  readonly thickness: string | undefined;
  readonly isObject: boolean;
  readonly by: string | null;
}

const inOne = /^(.*\S)\s+(\d[\d.]*\s*(?:µm|μm|um|nm|mm|cm|m))\s*$/;

/** What the document says of a sheet, or what holds where it is silent. */
export function sheet(field: string, standard: string): Sheet {
  const { value, by } = standing([field]);
  if (typeof value === 'object' && value !== null) {
    const { material, thickness } = value as { readonly material?: string; readonly thickness?: string };
    return { material: material ?? '', thickness, isObject: true, by };
  }
  const text = typeof value === 'string' ? value : standard;
  const [, material = text, thickness] = inOne.exec(text) ?? [];
  return { material, thickness, isObject: false, by };
}

/** Another material comes with the catalogue's thickness of it. */
export function setMaterial(field: string, { isObject, thickness }: Sheet, to: string): void {
  if (!isObject) put([field], to);
  else {
    put([field, 'material'], to, field);
    if (thickness !== undefined) put([field, 'thickness'], undefined, field);
  }
}

export function setThickness(field: string, { isObject, material }: Sheet, to: string, gesture: string): void {
  if (isObject) put([field, 'thickness'], to, gesture);
  else put([field], `${material} ${to}`, gesture);
}

/** The thickness is the catalogue's again. */
export function clearThickness(field: string, { isObject, material }: Sheet): void {
  if (isObject) put([field, 'thickness'], undefined);
  else put([field], material);
}
