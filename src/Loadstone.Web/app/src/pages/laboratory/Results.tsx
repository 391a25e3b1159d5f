import { Blocks } from '../../report/Blocks';
import { TableBlock } from '../../report/TableBlock';
import { Copied } from '../../shell/Copied';
import { download } from '../../state/file';
import { complain } from '../../state/notices';
import { isBusy, report } from './analysing';
import type { Result, Sample } from './types';

/** Numbers with their uncertainty, tables and plots of an analysis; the command that repeats it. */
export function Results({ result }: { readonly result: Result }) {
  return (
    <section class={isBusy.value ? 'lab-results stale' : 'lab-results'} aria-label={`Results of ${result.analysis}`} aria-busy={isBusy.value}>
      <div class="lab-actions">
        <h2>{result.analysis}</h2>
        <button type="button" onClick={() => download(new Blob([result.csv], { type: 'text/csv' }), `${result.analysis}.csv`)}>Table (CSV)</button>
        <button type="button" onClick={() => void report().catch(complain)}>Report (HTML)</button>
      </div>
      {result.summary && <TableBlock table={result.summary} />}
      {result.samples.map((sample, i) => <SampleView key={`${sample.sample} ${i}`} sample={sample} isAlone={result.samples.length === 1} />)}
      <details class="lab-command" open>
        <summary>The same on the command line</summary>
        <Copied text={result.command} label="Command" rows={2} />
      </details>
    </section>
  );
}

function SampleView({ sample, isAlone }: { readonly sample: Sample; readonly isAlone: boolean }) {
  return (
    <details class="lab-sample" open={isAlone}>
      <summary><h3>{sample.sample}</h3></summary>
      {sample.warnings.length > 0 && <ul class="warning">{sample.warnings.map(warning => <li key={warning}>{warning}</li>)}</ul>}
      {sample.numbers.length > 0 && (
        <dl class="numbers">{sample.numbers.map(number => <div key={number.name}><dt>{number.name}</dt><dd>{number.text}</dd></div>)}</dl>
      )}
      {sample.sections.map(section => (
        <section key={section.heading}>
          <h3>{section.heading}</h3>
          <Blocks blocks={section.blocks} />
        </section>
      ))}
      {sample.numbers.length > 0 && <p class="muted">± is half of the 95 % confidence interval.</p>}
    </details>
  );
}
