import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Help, type HelpTopic } from './Help';
import { plain, read, write, type QuantityKind } from './quantity';
import './fields.css';

export interface QuantityFieldProps {
  readonly topic: HelpTopic;
  readonly kind: QuantityKind;
  /** Text as it stands in the document; undefined where it is left out. */
  readonly text: unknown;
  /** Shown where the document leaves it out. */
  readonly standard?: string | undefined;
  readonly low?: number;
  readonly high?: number;
  /** Stands in the place of the label. */
  readonly head?: ComponentChildren;
  /** Said beside the field, as "set by the variant". */
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  /** New text for the document; changes of one gesture are undone together. */
  readonly onChange: (text: string, gesture: string) => void;
  readonly onEnd: () => void;
  /** Called where the field is left empty: the document then leaves it out. */
  readonly onClear?: (() => void) | undefined;
}

const steps = 1000;

/** A quantity with its unit: a slider for the hand, a field for exact numbers (in any unit that is known). */
export function QuantityField({ topic, kind, text, standard, low = kind.low, high = kind.high, head, note, problem, onChange, onEnd, onClear }: QuantityFieldProps) {
  const id = useId();
  const number = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const value = read(text, kind);
  const change = (to: number) => onChange(write(Math.max(Math.min(0, kind.low), to), kind), id);
  const shown = typed ?? (value !== null ? plain(value, kind) : typeof text === 'string' ? text : '');
  const implied = read(standard, kind);
  const at = value ?? implied ?? low;
  const ends = { low: Math.min(low, at), high: Math.max(high, at) };
  const slider = kind.log
    ? { min: 0, max: steps, step: 1, at: (steps * Math.log(at / ends.low)) / Math.log(ends.high / ends.low), of: (x: number) => ends.low * (ends.high / ends.low) ** (x / steps) }
    : { min: ends.low, max: ends.high, step: kind.step, at, of: (x: number) => x };

  const type = (written: string) => {
    setTyped(written);
    const trimmed = written.trim();
    if (/^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i.test(trimmed)) onChange(`${trimmed.replace(',', '.')} ${kind.unit}`.trimEnd(), id);
    else if (read(trimmed, kind) !== null) onChange(trimmed, id);
  };
  const leave = () => {
    // What cannot be read here goes to the document as it is: its own reader says what is wrong with it.
    if (typed !== null && typed.trim() !== '' && !/\d$/.test(typed.trim()) && read(typed, kind) === null) onChange(typed.trim(), id);
    if (typed?.trim() === '' && text !== undefined) onClear?.();
    setTyped(null);
    onEnd();
  };
  const key = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (event.key === 'Enter') leave();
    if (event.key === 'Escape') setTyped(null);
    if (direction === 0 || value === null) return;
    event.preventDefault();
    setTyped(null);
    change(value + direction * kind.step * (event.shiftKey ? 10 : 1));
  };

  return (
    <div class={problem ? 'quantity wrong' : 'quantity'}>
      <span class="quantity-label">
        {head ?? <label for={id}>{topic.title}</label>}
        <Help topic={topic}>?</Help>
        {note && <em class="note">{note}</em>}
      </span>
      <input
        class="quantity-slider"
        type="range"
        aria-label={topic.title}
        aria-valuetext={value !== null ? `${plain(value, kind)} ${kind.unit}` : standard}
        min={slider.min}
        max={slider.max}
        step={slider.step}
        value={slider.at}
        onInput={event => change(slider.of(event.currentTarget.valueAsNumber))}
        onChange={onEnd}
      />
      <span class="quantity-number">
        <input
          id={id}
          aria-label={head ? topic.title : undefined}
          ref={number}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          spellcheck={false}
          value={shown}
          placeholder={implied !== null ? plain(implied, kind) : standard}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onInput={event => type(event.currentTarget.value)}
          onKeyDown={key}
          onBlur={leave}
        />
        <span class="unit" aria-hidden="true">{kind.unit}</span>
      </span>
      {problem && <p class="problem" id={`${id}-problem`}>{problem}</p>}
    </div>
  );
}
