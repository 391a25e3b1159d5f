import { ChoiceField } from '../../fields/ChoiceField';
import { kinds } from '../../fields/quantity';
import { put, standing } from '../bench/place';
import { DryingFields } from './DryingFields';
import { Field } from './Field';
import { processKinds } from './quantities';
import { layerCount, type Side } from './sides';

/** Coater, oven and calender of an electrode. */
export function StepFields({ side }: { readonly side: Side }) {
  const coating = [side, 'process', 'coating'];
  const text = (name: string, standard: string) => String(standing([...coating, name]).value ?? standard);
  const several = layerCount(side) > 1;
  return (
    <>
      <fieldset>
        <legend>Coating</legend>
        <ChoiceField topic={{ title: 'Method', what: 'Blade, whose gap decides the film, or slot die, whose pump decides it.' }} value={text('method', 'blade')} choices={[{ value: 'blade', label: 'blade' }, { value: 'slot', label: 'slot die' }]} onChange={to => put([...coating, 'method'], to)} />
        <Field path={[side, 'loading']} kind={kinds.loading} title="Loading" what="Active mass per area; a blade's gap follows from it. Of one layer a gap may be stated in its place." />
        <Field path={[...coating, 'gap']} kind={processKinds.gap} title="Gap" what="Gap of the blade, in place of a loading; of a slot die, the gap between lip and web." standard="derived" />
        <Field path={[...coating, 'speed']} kind={processKinds.speed} title="Speed" what="Speed of the web." standard="3 m/min" />
        <Field path={[...coating, 'width']} kind={processKinds.width} title="Width" what="Coated width, from edge to edge." standard="200 mm" />
        {several && (
          <>
            <ChoiceField topic={{ title: 'Layers', what: 'Each layer dried before the next, or all laid wet on wet and dried together.' }} value={text('layers', 'dried')} choices={[{ value: 'dried', label: 'dried one by one' }, { value: 'wet on wet', label: 'wet on wet' }]} onChange={to => put([...coating, 'layers'], to)} />
            {text('layers', 'dried') === 'wet on wet'
              ? <Field path={[...coating, 'mixedZone']} kind={processKinds.share} title="Mixed zone" what="Width of the zone in which two wet layers mix, as a share of the thickness of both." standard="0 %" />
              : <Field path={[...coating, 'filledShare']} kind={processKinds.share} title="Drinks" what="Share of a dry layer's pores that drink solvent from the layer laid on it." standard="100 %" />}
          </>
        )}
      </fieldset>
      <DryingFields side={side} />
      <fieldset>
        <legend>Calender</legend>
        <Field path={[side, 'calendering', 'lineLoad']} kind={processKinds.lineLoad} title="Line load" what="Line load of the rolls, in place of a porosity, thickness or press density." standard="derived" />
        <Field path={[side, 'porosity']} kind={kinds.porosity} title="Porosity" what="Porosity after the press; the load follows from it." standard="derived" />
        <Field path={[side, 'pressDensity']} kind={kinds.pressDensity} title="Press density" what="Mass of solids per volume of the pressed coating, in place of a porosity." standard="derived" />
      </fieldset>
    </>
  );
}
