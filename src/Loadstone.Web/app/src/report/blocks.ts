/** A curve or cloud of points; its x may come in any order, null leaves a gap. */
export interface PlotSeries {
  readonly label: string;
  readonly style: 'Line' | 'Points' | 'LineAndPoints' | 'Dashed';
  readonly color: string;
  readonly darkColor: string;
  readonly marker: string;
  readonly dash: readonly number[];
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
  readonly bars?: readonly (number | null)[];
}

export interface PlotAxis {
  readonly label: string;
  readonly log: boolean;
  readonly min: number;
  readonly max: number;
}

export interface PlotData {
  readonly name: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
}

export interface TableData {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly string[];
  readonly words: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string | null;
  readonly footnotes: readonly string[];
}

export interface PlotFigure {
  readonly kind: 'plot';
  readonly title: string;
  readonly caption: string | null;
  readonly plot: PlotData;
}

/** A block of a report as the server writes it. */
export type Block =
  | PlotFigure
  | TableData
  | { readonly kind: 'drawing'; readonly title: string; readonly caption: string | null; readonly svg: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function tableCsv(table: TableData): string {
  return [table.columns, ...table.rows].map(row => row.map(quoted).join(',')).join('\n') + '\n';
}

/** Two columns a curve, as the points of curves differ. */
export function plotCsv({ plot }: PlotFigure): string {
  const longest = Math.max(0, ...plot.series.map(series => series.x.length));
  const rows = [plot.series.flatMap(series => [quoted(`${series.label}: ${plot.x.label}`), quoted(`${series.label}: ${plot.y.label}`), ...(series.bars ? [quoted(`${series.label}: ±`)] : [])])];
  for (let i = 0; i < longest; i++) rows.push(plot.series.flatMap(series => [series.x[i], series.y[i], ...(series.bars ? [series.bars[i]] : [])].map(value => (value === null || value === undefined ? '' : String(value)))));
  return rows.map(row => row.join(',')).join('\n') + '\n';
}
