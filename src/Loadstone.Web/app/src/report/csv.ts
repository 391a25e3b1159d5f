import type { PlotFigure, TableData } from './blocks';

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const lines = (rows: readonly (readonly string[])[]) => rows.map(row => row.join(',')).join('\n') + '\n';

export function tableCsv(table: TableData): string {
  const head = table.columns.map(column => (column.unit ? `${column.title} / ${column.unit}` : column.title));
  return lines([head, ...table.rows].map(row => row.map(quoted)));
}

/** Two columns a curve, as the points of curves differ. */
export function plotCsv({ plot }: PlotFigure): string {
  const longest = Math.max(0, ...plot.series.map(series => series.x.length));
  const head = plot.series.flatMap(series => [`${series.label}: ${plot.x.label}`, `${series.label}: ${plot.y.label}`, ...(series.bars ? [`${series.label}: ±`] : [])]);
  const rows = Array.from({ length: longest }, (_, i) => plot.series.flatMap(series => [series.x[i], series.y[i], ...(series.bars ? [series.bars[i]] : [])].map(value => (value === null || value === undefined ? '' : String(value)))));
  return lines([head.map(quoted), ...rows]);
}
