import { useEffect, useState } from 'preact/hooks';
import { fileName } from '../../state/file';
import { text } from '../../state/document';
import { FillingView } from './FillingView';
import { OptionFields } from './OptionFields';
import { commands, isReady, options } from './options';
import { play, rewind } from './player';
import { Player } from './Player';
import { RankingView } from './RankingView';
import { Results } from './Results';
import { asked, done, fillings, isRunning, problem, ranking, start, stop } from './run';
import './wetting.css';

/** How electrolyte gets into the electrode: a run of beds side by side, watched while it fills. */
export function WettingPage() {
  const [field, setField] = useState<string | null>(null);
  useEffect(play, []);
  const begin = () => {
    setField(null);
    rewind(options.value.mode === 'capillary');
    void start();
  };
  const isBed = asked.value !== null && (asked.value.mode === 'capillary' || asked.value.mode === 'study');
  return (
    <div class="wetting">
      <form class="wetting-options" aria-label="Settings of the run" onSubmit={event => (event.preventDefault(), begin())}>
        <OptionFields />
        <details>
          <summary>On the command line</summary>
          <pre class="wetting-command" tabIndex={0}>{commands(fileName.value).join('\n')}</pre>
        </details>
        <div class="wetting-start">
          <button type="submit" class="primary" disabled={text.value.trim() === '' || !isReady(options.value)}>{isRunning.value ? 'Start anew' : options.value.mode === 'ranking' ? 'Rank' : 'Fill'}</button>
          <button type="button" disabled={!isRunning.value} onClick={stop}>Stop</button>
          {isRunning.value && <span class="muted" role="status">{Math.round(100 * done.value)} %</span>}
        </div>
      </form>
      <div class="wetting-results" role="region" aria-label="Run" tabIndex={0}>
        {problem.value && <p class="problem" role="alert">{problem.value.path && <code>{problem.value.path}</code>} {problem.value.message}</p>}
        {asked.value === null && !problem.value && <p class="muted wetting-hint">Choose a model and fill: a section of the electrode is a bed of discs of the particles' sizes, electrolyte comes from above, the foil is below.</p>}
        {isBed && fillings.value.length > 0 && (
          <>
            <div class="fillings">{fillings.value.map(one => <FillingView key={one.name} one={one} field={field} />)}</div>
            <Key />
            <Player field={field} onField={setField} />
          </>
        )}
        {ranking.value && <RankingView ranking={ranking.value} />}
        <Results />
      </div>
    </div>
  );
}

function Key() {
  const behind = asked.value?.mode === 'study' ? 'air that the flow leaves behind' : 'trapped air';
  return (
    <ul class="wetting-key" aria-label="Colours">
      <li><i class="of-particle" />particle</li>
      <li><i class="of-liquid" />electrolyte</li>
      <li><i class="of-air" />air</li>
      <li><i class="of-trapped" />{behind}</li>
    </ul>
  );
}
