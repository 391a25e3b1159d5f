import { useEffect } from 'preact/hooks';
import { start } from '../bench/live';
import { Numbers } from '../bench/Numbers';
import { StackPicture } from '../bench/picture/StackPicture';
import { RatePlot } from '../bench/plots/RatePlot';

/** What follows from the text while it is written; a handle of the picture that is pulled writes into the text. */
export function Consequences() {
  useEffect(start, []);
  return (
    <aside class="consequences" aria-label="What follows from the document">
      <StackPicture />
      <section class="panel">
        <header><h2>Capacity against rate</h2></header>
        <RatePlot />
      </section>
      <section class="panel"><Numbers /></section>
    </aside>
  );
}
