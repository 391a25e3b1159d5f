import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { short } from '../charts/axes';
import { Chart } from '../charts/Chart';
import { colours } from '../charts/colours';
import { download } from '../state/file';
import type { PlotAxis, PlotFigure } from './blocks';
import { plotCsv } from './csv';
import { type Drawn, type Nearest, plotEnds, plotOptions } from './plotting';

const manyCurves = 14;

interface PlotBlockProps {
  readonly figure: PlotFigure;
  /** Where a line marks what is looked at, in units of x. */
  readonly marker?: ReadonlySignal<number | null>;
}

/** A plot of a report: names hide their curves, a drag zooms, a double click shows all, the nearest point is told in numbers. */
export function PlotBlock({ figure, marker }: PlotBlockProps) {
  const { plot } = figure;
  const hidden = useSignal<ReadonlySet<string>>(new Set());
  const near = useSignal<Nearest | null>(null);
  const shown = plot.series.filter(series => !hidden.value.has(series.label));
  const data = useMemo(() => plotEnds(plot), [plot, hidden.value]);
  const dark = colours.value.dark;
  // Newer curves are drawn into the same frame: what follows a moving hand does not flicker.
  const current = useRef<Drawn>({ plot, shown, dark });
  current.current = { plot, shown, dark };
  const toggle = (label: string) => {
    const now = new Set(hidden.value);
    if (!now.delete(label)) now.add(label);
    hidden.value = now;
  };
  return (
    <section class="plot-block" aria-label={figure.title}>
      <div class="block-head">
        <h3 class="block-title">{figure.title}</h3>
        <button type="button" class="small" onClick={() => download(new Blob([plotCsv(figure)], { type: 'text/csv' }), `${plot.name}.csv`)} aria-label={`Download the points of ${figure.title} as CSV`}>CSV</button>
      </div>
      <div class="plot-place">
        <Chart
          label={figure.title}
          summary={`${plot.y.label} against ${plot.x.label}; ${plot.series.length === 1 ? '1 curve' : `${plot.series.length} curves`}, from ${short(plot.x.min)} to ${short(plot.x.max)}`}
          shape={`${shapeOf(plot.x)} ${shapeOf(plot.y)}`}
          options={() => plotOptions(() => current.current, found => (near.value = found))}
          data={data}
          {...(marker ? { marker } : {})}
        />
      </div>
      {plot.series.length <= manyCurves && (
        <div class="plot-names">
          {plot.series.map((series, i) => (
            <button key={i} type="button" class="name" aria-pressed={!hidden.value.has(series.label)} onClick={() => toggle(series.label)}>
              <svg viewBox="0 0 18 8" width="18" height="8" aria-hidden="true">
                {series.style === 'Points'
                  ? <circle cx="9" cy="4" r="3" fill={dark ? series.darkColor : series.color} />
                  : <path d="M0 4H18" stroke={dark ? series.darkColor : series.color} stroke-width="2" stroke-dasharray={series.dash.join(' ')} />}
              </svg>
              {series.label}
            </button>
          ))}
        </div>
      )}
      <p class="plot-near muted" aria-hidden="true">{near.value ? `${near.value.series.label}: ${short(near.value.x)}, ${short(near.value.y)}` : figure.caption ?? '\u00a0'}</p>
    </section>
  );
}

const shapeOf = (axis: PlotAxis) => `${axis.label} ${axis.log}`;
