import { download } from '../state/file';
import type { TableData } from './blocks';
import { tableCsv } from './csv';

/** A table of a report; a long or wide one scrolls in its place. */
export function TableBlock({ table }: { readonly table: TableData }) {
  if (table.rows.length === 0) return null;
  const of = (i: number) => (table.columns[i]?.isNumber ? 'number' : undefined);
  const save = () => download(new Blob([tableCsv(table)], { type: 'text/csv' }), `${table.title || 'table'}.csv`);
  return (
    <section class="wide">
      <div class="block-head">
        <h3 class="block-title">{table.title}</h3>
        <button type="button" class="small" onClick={save} aria-label={`Download ${table.title} as CSV`}>CSV</button>
      </div>
      <div class="table-place" role="region" aria-label={table.title} tabIndex={0}>
        <table class="data">
          <thead><tr>{table.columns.map((column, i) => <th key={i} scope="col" class={of(i)}>{column.title}{column.unit && <span class="unit"> / {column.unit}</span>}</th>)}</tr></thead>
          <tbody>{table.rows.map((row, r) => <tr key={r}>{row.map((cell, i) => <td key={i} class={of(i)}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
      {table.note && <p class="muted table-note">{table.note}</p>}
      {table.footnotes.length > 0 && <ul class="footnotes">{table.footnotes.map(note => <li key={note}>{note}</li>)}</ul>}
    </section>
  );
}
