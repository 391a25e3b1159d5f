import { useState } from 'preact/hooks';
import { complain } from '../state/notices';

const saysSo = 2000;

/** A text to take along, with a button that copies it. */
export function Copied({ text, label, rows }: { readonly text: string; readonly label: string; readonly rows: number }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), saysSo);
    } catch {
      complain('The browser does not let the page copy; select the text and copy it yourself.');
    }
  };
  return (
    <div class="copied">
      <textarea readOnly rows={rows} aria-label={label} value={text} spellcheck={false} onFocus={event => event.currentTarget.select()} />
      <button type="button" class="primary" onClick={() => void copy()}>{isCopied ? 'Copied' : 'Copy'}</button>
    </div>
  );
}
