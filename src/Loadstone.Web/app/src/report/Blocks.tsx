import './report.css';
import { download } from '../state/file';
import type { Block, TableData } from './blocks';
import { tableCsv } from './blocks';
import { PlotBlock } from './PlotBlock';

/** Blocks of a report: plots side by side where there is room, the rest below each other. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return <div class="blocks">{blocks.map((block, i) => <BlockView key={i} block={block} />)}</div>;
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'plot': return <PlotBlock figure={block} />;
    case 'table': return <TableBlock table={block} />;
    case 'text': return <p class="wide">{block.text}</p>;
    case 'list': return block.items.length === 0 ? null : <ul class="wide">{block.items.map(item => <li key={item}>{item}</li>)}</ul>;
    case 'drawing':
      return (
        <figure class="drawing">
          <figcaption>{block.title}</figcaption>
          <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(block.svg)}`} alt={[block.title, block.caption].filter(Boolean).join('. ')} />
          {block.caption && <p class="muted">{block.caption}</p>}
        </figure>
      );
  }
}

export function TableBlock({ table }: { readonly table: TableData }) {
  if (table.rows.length === 0) return null;
  return (
    <section class="wide">
      <div class="block-head">
        <h3 class="block-title">{table.title}</h3>
        <button type="button" class="small" onClick={() => download(new Blob([tableCsv(table)], { type: 'text/csv' }), `${table.title || 'table'}.csv`)} aria-label={`Download ${table.title} as CSV`}>CSV</button>
      </div>
      <div class="table-place" role="region" aria-label={table.title} tabIndex={0}>
        <table class="data">
          <thead><tr>{table.columns.map((column, i) => <th key={i} scope="col" class={table.words[i] ? undefined : 'number'}>{column}</th>)}</tr></thead>
          <tbody>{table.rows.map((row, r) => <tr key={r}>{row.map((cell, i) => <td key={i} class={table.words[i] ? undefined : 'number'}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
      {table.note && <p class="muted">{table.note}</p>}
      {table.footnotes.length > 0 && <ul class="footnotes">{table.footnotes.map(note => <li key={note}>{note}</li>)}</ul>}
    </section>
  );
}
