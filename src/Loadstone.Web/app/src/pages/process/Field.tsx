import type { HelpTopic } from '../../fields/Help';
import { QuantityField } from '../../fields/QuantityField';
import type { QuantityKind } from '../../fields/quantity';
import { endGesture, type DocumentPath } from '../../state/document';
import { written } from '../../state/paths';
import { put, standing } from '../bench/place';
import { problem } from './live';

interface FieldProps {
  readonly path: DocumentPath;
  readonly kind: QuantityKind;
  readonly title: string;
  readonly what: string;
  readonly standard?: string;
}

/** A quantity of the document at its place: what is typed or dragged goes into the text, what is wrong with it is said below. */
export function Field({ path, kind, title, what, standard }: FieldProps) {
  const stands = standing(path);
  const topic: HelpTopic = { title, what, unit: kind.unit, ...(standard === undefined ? {} : { range: `${standard} where the document leaves it out` }) };
  return (
    <QuantityField
      topic={topic}
      kind={kind}
      text={stands.value}
      standard={standard}
      note={stands.by === null ? undefined : `set by ${stands.by}`}
      problem={problem.value?.path === written(path) ? problem.value.message : undefined}
      onChange={(text, gesture) => put(path, text, gesture)}
      onEnd={endGesture}
    />
  );
}
