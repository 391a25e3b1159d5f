import { enter, problem, run, thisDesign, valueOf } from './analysing';
import { files } from './files';
import type { AnalysisOption } from './types';

/** An option of an analysis as a field; what it means stands below it. */
export function OptionField({ option }: { readonly option: AnalysisOption }) {
  const value = valueOf(option.name);
  const id = `option${option.name}`;
  const set = (to: string, isWhole: boolean) => {
    enter(option.name, to);
    if (isWhole) void run();
  };
  const wrong = problem.value?.path === option.name ? problem.value.message : null;
  const shared = { id, 'aria-describedby': `${id}-help`, 'aria-invalid': wrong !== null, required: option.isRequired && !option.default };
  const label = <span>{option.file === 'design' ? 'beside a design' : words(option.name)}{option.isRequired && !option.default ? ' (needed)' : ''}</span>;
  const help = (
    <small id={`${id}-help`} class="muted">
      {wrong && <span class="problem">{wrong}</span>}
      {option.description}
    </small>
  );
  if (option.isSwitch) {
    return (
      <label class="field switch">
        <input {...shared} required={false} type="checkbox" checked={value !== ''} onChange={event => set(event.currentTarget.checked ? 'on' : '', true)} />
        {label}
        {help}
      </label>
    );
  }
  return <label class="field">{label}<Control option={option} value={value} shared={shared} set={set} />{help}</label>;
}

interface ControlProps {
  readonly option: AnalysisOption;
  readonly value: string;
  readonly shared: { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean; readonly required: boolean };
  readonly set: (to: string, isWhole: boolean) => void;
}

function Control({ option, value, shared, set }: ControlProps) {
  const names = files.value.map(file => file.answer.name);
  // A word in capitals stands for a value and is no example of one.
  const hint = option.default ?? (option.example && !/^[A-Z|]+$/.test(option.example) ? option.example : '');
  if (option.values.length > 0 || ((option.file === 'design' || option.file === 'file') && !option.isMany)) {
    return (
      <select {...shared} value={value} onChange={event => set(event.currentTarget.value, true)}>
        <option value="">{option.default ?? 'none'}</option>
        {option.file === 'design' && <option value={thisDesign}>the design of this workbench</option>}
        {(option.values.length > 0 ? option.values.filter(one => one !== option.default) : names.filter(name => option.file !== 'design' || name.endsWith('.json'))).map(name => <option key={name} value={name}>{name}</option>)}
      </select>
    );
  }
  if (option.isMany) return <textarea {...shared} rows={2} placeholder={`${hint}${hint ? '\n' : ''}one a line`} value={value} onInput={event => set(event.currentTarget.value, false)} />;
  return (
    <>
      <input {...shared} type="text" autocomplete="off" spellcheck={false} placeholder={hint} value={value} list={option.file === 'fileOrMaterial' ? `${shared.id}-names` : undefined} onInput={event => set(event.currentTarget.value, false)} />
      {option.file === 'fileOrMaterial' && <datalist id={`${shared.id}-names`}>{names.map(name => <option key={name} value={name} />)}</datalist>}
    </>
  );
}

/** "--one-c" as people read it. */
export const words = (name: string) => name.replace(/^--/, '').replaceAll('-', ' ');
