import { ChoiceField, type Choice } from '../../../fields/ChoiceField';
import type { HelpTopic } from '../../../fields/Help';
import { QuantityField } from '../../../fields/QuantityField';
import type { QuantityKind } from '../../../fields/quantity';
import { endGesture, type DocumentPath } from '../../../state/document';
import { put, standing } from '../place';
import { problemAt } from '../problems';

const note = (by: string | null) => (by === null ? undefined : 'set by the variant');

interface FieldProps {
  readonly path: DocumentPath;
  readonly topic: HelpTopic;
  readonly kind: QuantityKind;
  readonly standard?: string | undefined;
  readonly low?: number;
  readonly high?: number;
  /** Takes the new text where it is more than a value at a path. */
  readonly change?: (text: string, gesture: string) => void;
}

/** A quantity of the document, edited where it is said: in the document or in the variant. */
export function Field({ path, change, ...rest }: FieldProps) {
  const { value, by } = standing(path);
  return <QuantityField {...rest} text={value} note={note(by)} problem={problemAt(path)} onChange={change ?? ((text, gesture) => put(path, text, gesture))} onEnd={endGesture} />;
}

/** A named thing of the document. */
export function NamedField({ path, topic, choices, standard }: { readonly path: DocumentPath; readonly topic: HelpTopic; readonly choices: readonly Choice[]; readonly standard: string }) {
  const { value, by } = standing(path);
  if (value !== undefined && typeof value !== 'string') return null;
  return <ChoiceField topic={topic} value={value ?? standard} choices={choices} note={note(by)} problem={problemAt(path)} onChange={to => put(path, to)} />;
}
