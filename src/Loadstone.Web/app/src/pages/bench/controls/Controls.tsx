import { kinds, read, write } from '../../../fields/quantity';
import { QuantityField } from '../../../fields/QuantityField';
import { ChoiceField } from '../../../fields/ChoiceField';
import { at, endGesture, set } from '../../../state/document';
import { add, layers, type Side } from '../layers';
import { arrangement, put, standing, variant } from '../place';
import { problemAt } from '../problems';
import { topics } from '../topics';
import { electrolytes, separators } from './catalogue';
import { Field, NamedField } from './Field';
import { LayerCard } from './LayerCard';
import { Rates } from './Rates';

const orders = [{ value: 'as written', label: 'as written, first at the foil' }, { value: 'reversed', label: 'reversed' }, { value: 'mixed', label: 'mixed into one layer' }];

/** All that can be set with fields and sliders. */
export function Controls() {
  const negative = standing(['negative']).value;
  const isCoated = typeof negative === 'object' && negative !== null;
  return (
    <form class="controls" aria-label="Design" onSubmit={event => event.preventDefault()}>
      <Coating side="positive" title="Positive electrode" />
      {isCoated && <Coating side="negative" title="Negative electrode" />}
      <section>
        <h2>Cell</h2>
        {!isCoated && <LithiumField text={typeof negative === 'string' ? negative : undefined} />}
        <NamedField path={['separator']} topic={topics.separator} choices={separators} standard="polypropylene 25 µm" />
        <NamedField path={['electrolyte']} topic={topics.electrolyte} choices={electrolytes} standard="1 M LiPF6 in EC:EMC 3:7" />
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
      {has('npRatio') && <RatioField side={side} />}
      {has('thickness') && <Field path={[side, 'thickness']} topic={topics.thickness} kind={kinds.thickness} />}
      {has('pressDensity') ? <Field path={[side, 'pressDensity']} topic={topics.pressDensity} kind={kinds.pressDensity} /> : <Field path={[side, 'porosity']} topic={topics.porosity} kind={kinds.porosity} standard={has('loading') && has('thickness') ? 'follows' : undefined} />}
      {list.length > 1 && <ChoiceField topic={topics.arrangement} value={order} choices={orders} note={variant.value !== null && typeof at(['variants', variant.value, `${side}.layers`]) === 'string' ? 'set by the variant' : undefined} problem={problemAt([side, 'arrangement'])} onChange={to => setOrder(side, to)} />}
      {shown.map(index => <LayerCard key={index} side={side} index={index} list={list} reversed={shown[0] === 0} />)}
      <button type="button" class="add" onClick={() => add(side)}>+ Add a layer</button>
    </section>
  );
}

function setOrder(side: Side, to: string): void {
  const name = variant.value;
  const key = `${side}.layers`;
  if (name !== null && typeof at(['variants', name, key]) === 'string') set(['variants', name, key], to === 'as written' ? undefined : to);
  else put([side, 'arrangement'], to === 'as written' ? undefined : to);
}

/** A ratio is a number in the document, without a unit. */
function RatioField({ side }: { readonly side: Side }) {
  const path = [side, 'npRatio'];
  const { value, by } = standing(path);
  return (
    <QuantityField topic={topics.npRatio} kind={kinds.npRatio} text={typeof value === 'number' ? String(value) : undefined} note={by === null ? undefined : 'set by the variant'} problem={problemAt(path)} onEnd={endGesture}
      onChange={(to, gesture) => put(path, Number.isFinite(Number(to)) ? Number(to) : to, gesture)} />
  );
}

/** The foil is written as a name with a thickness; the number is what is pulled. */
function LithiumField({ text = 'lithium 250 µm' }: { readonly text?: string | undefined }) {
  const found = /^(.*?)\s*([\d.]+\s*\S+)$/.exec(text);
  return (
    <QuantityField topic={topics.lithium} kind={kinds.foil} text={found?.[2]} standard={text} problem={problemAt(['negative'])} onEnd={endGesture}
      onChange={(to, gesture) => {
        const value = read(to, kinds.foil);
        put(['negative'], `${found?.[1] ?? 'lithium'} ${value === null ? to : write(value, kinds.foil)}`, gesture);
      }} />
  );
}
