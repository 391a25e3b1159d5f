import { describe, expect, it } from 'vitest';
import type { PlotFigure, TableData } from '../src/report/blocks';
import { plotCsv, tableCsv } from '../src/report/csv';

describe('a table as text', () => {
  it('has units in its head, and quotes what holds commas or quotes', () => {
    const table: TableData = { kind: 'table', title: 't', columns: [{ title: 'sample', unit: null, isNumber: false }, { title: 'thickness', unit: 'µm', isNumber: true }], rows: [['a, "b"', '5.2']], note: null, footnotes: [] };
    expect(tableCsv(table)).toBe('sample,thickness / µm\n"a, ""b""",5.2\n');
  });
});

describe('a plot as text', () => {
  it('keeps the points of each curve, of different numbers, with their bars', () => {
    const look = { style: 'Line', color: '#000', darkColor: '#fff', dash: [] } as const;
    const plot: PlotFigure = {
      kind: 'plot', title: 'p', caption: null,
      plot: { name: 'p', x: { label: 't / s', log: false, min: 0, max: 2 }, y: { label: 'E / V', log: false, min: 0, max: 1 }, series: [{ ...look, label: 'a', x: [0, 1, 2], y: [1, null, 0.5] }, { ...look, label: 'b', x: [0], y: [0.25], bars: [0.1] }] },
    };
    expect(plotCsv(plot)).toBe('a: t / s,a: E / V,b: t / s,b: E / V,b: ±\n0,1,0,0.25,0.1\n1,,,,\n2,0.5,,,\n');
  });
});
