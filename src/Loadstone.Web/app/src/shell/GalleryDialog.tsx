import { useEffect } from 'preact/hooks';
import { beginWith, gallery, loadGallery } from '../state/gallery';
import { complain, say } from '../state/notices';
import { Dialog } from './Dialog';

/** A new design begins as one that is there already. */
export function GalleryDialog({ onClose }: { readonly onClose: () => void }) {
  useEffect(() => void loadGallery().catch(complain), []);
  return (
    <Dialog title="Begin with a design" onClose={onClose}>
      <p class="muted">It takes the place of the one on the page; undo brings that back.</p>
      {!gallery.value && <p>Fetching the designs…</p>}
      <ul class="gallery">
        {gallery.value?.map(design => (
          <li key={design.name}>
            <button
              type="button"
              onClick={() => beginWith(design).then(() => say(`Began with “${design.title}”.`), complain).then(onClose)}
            >
              <strong>{design.title}</strong>
              <span>{design.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
