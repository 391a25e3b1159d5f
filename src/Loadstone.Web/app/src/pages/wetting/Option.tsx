import { useId } from 'preact/hooks';
import { Help } from '../../fields/Help';
import { change, options, type Options } from './options';
import { problem } from './run';

interface TextOptionProps {
  readonly name: keyof Options;
  readonly option: string;
  readonly title: string;
  readonly what: string;
  /** What can be used, or usually is. */
  readonly range?: string;
  readonly standard?: string;
}

/** A quantity as text with its unit, or a list of them. */
export function TextOption({ name, option, title, what, range, standard }: TextOptionProps) {
  return (
    <OptionRow option={option} title={title} what={what} range={range}>
      {id => <input id={id} type="text" autocomplete="off" spellcheck={false} placeholder={standard} value={String(options.value[name])} aria-invalid={problem.value?.path === option || undefined} onInput={event => change({ [name]: event.currentTarget.value })} />}
    </OptionRow>
  );
}

/** A number without a unit. */
export function NumberOption({ name, option, title, what, range, max, step }: Omit<TextOptionProps, 'standard'> & { readonly max: number; readonly step: number }) {
  return (
    <OptionRow option={option} title={title} what={what} range={range}>
      {id => <input id={id} type="number" min={step} max={max} step={step} value={Number(options.value[name])} onInput={event => Number.isFinite(event.currentTarget.valueAsNumber) && change({ [name]: event.currentTarget.valueAsNumber })} />}
    </OptionRow>
  );
}

interface OptionRowProps {
  readonly option: string;
  readonly title: string;
  readonly what: string;
  readonly range: string | undefined;
  readonly children: (id: string) => preact.ComponentChild;
}

function OptionRow({ option, title, what, range, children }: OptionRowProps) {
  const id = useId();
  const wrong = problem.value?.path === option ? problem.value.message : null;
  return (
    <div class="option">
      <span><label for={id}>{title}</label> <Help topic={{ title, what, ...(range === undefined ? {} : { range }), source: `${option} on the command line` }}>?</Help></span>
      {children(id)}
      {wrong && <p class="problem">{wrong}</p>}
    </div>
  );
}
