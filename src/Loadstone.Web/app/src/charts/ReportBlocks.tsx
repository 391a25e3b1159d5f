import { PlotFigure } from './PlotFigure';
import type { Block, TableBlock } from './report';
import './report.css';

/** Blocks of a report: words, tables that scroll on their own, plots side by side. */
export function ReportBlocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div class="report-blocks">
      {blocks.map((block, i) => {
        switch (block.kind) {
          case 'words': return <div key={i} class="report-wide">{block.lines.map(line => <p key={line}>{line}</p>)}</div>;
          case 'table': return <ReportTable key={i} table={block} />;
          case 'plot': return <PlotFigure key={i} plot={block} />;
          case 'drawing': return (
            <figure key={i} class="plot">
              <figcaption>{block.title}</figcaption>
              <img src={`data:image/svg+xml,${encodeURIComponent(block.svg)}`} alt={block.title} />
              {block.caption && <p class="note">{block.caption}</p>}
            </figure>
          );
        }
      })}
    </div>
  );
}

export function ReportTable({ table }: { readonly table: TableBlock }) {
  return (
    <div class="report-wide report-table" tabIndex={0} role="region" aria-label={table.title}>
      <table>
        <caption>{table.title}</caption>
        <thead>
          <tr>{table.columns.map((column, i) => <th key={i} scope="col" class={column.isNumber ? 'number' : undefined}>{column.title}{column.unit && <span class="unit"> / {column.unit}</span>}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => <tr key={r}>{row.map((cell, i) => <td key={i} class={table.columns[i]?.isNumber ? 'number' : undefined}>{cell}</td>)}</tr>)}
        </tbody>
      </table>
      {table.note && <p class="note">{table.note}</p>}
    </div>
  );
}
