import { useId } from 'preact/hooks';
import { Help, type HelpTopic } from './Help';
import './fields.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceFieldProps {
  readonly topic: HelpTopic;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One of several named things; a value that is not among them is kept and shown. */
export function ChoiceField({ topic, value, choices, note, problem, onChange }: ChoiceFieldProps) {
  const id = useId();
  const known = choices.some(c => c.value === value);
  return (
    <div class={problem ? 'quantity choice wrong' : 'quantity choice'}>
      <span class="quantity-label">
        <label for={id}>{topic.title}</label>
        <Help topic={topic}>?</Help>
        {note && <em class="note">{note}</em>}
      </span>
      <select id={id} value={value} aria-invalid={problem ? true : undefined} onChange={event => onChange(event.currentTarget.value)}>
        {!known && <option value={value}>{value}</option>}
        {choices.map(c => <option key={c.value} value={c.value}>{c.label}</option>)}
      </select>
      {problem && <p class="problem">{problem}</p>}
    </div>
  );
}
