/** A section of a report as the server sends it. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block = TextBlock | ListBlock | TableData | PlotFigure | DrawingBlock;

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly string[];
}

export interface DrawingBlock {
  readonly kind: 'drawing';
  readonly title: string;
  readonly caption: string | null;
  readonly svg: string;
}

export interface TableColumn {
  readonly title: string;
  readonly unit: string | null;
  readonly isNumber: boolean;
}

export interface TableData {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly TableColumn[];
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

export interface PlotData {
  readonly name: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
}

export interface PlotAxis {
  readonly label: string;
  readonly log: boolean;
  readonly min: number;
  readonly max: number;
}

/** A curve or cloud of points; its x may come in any order, null leaves a gap. */
export interface PlotSeries {
  readonly label: string;
  readonly style: 'Line' | 'Points' | 'LineAndPoints' | 'Dashed';
  readonly color: string;
  readonly darkColor: string;
  readonly dash: readonly number[];
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
  /** Halves of the bars about the points. */
  readonly bars?: readonly (number | null)[];
}
