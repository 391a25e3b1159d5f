import type { ReadonlySignal } from '@preact/signals';
import { seriesColour } from './colours';
import { tickText, scaleOf, type AxisScale } from './scale';
import type { Plot, PlotSeries } from './report';
import './report.css';

const width = 420;
const height = 250;
const left = 58;
const right = 12;
const top = 8;
const bottom = 42;
const dashes = ['', '9 3', '6 3 2 3', '2 2.5', '9 3 2 3 2 3'];

interface PlotFigureProps {
  readonly plot: Plot;
  readonly title?: string;
  /** Where a line marks what is looked at, in units of x. */
  readonly marker?: ReadonlySignal<number | null>;
}

/** A plot of a report: any paths, points with bars, linear or logarithmic axes. It is drawn as SVG, so that it prints as sharp as text. */
export function PlotFigure({ plot, title = plot.title, marker }: PlotFigureProps) {
  const x = scaleOf(plot.x, plot.series.flatMap(s => s.x), 6);
  const y = scaleOf(plot.y, plot.series.flatMap(s => s.y.flatMap((v, i) => (s.bars?.[i] && v !== null ? [v - s.bars[i]!, v + s.bars[i]!] : [v]))), 5);
  const px = (v: number) => left + x.at(v) * (width - left - right);
  const py = (v: number) => height - bottom - y.at(v) * (height - top - bottom);
  const colours = coloursOf(plot.series);
  const at = marker?.value ?? null;
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}: ${plot.y.label} against ${plot.x.label}, ${plot.series.length} curves`}>
        <clipPath id={`clip-${plot.name}`}><rect x={left} y={top - 2} width={width - left - right + 2} height={height - top - bottom + 4} /></clipPath>
        <Grid scale={x} label={plot.x.label} place={px} upright />
        <Grid scale={y} label={plot.y.label} place={py} />
        <g clip-path={`url(#clip-${plot.name})`}>
          {plot.series.map((series, i) => <Curve key={series.label} series={series} colour={colours[i]!} dash={series.style === 'Dashed' ? '5 4' : dashes[i % dashes.length]!} px={px} py={py} log={[plot.x.logarithmic, plot.y.logarithmic]} />)}
          {at !== null && <line class="plot-marker" x1={px(at)} x2={px(at)} y1={top} y2={height - bottom} />}
        </g>
      </svg>
      {(plot.series.length > 1 || plot.series.some(s => s.label !== '')) && (
        <ul class="plot-legend">
          {plot.series.map((series, i) => (
            <li key={series.label}>
              <svg viewBox="0 0 24 8" aria-hidden="true">
                {series.style === 'Points'
                  ? <circle cx="12" cy="4" r="3" fill={colours[i]} />
                  : <line x1="0" x2="24" y1="4" y2="4" stroke={colours[i]} stroke-width="2" stroke-dasharray={series.style === 'Dashed' ? '5 4' : dashes[i % dashes.length]} />}
              </svg>
              {series.label}
            </li>
          ))}
        </ul>
      )}
      {plot.caption && <p class="note">{plot.caption}</p>}
    </figure>
  );
}

function Grid({ scale, label, place, upright = false }: { readonly scale: AxisScale; readonly label: string; readonly place: (v: number) => number; readonly upright?: boolean }) {
  const middle = upright ? (left + width - right) / 2 : (top + height - bottom) / 2;
  return (
    <g class="plot-grid">
      {scale.ticks.map(tick => {
        const p = place(tick);
        return upright
          ? <g key={tick}><line x1={p} x2={p} y1={top} y2={height - bottom} /><text x={p} y={height - bottom + 14} text-anchor="middle">{tickText(tick)}</text></g>
          : <g key={tick}><line x1={left} x2={width - right} y1={p} y2={p} /><text x={left - 5} y={p + 4} text-anchor="end">{tickText(tick)}</text></g>;
      })}
      {upright
        ? <text class="plot-label" x={middle} y={height - 8} text-anchor="middle">{label}</text>
        : <text class="plot-label" transform={`translate(13 ${middle}) rotate(-90)`} text-anchor="middle">{label}</text>}
    </g>
  );
}

interface CurveProps {
  readonly series: PlotSeries;
  readonly colour: string;
  readonly dash: string;
  readonly px: (v: number) => number;
  readonly py: (v: number) => number;
  readonly log: readonly [boolean, boolean];
}

function Curve({ series, colour, dash, px, py, log }: CurveProps) {
  const points = series.x.map((x, i) => {
    const y = series.y[i] ?? null;
    return x === null || y === null || (log[0] && x <= 0) || (log[1] && y <= 0) ? null : { x: px(x), y: py(y), i };
  });
  let path = '';
  points.forEach((p, i) => p && (path += `${path === '' || points[i - 1] === null ? 'M' : 'L'}${p.x.toFixed(1)} ${p.y.toFixed(1)}`));
  return (
    <g>
      {series.style !== 'Points' && <path d={path} fill="none" stroke={colour} stroke-width="1.8" stroke-linejoin="round" stroke-dasharray={dash} />}
      {points.map(p => p && series.bars?.[p.i] ? <line key={p.i} x1={p.x} x2={p.x} y1={py(series.y[p.i]! - series.bars[p.i]!)} y2={py(series.y[p.i]! + series.bars[p.i]!)} stroke={colour} stroke-width="1.2" /> : null)}
      {(series.style === 'Points' || series.style === 'LineAndPoints') && points.map(p => p && <circle key={p.i} cx={p.x} cy={p.y} r="3" fill={colour} />)}
    </g>
  );
}

// Series of one number share a colour; the others take the next that is free.
function coloursOf(series: readonly PlotSeries[]): readonly string[] {
  const taken = new Set(series.map(s => s.color));
  let next = 0;
  return series.map(s => {
    if (s.color !== null) return seriesColour(s.color);
    while (taken.has(next)) next++;
    return seriesColour(next++);
  });
}
