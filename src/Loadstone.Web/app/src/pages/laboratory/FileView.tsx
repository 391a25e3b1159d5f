import { short } from '../../charts/axes';
import { Blocks } from '../../report/Blocks';
import type { FileAnswer } from './types';

/** What a file is: instrument, columns, a first look. */
export function FileView({ file, isOpen }: { readonly file: FileAnswer; readonly isOpen: boolean }) {
  return (
    <details class="lab-file" key={`${file.id} ${isOpen}`} open={isOpen}>
      <summary><h2>{file.name}</h2> <span class="muted">{[file.problem ? null : file.format, ...file.facts, size(file.bytes)].filter(Boolean).join(' · ')}</span></summary>
      {file.problem && <p class="problem" role="alert">{file.problem}</p>}
      {file.warnings.length > 0 && <ul class="warning">{file.warnings.map(warning => <li key={warning}>{warning}</li>)}</ul>}
      <Blocks blocks={file.pictures} />
      {file.columns.length > 0 && (
        <div class="table-place lab-columns" role="region" aria-label={`Columns of ${file.name}`} tabIndex={0}>
          <table class="data">
            <thead><tr><th scope="col">column</th><th scope="col" class="number">least</th><th scope="col" class="number">most</th></tr></thead>
            <tbody>
              {file.columns.map(column => (
                <tr key={column.name}><td>{column.name}</td><td class="number">{column.low === null ? '–' : short(column.low)}</td><td class="number">{column.high === null ? '–' : short(column.high)}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

const size = (bytes: number) => (bytes < 1e6 ? `${short(bytes / 1e3)} kB` : `${short(bytes / 1e6)} MB`);
