import { Blocks } from '../../report/Blocks';
import { PlotBlock } from '../../report/PlotBlock';
import { Numbers } from './Numbers';
import { position } from './player';
import { plotsOf } from './plots';
import { asked, fillings, order, seconds } from './run';

/** Curves against the injected volume, numbers with their errors over the beds, and the rest of the report. */
export function Results() {
  const all = fillings.value;
  const withResult = all.filter(one => one.result !== null);
  return (
    <>
      <div class="wetting-plots">{plotsOf(all).map(figure => <PlotBlock key={figure.plot.name} figure={figure} marker={position} />)}</div>
      {order.value && <p class="order"><strong>{order.value.words}</strong> <span class="muted">{order.value.note}</span></p>}
      {withResult.length > 0 && <Numbers />}
      {withResult.flatMap(one => one.result!.warnings.map(warning => <p key={one.name + warning} class="warning">{one.name}: {warning}</p>))}
      {withResult.map(one => one.result!.sections.length > 0 && (
        <details key={one.name} open={asked.value?.mode === 'cell'}>
          <summary>{one.name}</summary>
          {one.result!.sections.map(section => <section key={section.heading}><h3>{section.heading}</h3><Blocks blocks={section.blocks} /></section>)}
        </details>
      ))}
      {seconds.value !== null && <p class="muted">Computed in {seconds.value.toFixed(1)} s.</p>}
    </>
  );
}
