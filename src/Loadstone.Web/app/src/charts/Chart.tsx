import { effect, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './charts.css';
import { colours } from './colours';

export interface ChartProps {
  /** What the chart shows, for readers of screens. */
  readonly label: string;
  /** The same in one sentence with numbers. */
  readonly summary: string;
  /** Changes where the options do (series, axes): the plot then is made anew; otherwise it only takes data, which is faster. */
  readonly shape: string;
  readonly options: () => Omit<uPlot.Options, 'width' | 'height'>;
  readonly data: uPlot.AlignedData;
  readonly stale?: boolean;
  /** Where a line marks the time that is looked at, in units of x. */
  readonly marker?: ReadonlySignal<number | null>;
  /** Called when the data stand on the screen's canvas. */
  readonly onDrawn?: (() => void) | undefined;
}

/** A uPlot chart as large as its place. */
export function Chart({ label, summary, shape, options, data, stale = false, marker, onDrawn }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const line = useRef<HTMLDivElement | null>(null);
  const drawn = useRef(onDrawn);
  drawn.current = onDrawn;

  useEffect(() => {
    const element = place.current!;
    const size = () => ({ width: Math.max(60, element.clientWidth), height: Math.max(60, element.clientHeight) });
    const given = options();
    const made = new uPlot({ ...given, ...size(), hooks: { ...given.hooks, draw: [...(given.hooks?.draw ?? []), () => drawn.current?.()] } }, data, element);
    plot.current = made;
    line.current = made.over.appendChild(document.createElement('div'));
    line.current.className = 'chart-marker';
    mark(made, line.current, marker?.peek() ?? null);
    const watch = new ResizeObserver(() => {
      const { width, height } = size();
      if (width !== made.width || height !== made.height) made.setSize({ width, height });
      mark(made, line.current!, marker?.peek() ?? null);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [shape]);

  useEffect(() => {
    const made = plot.current;
    if (!made) return;
    if (made.data !== data) made.setData(data);
    if (line.current) mark(made, line.current, marker?.peek() ?? null);
  }, [data]);

  // At once: a page that is printed waits for no later frame.
  useEffect(() => effect(() => {
    void colours.value;
    plot.current?.batch((made: uPlot) => made.setData(made.data));
  }), []);

  useSignalEffect(() => {
    const at = marker?.value ?? null;
    if (plot.current && line.current) mark(plot.current, line.current, at);
  });

  return (
    <div class={stale ? 'chart stale' : 'chart'} role="img" aria-label={`${label}. ${summary}`}>
      <div class="chart-place" ref={place} />
    </div>
  );
}

function mark(plot: uPlot, line: HTMLDivElement, at: number | null): void {
  const left = at === null ? NaN : plot.valToPos(at, 'x');
  line.hidden = !Number.isFinite(left) || left < 0 || left > plot.over.clientWidth + 1;
  if (!line.hidden) line.style.left = `${left}px`;
}
