import { text } from '../../state/document';
import { Editor } from './Editor';
import { Problems } from './Problems';
import './document.css';

/** The design document as text, with what it amounts to beside it. The editor draws the lines in view alone; on paper a plain copy stands in its place. */
export function DocumentPage() {
  return (
    <div class="document-page">
      <Editor />
      <pre class="on-paper">{text.value}</pre>
      <aside aria-label="What the document amounts to">
        <Problems />
      </aside>
    </div>
  );
}
