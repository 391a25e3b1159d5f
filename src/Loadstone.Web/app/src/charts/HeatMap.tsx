import { useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Help, type HelpTopic } from '../fields/Help';
import './charts.css';
import { colours } from './colours';
import { css, type Scale } from './scales';

/** A part of the height with values at places of its own. */
export interface Band {
  /** Faces of its rows, rising; one more than a column of `values` has. */
  readonly faces: readonly number[];
  /** [time][row] */
  readonly values: readonly (readonly number[])[];
}

export interface HeatMapProps {
  readonly title: string;
  readonly unit: string;
  readonly topic?: HelpTopic;
  readonly summary: string;
  readonly time: readonly number[];
  readonly bands: readonly Band[];
  readonly heightRange: readonly [number, number];
  readonly range: readonly [number, number];
  readonly scale: Scale;
  readonly digits: number;
  /** Heights at which a line marks a boundary. */
  readonly boundaries: readonly number[];
  readonly marker: ReadonlySignal<number | null>;
  /** A time in words. */
  readonly words: (time: number) => string;
  readonly onPick: (time: number) => void;
  readonly stale: boolean;
}

/** A quantity against time (across) and height in the cell (up, as the stack is drawn), as colours with a legend. */
export function HeatMap(props: HeatMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const { time, bands, heightRange, range, scale, boundaries, marker, onPick, stale, title, unit, topic, digits } = props;
  const scheme = colours.value;
  const last = time.at(-1) ?? 1;

  useEffect(() => paint(canvas.current!, props), [time, bands, heightRange[0], heightRange[1], range[0], range[1], boundaries, scheme]);
  useSignalEffect(() => {
    const at = marker.value;
    line.current!.hidden = at === null;
    line.current!.style.left = `${(100 * (at ?? 0)) / last}%`;
  });

  const pick = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    onPick(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * last);
  };
  return (
    <div class={stale ? 'map stale' : 'map'}>
      <h3>{title}{unit && <span class="unit"> / {unit}</span>} {topic && <Help topic={topic}>?</Help>}</h3>
      <div class="map-body" role="img" aria-label={`${title}. ${props.summary}`}>
        <span class="map-up" aria-hidden="true">height / µm</span>
        <div class="map-heights" aria-hidden="true"><span>{heightRange[1].toFixed(0)}</span><span>{heightRange[0].toFixed(0)}</span></div>
        <div
          class="map-area"
          onPointerDown={event => {
            event.currentTarget.setPointerCapture(event.pointerId);
            pick(event);
          }}
          onPointerMove={event => event.buttons > 0 && pick(event)}
        >
          <canvas ref={canvas} />
          <div class="chart-marker" ref={line} />
        </div>
        <div class="map-times" aria-hidden="true"><span>0</span><span>time</span><span>{props.words(last)}</span></div>
        <Legend scale={scale} low={range[0].toFixed(digits)} high={range[1].toFixed(digits)} />
      </div>
    </div>
  );
}

/** What the colours mean. */
export function Legend({ scale, low, high }: { readonly scale: Scale; readonly low: string; readonly high: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const [bar, pen] = [canvas.current!, canvas.current!.getContext('2d')!];
    [bar.width, bar.height] = [1, 64];
    for (let row = 0; row < 64; row++) {
      pen.fillStyle = css(scale(1 - row / 63));
      pen.fillRect(0, row, 1, 1);
    }
  }, [scale]);
  return (
    <div class="legend" aria-hidden="true">
      <canvas ref={canvas} />
      <div><span>{high}</span><span>{low}</span></div>
    </div>
  );
}

const columns = 240;
const rows = 160;

function paint(canvas: HTMLCanvasElement, { time, bands, heightRange: [bottom, top], range: [low, high], scale, boundaries }: HeatMapProps): void {
  [canvas.width, canvas.height] = [columns, rows];
  const pen = canvas.getContext('2d')!;
  const image = pen.createImageData(columns, rows);
  const last = time.at(-1) ?? 1;
  const moments = Array.from({ length: columns }, (_, column) => moment(time, ((column + 0.5) / columns) * last));
  for (let row = 0; row < rows; row++) {
    const height = top - ((row + 0.5) / rows) * (top - bottom);
    const band = bands.find(b => height >= b.faces[0]! && height <= b.faces.at(-1)!);
    if (!band) continue;
    let cell = 0;
    while (cell < band.faces.length - 2 && band.faces[cell + 1]! < height) cell++;
    for (let column = 0; column < columns; column++) {
      const { before, part } = moments[column]!;
      const one = band.values[before]?.[cell] ?? NaN;
      const value = one + ((band.values[before + 1]?.[cell] ?? one) - one) * part;
      if (!Number.isFinite(value)) continue;
      const at = 4 * (row * columns + column);
      [image.data[at], image.data[at + 1], image.data[at + 2]] = scale((value - low) / (high - low));
      image.data[at + 3] = 255;
    }
  }
  pen.putImageData(image, 0, 0);
  pen.fillStyle = 'rgb(255 255 255 / .75)';
  for (const height of boundaries) {
    if (height > bottom && height < top) pen.fillRect(0, Math.round(((top - height) / (top - bottom)) * rows), columns, 1);
  }
}

/** The stored time before a moment and how far it is on the way to the next. */
export function moment(time: readonly number[], at: number): { readonly before: number; readonly part: number } {
  let low = 0;
  let high = time.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (time[middle]! <= at) low = middle;
    else high = middle;
  }
  const span = (time[high] ?? 0) - (time[low] ?? 0);
  return { before: low, part: span > 0 ? Math.min(1, Math.max(0, (at - time[low]!) / span)) : 0 };
}
