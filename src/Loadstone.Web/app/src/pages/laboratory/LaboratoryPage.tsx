import { useEffect } from 'preact/hooks';
import { useFileDrop } from '../../fields/fileDrop';
import { complain } from '../../state/notices';
import { AnalysisForm } from './AnalysisForm';
import { analysis, problem, result } from './analysing';
import { DropZone } from './DropZone';
import { FileList } from './FileList';
import { files, handIn, loadOffer, offer, seen } from './files';
import { FileView } from './FileView';
import './laboratory.css';
import { Results } from './Results';

/** Files of instruments in; what they are, what analyses make of them, a simulation beside. */
export function LaboratoryPage() {
  useEffect(() => void loadOffer().catch(complain), []);
  const looked = files.value.find(file => file.answer.name === seen.value);
  const { isOver, handlers } = useFileDrop(given => void handIn(given));
  return (
    <div class={isOver.value ? 'laboratory over' : 'laboratory'} {...handlers}>
      <div class="lab-side">
        <DropZone />
        <FileList />
        {files.value.length > 0 && <AnalysisForm />}
      </div>
      <div class="lab-main" role="region" aria-label="Files and results" tabIndex={0}>
        {files.value.length === 0 && <Welcome />}
        {problem.value && <p class="problem lab-problem" role="alert">{problem.value.path && <code>{problem.value.path}</code>} {problem.value.message}</p>}
        {looked?.answer.problem && <FileView file={looked.answer} isOpen />}
        {result.value && analysis.value && <Results result={result.value} />}
        {looked && !looked.answer.problem && <FileView file={looked.answer} isOpen={result.value === null} />}
      </div>
    </div>
  );
}

/** What can be handed in, and what can be made of it. */
function Welcome() {
  return (
    <section class="lab-empty">
      <h2>Hand in what was measured</h2>
      <p>Cycler exports (BioLogic, Neware, Arbin, Maccor, Basytec, Battery Data Format …), impedance spectra, rheology, drying, peel and tensile tables, diffraction, pictures and stacks. Formats are recognised by content. Files stay on the computer that runs Loadstone and are deleted when you take them away, after two quiet hours, and when it ends.</p>
      {offer.value && (
        <>
          <h3>What can be made of them</h3>
          <dl class="lab-offer">{offer.value.analyses.map(one => <div key={one.name}><dt>{one.name}</dt><dd>{one.description}</dd></div>)}</dl>
        </>
      )}
    </section>
  );
}
