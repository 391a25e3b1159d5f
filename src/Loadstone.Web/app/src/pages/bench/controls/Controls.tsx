import { ChoiceField } from '../../../fields/ChoiceField';
import { kinds } from '../../../fields/quantity';
import { at, set } from '../../../state/document';
import { add, layers, type Side } from '../layers';
import { arrangement, put, standing, variant } from '../place';
import { problemAt } from '../problems';
import { topics } from '../topics';
import { CellParts } from './CellParts';
import { Field, NumberField } from './Field';
import { LayerCard } from './LayerCard';
import { Rates } from './Rates';

const orders = [{ value: 'as written', label: 'as written, first at the foil' }, { value: 'reversed', label: 'reversed' }, { value: 'mixed', label: 'mixed into one layer' }];

/** All that can be set with fields and sliders. */
export function Controls() {
  const negative = standing(['negative']).value;
  const set = standing(['cell']).value;
  const isCoated = typeof negative === 'object' && negative !== null && 'layers' in negative;
  return (
    <form class="controls" aria-label="Design" onSubmit={event => event.preventDefault()}>
      <Coating side="positive" title="Positive electrode" />
      {isCoated && <Coating side="negative" title="Negative electrode" />}
      {typeof set === 'string' && <p class="muted">The cell is the published parameter set {set} (see Library): its electrodes, separator and electrolyte stand as they were measured.</p>}
      <section>
        <h2>Cell</h2>
        {typeof set !== 'string' && <CellParts isCoated={isCoated} />}
        <Field path={['temperature']} topic={topics.temperature} kind={kinds.temperature} standard="25 °C" />
        <Rates />
      </section>
    </form>
  );
}

function Coating({ side, title }: { readonly side: Side; readonly title: string }) {
  const list = layers(side);
  const order = arrangement(side);
  const places = list.map((_, i) => i);
  // The list stands as the drawing does: what is on top comes first.
  const shown = (side === 'positive') === (order === 'reversed') ? places : places.reverse();
  const has = (field: string) => standing([side, field]).value !== undefined;
  if (list.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {(has('loading') || (side === 'positive' && !has('thickness'))) && <Field path={[side, 'loading']} topic={topics.loading} kind={kinds.loading} />}
      {has('npRatio') && <NumberField path={[side, 'npRatio']} topic={topics.npRatio} kind={kinds.npRatio} />}
      {has('thickness') && <Field path={[side, 'thickness']} topic={topics.thickness} kind={kinds.thickness} />}
      {has('pressDensity') ? <Field path={[side, 'pressDensity']} topic={topics.pressDensity} kind={kinds.pressDensity} /> : <Field path={[side, 'porosity']} topic={topics.porosity} kind={kinds.porosity} standard={has('loading') && has('thickness') ? 'follows' : undefined} />}
      {list.length > 1 && <ChoiceField topic={topics.arrangement} value={order} choices={orders} note={isOrderedByVariant(side) ? 'set by the variant' : undefined} problem={problemAt([side, 'arrangement'])} onChange={to => setOrder(side, to)} />}
      {shown.map(index => <LayerCard key={index} side={side} index={index} list={list} reversed={shown[0] === 0} />)}
      <button type="button" class="add" onClick={() => add(side)}>+ Add a layer</button>
    </section>
  );
}

const isOrderedByVariant = (side: Side) => variant.value !== null && typeof at(['variants', variant.value, `${side}.layers`]) === 'string';

function setOrder(side: Side, to: string): void {
  const said = to === 'as written' ? undefined : to;
  if (isOrderedByVariant(side)) set(['variants', variant.value!, `${side}.layers`], said);
  else put([side, 'arrangement'], said);
}
