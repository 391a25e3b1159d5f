import { Editor } from './Editor';
import { Problems } from './Problems';
import './document.css';

/** The design document as text, with what it amounts to beside it. */
export function DocumentPage() {
  return (
    <div class="document-page">
      <Editor />
      <aside aria-label="What the document amounts to">
        <Problems />
      </aside>
    </div>
  );
}
