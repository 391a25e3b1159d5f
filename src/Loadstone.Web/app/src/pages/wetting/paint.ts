import { viridis } from '../../charts/scales';
import type { Bed, Field } from './parts';
import type { Filling } from './run';

/** Colours of what a picture shows; liquid and air are told apart by lightness too, trapped air by its stripes. */
export interface Looks {
  readonly particle: string;
  readonly liquid: readonly [number, number, number];
  readonly air: readonly [number, number, number];
}

export const looks = (dark: boolean): Looks =>
  dark ? { particle: '#6d737b', liquid: [47, 127, 184], air: [30, 34, 39] } : { particle: '#8a9099', liquid: [86, 180, 233], air: [246, 247, 248] };

const outside = 255;
const trapped = 254;
const full = 200;

const css = (c: readonly number[]) => `rgb(${c.join(' ')})`;

/** Paints an arrangement at an injected volume. */
export function paint(canvas: HTMLCanvasElement, one: Filling, volumes: number, field: string | null, look: Looks): void {
  const bed = one.bed;
  const context = canvas.getContext('2d')!;
  if (!bed) return context.clearRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = css(look.air);
  context.fillRect(0, 0, canvas.width, canvas.height);
  const shown = field === null ? undefined : one.fields.find(f => f.name === field);
  if (shown) paintField(context, bed, shown, look);
  else if (one.steps.length > 0) paintPores(context, one, bed, volumes, look);
  else paintCells(context, one, bed, volumes, look);
  paintDiscs(context, bed, look);
}

function paintDiscs(context: CanvasRenderingContext2D, bed: Bed, look: Looks): void {
  const scale = context.canvas.width / bed.width;
  context.fillStyle = look.particle;
  context.beginPath();
  for (let i = 0; i < bed.discs.length; i += 3) {
    const x = bed.discs[i]! * scale;
    const y = (bed.height - bed.discs[i + 1]!) * scale;
    const r = bed.discs[i + 2]! * scale;
    context.moveTo(x + r, y);
    context.arc(x, y, r, 0, 2 * Math.PI);
  }
  context.fill();
}

// What lies above all pores is the liquid's way in; the pores themselves cover the rest.
function paintPores(context: CanvasRenderingContext2D, one: Filling, bed: Bed, volumes: number, look: Looks): void {
  const scale = context.canvas.width / bed.width;
  const stripes = stripePattern(context);
  context.fillStyle = css(look.liquid);
  context.fillRect(0, 0, context.canvas.width, context.canvas.height / 2);
  const states = new Map<number, string | CanvasPattern>();
  for (const step of one.steps) {
    if (step.volumes > volumes + 1e-9) break;
    for (const pore of step.filled) states.set(pore, css(look.liquid));
    for (const pore of step.trapped) states.set(pore, stripes);
  }
  one.pores.forEach((corners, pore) => {
    context.fillStyle = context.strokeStyle = states.get(pore) ?? css(look.air);
    context.beginPath();
    for (let i = 0; i < corners.length; i += 2) context.lineTo(corners[i]! * scale, (bed.height - corners[i + 1]!) * scale);
    context.closePath();
    context.fill();
    // A thin line closes the seams between neighbours.
    context.stroke();
  });
}

function paintCells(context: CanvasRenderingContext2D, one: Filling, bed: Bed, volumes: number, look: Looks): void {
  const frame = one.frames.findLast(f => f.volumes <= volumes + 1e-9);
  if (!frame) return;
  const picture = image(bed, frame.pixels, value => {
    if (value === outside || value === trapped) return [...look.air, value === trapped ? 255 : 0];
    return [0, 1, 2].map(k => look.air[k]! + ((look.liquid[k]! - look.air[k]!) * value) / full).concat(255);
  });
  context.imageSmoothingEnabled = true;
  context.drawImage(picture, 0, 0, context.canvas.width, context.canvas.height);
  if (!frame.pixels.includes(trapped)) return;
  const { width, height } = context.canvas;
  const mask = new OffscreenCanvas(width, height);
  const over = mask.getContext('2d')!;
  over.imageSmoothingEnabled = false;
  over.drawImage(image(bed, frame.pixels, value => [0, 0, 0, value === trapped ? 255 : 0]), 0, 0, width, height);
  over.globalCompositeOperation = 'source-in';
  over.fillStyle = stripePattern(context);
  over.fillRect(0, 0, width, height);
  context.drawImage(mask, 0, 0);
}

function paintField(context: CanvasRenderingContext2D, bed: Bed, field: Field, look: Looks): void {
  context.imageSmoothingEnabled = true;
  context.drawImage(image(bed, field.pixels, value => (value === outside ? [...look.air, 0] : [...viridis(value / 254), 255])), 0, 0, context.canvas.width, context.canvas.height);
}

// Rows of the server run from the bottom, those of a canvas from the top.
function image(bed: Bed, pixels: Uint8Array, colour: (value: number) => readonly number[]): OffscreenCanvas {
  const table = Array.from({ length: 256 }, (_, value) => colour(value));
  const canvas = new OffscreenCanvas(bed.columns, bed.rows);
  const context = canvas.getContext('2d')!;
  const data = context.createImageData(bed.columns, bed.rows);
  for (let cell = 0; cell < pixels.length; cell++) {
    const at = ((bed.rows - 1 - Math.floor(cell / bed.columns)) * bed.columns + (cell % bed.columns)) * 4;
    data.data.set(table[pixels[cell]!]!, at);
  }
  context.putImageData(data, 0, 0);
  return canvas;
}

function stripePattern(context: CanvasRenderingContext2D): CanvasPattern {
  const size = 8;
  const tile = new OffscreenCanvas(size, size);
  const draw = tile.getContext('2d')!;
  draw.fillStyle = '#f6c8a6';
  draw.fillRect(0, 0, size, size);
  draw.strokeStyle = '#d55e00';
  draw.lineWidth = size / 2.8;
  for (const shift of [-size, 0, size]) {
    draw.moveTo(shift, size);
    draw.lineTo(shift + size, 0);
  }
  draw.stroke();
  return context.createPattern(tile, 'repeat')!;
}
