import { effect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { text } from '../state/document';

/** A page whose fault leaves the rest standing: the document stays in reach, and another text of it is a new attempt. */
export function Sheltered({ children }: { readonly children: ComponentChildren }) {
  const [fault, again] = useErrorBoundary();
  useEffect(() => {
    if (!fault) return;
    const failed = text.peek();
    return effect(() => {
      if (text.value !== failed) again();
    });
  }, [fault]);
  if (!fault) return <>{children}</>;
  return (
    <section class="fault" role="alert">
      <h2>This page cannot show the design as it is</h2>
      <p>This should not have happened. Your design is kept: undo the last change, go to another page, or save it. Please report it with the document: <code>{String(fault)}</code></p>
      <button type="button" onClick={again}>Try again</button>
    </section>
  );
}
