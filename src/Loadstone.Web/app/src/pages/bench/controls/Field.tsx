import type { ComponentChildren } from 'preact';
import type { HelpTopic } from '../../../fields/Help';
import { QuantityField } from '../../../fields/QuantityField';
import type { QuantityKind } from '../../../fields/quantity';
import { endGesture, type DocumentPath } from '../../../state/document';
import { put, standing } from '../place';
import { problemAt } from '../problems';

/** Said beside a field whose value a variant sets. */
export const setBy = (by: string | null) => (by === null ? undefined : 'set by the variant');

interface FieldProps {
  readonly path: DocumentPath;
  readonly topic: HelpTopic;
  readonly kind: QuantityKind;
  readonly standard?: string | undefined;
  readonly low?: number;
  readonly high?: number;
  /** Stands in the place of the label. */
  readonly head?: ComponentChildren;
  /** Takes the new text where it is more than a value at a path. */
  readonly change?: (text: string, gesture: string) => void;
}

/** A quantity of the document, edited where it is said: in the document or in the variant. */
export function Field({ path, change, ...rest }: FieldProps) {
  const { value, by } = standing(path);
  return <QuantityField {...rest} text={value} note={setBy(by)} problem={problemAt(path)} onChange={change ?? ((text, gesture) => put(path, text, gesture))} onEnd={endGesture} onClear={rest.standard === undefined || change ? undefined : () => put(path, undefined)} />;
}

/** A ratio is a number in the document, without a unit. */
export function NumberField({ path, ...rest }: Omit<FieldProps, 'change'>) {
  const { value, by } = standing(path);
  return (
    <QuantityField {...rest} text={typeof value === 'number' ? String(value) : undefined} note={setBy(by)} problem={problemAt(path)} onEnd={endGesture}
      onChange={(text, gesture) => put(path, Number.isFinite(Number(text)) ? Number(text) : text, gesture)} />
  );
}
