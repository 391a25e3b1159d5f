import { complain } from '../../state/notices';
import { chosen, files, type LaboratoryFile, remove, seen } from './files';

/** The files that are here: a tick takes one into the analysis, its name shows what it is. */
export function FileList() {
  if (files.value.length === 0) return null;
  return (
    <ul class="lab-files" aria-label="Files">
      {files.value.map(file => <Entry key={file.answer.name} file={file} />)}
    </ul>
  );
}

function Entry({ file }: { readonly file: LaboratoryFile }) {
  const { name, format, problem } = file.answer;
  const choose = (isChosen: boolean) => {
    const now = new Set(chosen.value);
    if (isChosen) now.add(name);
    else now.delete(name);
    chosen.value = now;
  };
  return (
    <li>
      <input type="checkbox" aria-label={`Analyse ${name}`} checked={chosen.value.has(name)} onChange={event => choose(event.currentTarget.checked)} />
      <button type="button" class="plain lab-name" aria-pressed={seen.value === name} onClick={() => (seen.value = name)} title={name}>
        <span>{name}</span>
        <small class={problem ? 'problem' : 'muted'}>{problem ? 'cannot be read' : format}</small>
      </button>
      <button type="button" class="plain" aria-label={`Take ${name} away`} onClick={() => void remove(file).catch(complain)}>×</button>
    </li>
  );
}
