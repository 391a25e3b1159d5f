import { moment } from '../../../charts/HeatMap';
import { rangeOf } from '../../../charts/scales';
import type { Maps } from '../../../state/bench';

/** The state of the cell at one moment, by which the drawing is coloured. */
export interface Moment {
  readonly maps: Maps;
  readonly before: number;
  readonly part: number;
  readonly saltRange: readonly [number, number];
  readonly fillRange: readonly [number, number];
}

const ranges = new WeakMap<Maps, Pick<Moment, 'saltRange' | 'fillRange'>>();

/** Lowest and highest salt concentration, and filling of the particles, over the whole discharge. */
export function mapRanges(maps: Maps): Pick<Moment, 'saltRange' | 'fillRange'> {
  let found = ranges.get(maps);
  if (!found) {
    found = { saltRange: [0, rangeOf(maps.salt)[1]], fillRange: rangeOf(maps.particles.flatMap(p => p.surface)) };
    ranges.set(maps, found);
  }
  return found;
}

export const momentOf = (maps: Maps, time: number): Moment => ({ maps, ...moment(maps.time, time), ...mapRanges(maps) });

/** Salt concentration at a height, mol/m³. */
export const saltAt = ({ maps, before, part }: Moment, height: number) => between(maps.height, maps.salt[before]!, maps.salt[before + 1], part, height);

/** Filling at the surface and on average of a class of particles at a height; null where the maps have none. */
export function fillAt({ maps, before, part }: Moment, layer: number, particleClass: number, height: number): readonly [number, number] | null {
  const map = maps.particles.find(p => p.layer === layer && p.class === particleClass);
  if (!map || map.height.length === 0) return null;
  return [between(map.height, map.surface[before]!, map.surface[before + 1], part, height), between(map.height, map.mean[before]!, map.mean[before + 1], part, height)];
}

function between(places: readonly number[], now: readonly number[], then: readonly number[] | undefined, part: number, at: number): number {
  let above = 1;
  while (above < places.length - 1 && places[above]! < at) above++;
  const below = Math.max(0, above - 1);
  const span = places[above] === undefined ? 0 : places[above]! - places[below]!;
  const share = span > 0 ? Math.min(1, Math.max(0, (at - places[below]!) / span)) : 0;
  const value = (row: readonly number[]) => row[below]! + ((row[above] ?? row[below]!) - row[below]!) * share;
  return value(now) + (then ? (value(then) - value(now)) * part : 0);
}
