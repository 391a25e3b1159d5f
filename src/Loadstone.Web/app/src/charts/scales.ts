/** A scale from numbers to colours: red, green and blue at a fraction from 0 to 1. */
export type Scale = (fraction: number) => readonly [number, number, number];

/** Viridis (S. van der Walt and N. Smith, 2015, public domain): lightness rises evenly, so that it reads the same in print and for colour-blind eyes. */
export const viridis = through([0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725]);

/** From almost white (no salt) to deep blue: pores stay apart from particles on the viridis scale. */
export const salt = through([0xfdf3ec, 0xdbe6ef, 0xa9cbe3, 0x6aa9d3, 0x2f7fb8, 0x12578f, 0x08305f]);

export const css = ([red, green, blue]: readonly [number, number, number]) => `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;

function through(anchors: readonly number[]): Scale {
  return fraction => {
    const at = (anchors.length - 1) * Math.min(1, Math.max(0, fraction));
    const below = Math.min(Math.floor(at), anchors.length - 2);
    const part = (shift: number) => {
      const low = (anchors[below]! >> shift) & 255;
      return low + (((anchors[below + 1]! >> shift) & 255) - low) * (at - below);
    };
    return [part(16), part(8), part(0)];
  };
}

/** Lowest and highest of many numbers, widened to something that can be divided by. */
export function rangeOf(rows: readonly (readonly number[])[]): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows) for (const value of row) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high >= low)) return [0, 1];
  return high - low > 1e-9 * Math.abs(high) ? [low, high] : [low - 0.5, high + 0.5];
}
