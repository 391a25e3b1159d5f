import { useEffect, useState } from 'preact/hooks';
import { text } from '../state/document';
import { complain } from '../state/notices';
import { toFragment } from '../state/share';
import { Copied } from './Copied';
import { Dialog } from './Dialog';

/** Programs for mail and chat are known to cut addresses longer than this. */
const comfortable = 2000;

/** An address that holds the whole design. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const [link, setLink] = useState('');
  useEffect(() => {
    toFragment(text.value).then(fragment => setLink(location.origin + location.pathname + fragment), complain);
  }, [text.value]);
  return (
    <Dialog title="Share the design as a link" onClose={onClose}>
      <p>The link holds all of the design, compressed, with its comments. Nothing is stored anywhere: whoever opens it in a workbench of their own reads it from the address.</p>
      <Copied text={link} label="Link" rows={5} />
      <p class={link.length > comfortable ? 'warning' : 'muted'}>
        {link.length.toLocaleString('en')} characters for a document of {text.value.length.toLocaleString('en')}.
        {link.length > comfortable && ' Some programs for mail or chat cut long links; the page notices and says so. The saved file is the safer way then.'}
      </p>
    </Dialog>
  );
}
