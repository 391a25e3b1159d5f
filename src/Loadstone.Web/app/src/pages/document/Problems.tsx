import { problems } from '../../state/checking';
import { text } from '../../state/document';
import { isConnected } from '../../state/server';
import { jumpTo } from './jumping';
import { extentOf } from './marks';

/** What is wrong with the document, in the words of the command line; each leads to its place. */
export function Problems() {
  return (
    <section class="problems" aria-label="Problems" aria-live="polite">
      {!isConnected.value && <p class="muted">The text is checked when the connection is back.</p>}
      {isConnected.value && problems.value?.length === 0 && <p class="fine">No problems: every variant can be built.</p>}
      <ul>
        {problems.value?.map(problem => (
          <li key={problem.message}>
            <button type="button" class="plain" onClick={() => jumpTo(extentOf(problem, text.value))}>
              <span class="muted">{problem.line != null && `Line ${problem.line} `}{problem.path}</span> <span class="problem">{problem.message}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
