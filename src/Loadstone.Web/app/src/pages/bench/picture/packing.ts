/** A disc that stands for a particle: middle from the lower left corner of its layer and radius, µm, and its class. */
export interface Disc {
  x: number;
  y: number;
  readonly radius: number;
  readonly class: number;
}

export interface DiscClass {
  readonly diameter: number;
  readonly volumeFraction: number;
}

export interface Packed {
  readonly discs: readonly Disc[];
  /** The pattern repeats itself across after this width, µm. */
  readonly period: number;
}

const most = 1400;
const rounds = 56;
/** At first discs keep a distance that fades away, which spreads them evenly. */
const airy = 24;
const spread = 0.14;

/**
 * Discs of the real sizes that cover their share of a layer: spread evenly, then pushed off each other. Starts are a fixed sequence that
 * scales with the layer, so that a layer that is pulled moves its particles and does not shuffle them.
 */
export function pack(width: number, thickness: number, classes: readonly DiscClass[], seed: number): Packed {
  const area = (c: DiscClass) => (Math.PI * c.diameter ** 2) / 4;
  const perWidth = classes.reduce((sum, c) => sum + (c.volumeFraction * thickness) / area(c), 0);
  const largest = classes.reduce((d, c) => Math.max(d, c.diameter), 0);
  const period = Math.min(width, Math.max(most / perWidth, 4 * largest));
  const discs: Disc[] = [];
  classes.forEach((c, k) => {
    const count = Math.min(4 * most, Math.round((c.volumeFraction * thickness * period) / area(c)));
    const radius = Math.min(c.diameter, thickness) / 2;
    // Additive recurrence with the powers of the plastic number: even at any count.
    for (let i = 1; i <= count; i++) discs.push({ x: ((0.5 + seed * 0.37 + k * 0.13 + i * 0.7548776662) % 1) * period, y: radius + ((0.5 + k * 0.29 + seed * 0.11 + i * 0.5698402909) % 1) * (thickness - 2 * radius), radius, class: k });
  });
  for (let round = 0; round < rounds; round++) if (!pushApart(discs, period, thickness, largest, round < airy ? 1 + spread * (1 - round / airy) : 1)) break;
  return { discs, period };
}

/** Moves overlapping discs half of their overlap apart each; false when none does. */
function pushApart(discs: readonly Disc[], period: number, thickness: number, largest: number, swollen: number): boolean {
  const columns = Math.max(1, Math.floor(period / (largest * (1 + spread))));
  const cell = period / columns;
  const rows = Math.max(1, Math.ceil(thickness / cell));
  const heads = new Int32Array(columns * rows).fill(-1);
  const nexts = new Int32Array(discs.length);
  discs.forEach((disc, i) => {
    const at = Math.min(rows - 1, Math.floor(disc.y / cell)) * columns + Math.min(columns - 1, Math.floor(disc.x / cell));
    nexts[i] = heads[at]!;
    heads[at] = i;
  });
  let moved = false;
  const reach = columns < 3 ? columns - 1 : 2;
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) {
    for (let i = heads[row * columns + column]!; i >= 0; i = nexts[i]!) {
      for (let up = row; up < Math.min(rows, row + 2); up++) for (let side = -1; side < reach; side++) {
        const other = (column + side + columns) % columns;
        for (let j = heads[up * columns + other]!; j >= 0; j = nexts[j]!) {
          if (up === row && other === column ? j <= i : up === row && side < 0) continue;
          if (push(discs[i]!, discs[j]!, period, swollen)) moved = true;
        }
      }
    }
  }
  for (const disc of discs) {
    disc.y = Math.min(thickness - disc.radius, Math.max(disc.radius, disc.y));
    disc.x = (disc.x + period) % period;
  }
  return moved;
}

function push(one: Disc, other: Disc, period: number, swollen: number): boolean {
  let across = other.x - one.x;
  if (across > period / 2) across -= period;
  else if (across < -period / 2) across += period;
  const up = other.y - one.y;
  const touch = swollen * (one.radius + other.radius);
  const square = across * across + up * up;
  if (square >= touch * touch) return false;
  const distance = Math.sqrt(square) || 1e-6;
  const overlap = touch - distance;
  // The larger one moves less, as it would.
  const part = other.radius ** 2 / (one.radius ** 2 + other.radius ** 2);
  const [dx, dy] = [(across / distance) * overlap, (up / distance) * overlap];
  one.x -= dx * part;
  one.y -= dy * part;
  other.x += dx * (1 - part);
  other.y += dy * (1 - part);
  return overlap > 0.01 * touch;
}
