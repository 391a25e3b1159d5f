import { text } from '../../state/document';
import { Consequences } from './Consequences';
import { Editor } from './Editor';
import { FieldHelp } from './FieldHelp';
import { Problems } from './Problems';
import './document.css';

/** The design document as text, beside what follows from it. The editor draws the lines in view alone; on paper a plain copy stands in its place. */
export function DocumentPage() {
  return (
    <div class="document-page">
      <section class="written" aria-label="Text">
        <Editor />
        <pre class="on-paper">{text.value}</pre>
        <FieldHelp />
        <Problems />
      </section>
      <Consequences />
    </div>
  );
}
