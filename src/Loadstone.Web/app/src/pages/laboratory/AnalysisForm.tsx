import { analysis, analysisName, fitting, isBusy, missing, openOptions, run, stop, take } from './analysing';
import { chosenFiles } from './files';
import { OptionField, words } from './OptionField';
import type { Analysis } from './types';

/** The choice of the analysis, and its options as fields. */
export function AnalysisForm() {
  const { fits, others } = fitting.value;
  const one = analysis.value;
  const count = chosenFiles.value.length;
  return (
    <form
      class="lab-form"
      onSubmit={event => {
        event.preventDefault();
        void run();
      }}
    >
      <label class="field">
        <span>Analysis of {count === 1 ? chosenFiles.value[0]!.answer.name : `${count} files`}</span>
        <select value={analysisName.value ?? ''} disabled={count === 0} onChange={event => take(event.currentTarget.value)}>
          <option value="" disabled>Choose …</option>
          {fits.length > 0 && <optgroup label="fit these files">{fits.map(option)}</optgroup>}
          <optgroup label="others">{others.map(option)}</optgroup>
        </select>
      </label>
      {one && (
        <>
          <p class="muted lab-what">{one.description}</p>
          {openOptions.value.map(field => <OptionField key={`${one.name} ${field.name}`} option={field} />)}
          {one.remarks && <p class="muted lab-what">{one.remarks}</p>}
          <div class="lab-run">
            <button type="submit" class="primary" disabled={count === 0 || missing.value.length > 0}>Analyse</button>
            {isBusy.value && <button type="button" onClick={stop}>Stop</button>}
            <span class="muted" role="status">{isBusy.value ? 'Computing …' : missing.value.length > 0 ? `Needs ${missing.value.map(field => words(field.name)).join(', ')}.` : ''}</span>
          </div>
        </>
      )}
    </form>
  );
}

const option = (one: Analysis) => <option key={one.name} value={one.name} title={one.description}>{one.name}</option>;
