import { colours } from '../../../charts/colours';
import { css, salt, viridis } from '../../../charts/scales';
import { pack, type Packed } from './packing';
import type { DrawnLayer, Scene } from './scene';
import { fillAt, saltAt, type Moment } from './state';

const particleColours = ['#5b6b79', '#c9883f', '#3c8f6e', '#a3658b', '#93a1ad'];
const metal = { foil: ['#b9c0c7', '#8e979f'], copper: ['#d59a68', '#b0713d'], lithium: ['#d3d9e0', '#a4adb7'] } as const;

/** Draws the stack; with a moment of the discharge, particles take the colour of their filling and pores that of the salt. */
export function paint(canvas: HTMLCanvasElement, scene: Scene, width: number, moment: Moment | null): void {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(scene.height * ratio);
  const pen = canvas.getContext('2d')!;
  pen.scale(ratio, ratio);
  const sizes = [...new Set(scene.layers.flatMap(l => l.layer.particles.map(p => p.diameter)))].sort((a, b) => b - a);
  for (const drawn of scene.layers) {
    pen.save();
    const top = scene.height - drawn.bottom - drawn.height;
    pen.beginPath();
    pen.rect(0, top, width, drawn.height);
    pen.clip();
    if (drawn.layer.role === 'coating' || drawn.layer.role === 'separator') porous(pen, drawn, scene, width, top, moment, sizes);
    else solid(pen, drawn, width, top);
    pen.restore();
  }
}

function solid(pen: CanvasRenderingContext2D, { layer, height, cut }: DrawnLayer, width: number, top: number): void {
  const [pale, deep] = metal[layer.role as keyof typeof metal];
  const shade = pen.createLinearGradient(0, top, 0, top + height);
  shade.addColorStop(0, pale);
  shade.addColorStop(1, deep);
  pen.fillStyle = shade;
  pen.fillRect(0, top, width, height);
  if (!cut) return;
  // A break, as drawings show what they leave out.
  for (const [shift, colour] of [[-2.5, deep], [2.5, pale]] as const) {
    pen.beginPath();
    for (let x = 0; x <= width + 8; x += 8) pen.lineTo(x, top + height / 2 + shift + (x % 16 === 0 ? -2 : 2));
    pen.strokeStyle = colour;
    pen.lineWidth = 1.2;
    pen.stroke();
  }
}

function porous(pen: CanvasRenderingContext2D, drawn: DrawnLayer, scene: Scene, width: number, top: number, moment: Moment | null, sizes: readonly number[]): void {
  const { layer, from, height } = drawn;
  const { dark } = colours.value;
  if (moment) {
    const shade = pen.createLinearGradient(0, top + height, 0, top);
    const [low, high] = moment.saltRange;
    for (let i = 0; i <= 12; i++) shade.addColorStop(i / 12, css(salt((saltAt(moment, from + (layer.thickness * i) / 12) - low) / (high - low))));
    pen.fillStyle = shade;
  } else pen.fillStyle = layer.role === 'separator' ? (dark ? '#3b3a30' : '#f7f3df') : dark ? '#2a3037' : '#eef1f4';
  pen.fillRect(0, top, width, height);
  if (layer.role === 'separator') {
    pen.strokeStyle = dark ? 'rgb(255 255 255 / .22)' : 'rgb(90 80 40 / .28)';
    pen.lineWidth = 0.8;
    for (let x = -height; x < width; x += 7) {
      pen.beginPath();
      pen.moveTo(x, top + height);
      pen.lineTo(x + height, top);
      pen.stroke();
    }
    return;
  }
  particles(pen, drawn, scene.scale, width, top, moment, sizes);
}

function particles(pen: CanvasRenderingContext2D, { layer, place, from, height }: DrawnLayer, scale: number, width: number, top: number, moment: Moment | null, sizes: readonly number[]): void {
  const packed = packing(width / scale, layer.thickness, layer, place);
  const outline = colours.value.dark ? 'rgb(0 0 0 / .55)' : 'rgb(20 25 30 / .45)';
  for (const disc of packed.discs) {
    const radius = disc.radius * scale;
    const fill = moment && fillAt(moment, place, disc.class, from + disc.y);
    const tone = (value: number) => css(viridis((value - moment!.fillRange[0]) / (moment!.fillRange[1] - moment!.fillRange[0])));
    const plain = particleColours[sizes.indexOf(layer.particles[disc.class]!.diameter) % particleColours.length]!;
    const y = top + height - disc.y * scale;
    for (let x = (disc.x - packed.period) * scale; x < width + radius; x += packed.period * scale) {
      if (x < -radius) continue;
      pen.beginPath();
      pen.arc(x, y, Math.max(0.3, radius - 0.35), 0, 2 * Math.PI);
      pen.fillStyle = fill ? tone(fill[0]) : plain;
      pen.fill();
      if (radius > 2.2) {
        pen.strokeStyle = outline;
        pen.lineWidth = 0.7;
        pen.stroke();
      }
      if (!fill || radius < 4) continue;
      // The core, so that shell and core together hold the mean.
      pen.beginPath();
      pen.arc(x, y, 0.8 * radius, 0, 2 * Math.PI);
      pen.fillStyle = tone((fill[1] - (1 - 0.8 ** 3) * fill[0]) / 0.8 ** 3);
      pen.fill();
    }
  }
}

const kept = new Map<string, Packed>();

function packing(width: number, thickness: number, layer: DrawnLayer['layer'], place: number): Packed {
  const key = JSON.stringify([place, Math.round(width), thickness.toFixed(3), layer.particles.map(p => [p.diameter, p.volumeFraction.toFixed(4)])]);
  let found = kept.get(key);
  if (!found) {
    if (kept.size > 40) kept.clear();
    found = pack(width, thickness, layer.particles, place);
    kept.set(key, found);
  }
  return found;
}
