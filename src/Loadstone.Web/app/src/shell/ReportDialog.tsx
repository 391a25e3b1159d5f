import { useEffect, useState } from 'preact/hooks';
import { report } from '../state/designs';
import { text } from '../state/document';
import { download, fileName } from '../state/file';
import { type Problem, ProblemError } from '../state/server';
import { Dialog } from './Dialog';

type State = { readonly is: 'computing' } | { readonly is: 'done'; readonly name: string } | { readonly is: 'wrong'; readonly problem: Problem };

/** Runs all variants and hands the report of `loadstone run` to the downloads; closing it stops the computation. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const [state, setState] = useState<State>({ is: 'computing' });
  useEffect(() => {
    const stop = new AbortController();
    const name = fileName.value.replace(/\.json$/i, '') + '-report.html';
    report(text.value, undefined, stop.signal).then(
      html => {
        download(new Blob([html], { type: 'text/html' }), name);
        setState({ is: 'done', name });
      },
      (error: unknown) => !stop.signal.aborted && setState({ is: 'wrong', problem: error instanceof ProblemError ? error.problem : { message: 'The server cannot be reached. Try again when the connection is back.' } }),
    );
    return () => stop.abort();
  }, []);
  return (
    <Dialog title="Report" onClose={onClose}>
      <div aria-live="polite">
        {state.is === 'computing' && <p>Every variant of the document is being simulated… <progress aria-label="Computing" /></p>}
        {state.is === 'done' && <p>{state.name} went to your downloads: one page that needs no network.</p>}
        {state.is === 'wrong' && <p class="problem">{state.problem.message}</p>}
      </div>
      <button type="button" onClick={onClose}>{state.is === 'computing' ? 'Cancel' : 'Close'}</button>
    </Dialog>
  );
}
