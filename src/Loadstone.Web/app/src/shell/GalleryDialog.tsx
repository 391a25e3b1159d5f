import { useEffect } from 'preact/hooks';
import type { Example } from '../state/designs';
import { beginWith, gallery, loadGallery } from '../state/gallery';
import { complain, say } from '../state/notices';
import { Dialog } from './Dialog';

/** A new design begins as one that is there already. */
export function GalleryDialog({ onClose }: { readonly onClose: () => void }) {
  useEffect(() => void loadGallery().catch(complain), []);
  const take = (design: Example) => void beginWith(design).then(() => say(`Began with “${design.title}”.`), complain).then(onClose);
  return (
    <Dialog title="Begin with a design" onClose={onClose}>
      <p class="muted">It takes the place of the one on the page; undo brings that back.</p>
      {!gallery.value && <p>Fetching the designs…</p>}
      <Designs heading="To start with" all={gallery.value?.filter(design => design.gallery)} onTake={take} />
      <Designs heading="Examples" all={gallery.value?.filter(design => !design.gallery)} onTake={take} />
    </Dialog>
  );
}

function Designs({ heading, all, onTake }: { readonly heading: string; readonly all: readonly Example[] | undefined; readonly onTake: (design: Example) => void }) {
  if (!all || all.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <ul class="gallery">
        {all.map(design => (
          <li key={design.name}>
            <button type="button" onClick={() => onTake(design)}>
              <strong>{design.title}</strong>
              <span>{design.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
