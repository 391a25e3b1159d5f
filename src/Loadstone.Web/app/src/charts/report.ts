/** Sections of a report as the server sends them. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block = Words | TableBlock | Plot | Drawing;

export interface Words {
  readonly kind: 'words';
  readonly lines: readonly string[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly unit: string | null; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string | null;
}

export interface Drawing {
  readonly kind: 'drawing';
  readonly title: string;
  readonly svg: string;
  readonly caption: string | null;
}

export interface Plot {
  readonly kind: 'plot';
  readonly name: string;
  readonly title: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
  readonly caption: string | null;
}

export interface PlotAxis {
  readonly label: string;
  readonly logarithmic: boolean;
  readonly min: number | null;
  readonly max: number | null;
}

export interface PlotSeries {
  readonly label: string;
  readonly style: 'Line' | 'Points' | 'LineAndPoints' | 'Dashed';
  /** Series of one number share a colour. */
  readonly color: number | null;
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
  /** Halves of the bars about the points. */
  readonly bars: readonly (number | null)[] | null;
}

/** The block of a kind and title, wherever it stands. */
export const plotNamed = (sections: readonly Section[], name: string): Plot | undefined =>
  sections.flatMap(section => section.blocks).find((block): block is Plot => block.kind === 'plot' && block.name.startsWith(name));
