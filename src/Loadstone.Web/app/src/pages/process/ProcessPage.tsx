import { useEffect } from 'preact/hooks';
import { Blocks } from '../../report/Blocks';
import { text } from '../../state/document';
import { Layers } from './Layers';
import { LayerFields } from './LayerFields';
import { follow, isStale, made, problem } from './live';
import { begin, coatedSides, hasProcess, layerCount, type Side } from './sides';
import { StepFields } from './StepFields';
import './process.css';

const aside = ['Structure', 'Assumed values', 'Defaults taken'];

/** From slurry to pressed layers: every step with its numbers while its fields move. */
export function ProcessPage() {
  void text.value;
  const sides = coatedSides();
  const isMade = sides.some(hasProcess);
  useEffect(() => (isMade ? follow() : undefined), [isMade]);
  if (sides.length === 0) return <p class="process-empty">The document has no electrode with layers; a process starts from their slurries.</p>;
  return (
    <div class="process">
      <form class="process-fields" aria-label="Recipe and process" onSubmit={event => event.preventDefault()}>
        {sides.map(side => <Electrode key={side} side={side} titled={sides.length > 1} />)}
      </form>
      <div class={isStale.value ? 'process-results stale' : 'process-results'} role="region" aria-label="How it is made" aria-live="off" tabIndex={0}>{isMade ? <Results /> : <p class="muted">Slurry, wet film, drying, binder and carbon over the depth, cracks and press stand here as soon as an electrode has a process. Some of the examples below “New…” have one.</p>}</div>
    </div>
  );
}

function Electrode({ side, titled }: { readonly side: Side; readonly titled: boolean }) {
  return (
    <section aria-label={`${side} electrode`}>
      {titled && <h2>{side} electrode</h2>}
      {hasProcess(side)
        ? (
          <>
            {Array.from({ length: layerCount(side) }, (_, i) => <LayerFields key={i} side={side} index={i} />)}
            <StepFields side={side} />
          </>
        )
        : (
          <div class="process-begin">
            <p>This electrode states its structure and not how it is made. With a process its pores, its binder and its carbon follow from slurry, coater, oven and calender.</p>
            <button type="button" class="primary" onClick={() => begin(side)}>Start from slurries</button>
          </div>
        )}
    </section>
  );
}

function Results() {
  const now = made.value;
  return (
    <>
      {problem.value && <p class="problem" role="alert">{problem.value.path && <code>{problem.value.path}</code>} {problem.value.message}</p>}
      {now && (
        <>
          {now.warnings.length > 0 && (
            <section class="process-warnings" aria-label="Warnings">
              <ul>{now.warnings.map(warning => <li key={warning}>{warning}</li>)}</ul>
            </section>
          )}
          <Layers layers={now.layers} />
          {now.sections.filter(section => !aside.includes(section.heading)).map(section => (
            <section key={section.heading}>
              <h2>{section.heading}</h2>
              <Blocks blocks={section.blocks.filter(block => block.kind !== 'text' && block.kind !== 'list')} />
            </section>
          ))}
          {now.sections.filter(section => aside.includes(section.heading)).map(section => (
            <details key={section.heading}>
              <summary>{section.heading}</summary>
              <Blocks blocks={section.blocks} />
            </details>
          ))}
        </>
      )}
    </>
  );
}
