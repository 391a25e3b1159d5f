import { kinds, read, write } from '../../fields/quantity';
import { endGesture, replace, text } from '../../state/document';
import { rearranged } from '../../state/lists';
import { percent, type Side } from './layers';
import { put, standing } from './place';

/** One of several sizes in a layer. */
export interface SizeText {
  readonly diameter?: string;
  readonly share?: string;
  readonly material?: string;
}

const place = (side: Side, layer: number) => [side, 'layers', layer, 'particles'] as const;

/** The sizes of a layer that states several; empty where it states one or leaves it to the catalogue. */
export function sizes(side: Side, layer: number): readonly SizeText[] {
  const list = standing(place(side, layer)).value;
  return Array.isArray(list) ? (list as SizeText[]) : [];
}

const shareOf = (size: SizeText) => read(size.share, kinds.share) ?? 0;

/** The size whose share makes room for another's: the next of the same material. */
export function partner(list: readonly SizeText[], index: number): number | null {
  const same = [...list.keys()].filter(i => i !== index && list[i]!.material === list[index]!.material);
  return same.find(i => i > index) ?? same.at(-1) ?? null;
}

export function setSizeShare(side: Side, layer: number, index: number, to: number, gesture: string): void {
  const list = sizes(side, layer);
  const other = partner(list, index);
  if (other === null) return;
  const both = shareOf(list[index]!) + shareOf(list[other]!);
  const share = Math.round(10 * Math.min(both - 1, Math.max(1, to))) / 10;
  put([...place(side, layer), index, 'share'], percent(share), gesture);
  put([...place(side, layer), other, 'share'], percent(both - share), gesture);
}

/** One more size, a third as large as the last and with half of its share: small particles fill what large ones leave. */
export function addSize(side: Side, layer: number, diameterNow: number): void {
  const list = sizes(side, layer);
  const last = list.at(-1) ?? { diameter: write(diameterNow, kinds.diameter), share: '100 %' };
  const half = Math.round(5 * shareOf(last)) / 10;
  const smaller = { ...last, diameter: write((read(last.diameter, kinds.diameter) ?? diameterNow) / 3, kinds.diameter), share: percent(half) };
  const rest = { ...last, share: percent(shareOf(last) - half) };
  if (list.length === 0) {
    put([side, 'layers', layer, 'particleDiameter'], undefined, 'sizes');
    put(place(side, layer), [rest, smaller], 'sizes');
  } else {
    put([...place(side, layer), list.length - 1, 'share'], rest.share, 'sizes');
    put([...place(side, layer), list.length], smaller, 'sizes');
  }
  endGesture();
}

/** Takes a size away; the next of its material gets its share. The last one left is stated as the layer's diameter. */
export function removeSize(side: Side, layer: number, index: number): void {
  const list = sizes(side, layer);
  const other = partner(list, index);
  if (other === null) return;
  if (list.length === 2) {
    put(place(side, layer), undefined, 'sizes');
    put([side, 'layers', layer, 'particleDiameter'], list[other]!.diameter, 'sizes');
  } else {
    put([...place(side, layer), other, 'share'], percent(shareOf(list[index]!) + shareOf(list[other]!)), 'sizes');
    replace(rearranged(text.value, standing(place(side, layer)).path, [...list.keys()].filter(i => i !== index)), 'sizes');
  }
  endGesture();
}
