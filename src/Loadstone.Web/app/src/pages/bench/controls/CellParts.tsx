import { ChoiceField } from '../../../fields/ChoiceField';
import { kinds } from '../../../fields/quantity';
import { QuantityField } from '../../../fields/QuantityField';
import { choicesOf } from '../../../state/catalogue';
import { endGesture } from '../../../state/document';
import { structure } from '../results';
import { put, standing } from '../place';
import { problemAt } from '../problems';
import { clearThickness, setMaterial, setThickness, sheet } from '../sheets';
import { topics } from '../topics';
import { setBy } from './Field';

const standards = { lithium: 'lithium 250 µm', separator: 'polypropylene 25 µm', electrolyte: '1 M LiPF6 in EC:EMC 3:7' };

/** What stands beside the coatings. */
export function CellParts({ isCoated }: { readonly isCoated: boolean }) {
  return (
    <>
      {!isCoated && <Lithium />}
      <Separator />
      <Electrolyte />
    </>
  );
}

function Lithium() {
  const foil = sheet('negative', standards.lithium);
  return <Thickness field="negative" of={foil} topic={topics.lithium} standard={standards.lithium.replace('lithium ', '')} />;
}

function Separator() {
  const film = sheet('separator', standards.separator);
  const drawn = structure.value?.value.layers.find(layer => layer.role === 'separator');
  return (
    <>
      <ChoiceField topic={topics.separator} value={film.material} choices={choicesOf('separator', film.material)} note={setBy(film.by)} problem={problemAt(['separator', 'material'])} onChange={to => setMaterial('separator', film, to)} />
      <Thickness field="separator" of={film} topic={topics.separatorThickness} standard={drawn && `${drawn.thickness} µm`} />
    </>
  );
}

function Thickness({ field, of, topic, standard }: { readonly field: string; readonly of: ReturnType<typeof sheet>; readonly topic: (typeof topics)[keyof typeof topics]; readonly standard: string | undefined }) {
  return (
    <QuantityField topic={topic} kind={kinds.foil} text={of.thickness} standard={standard} note={setBy(of.by)} problem={problemAt([field]) ?? problemAt([field, 'thickness'])}
      onChange={(to, gesture) => setThickness(field, of, to, gesture)} onEnd={endGesture} onClear={() => clearThickness(field, of)} />
  );
}

function Electrolyte() {
  const { value, by } = standing(['electrolyte']);
  const isObject = typeof value === 'object' && value !== null;
  const stated = isObject ? (value as { readonly name?: string; readonly concentration?: string }) : { name: typeof value === 'string' ? value : standards.electrolyte, concentration: undefined };
  const name = stated.name ?? '';
  const salt = structure.value?.value.salt;
  return (
    <>
      <ChoiceField topic={topics.electrolyte} value={name} choices={choicesOf('electrolyte', name)} note={setBy(by)} problem={problemAt(['electrolyte']) ?? problemAt(['electrolyte', 'name'])}
        onChange={to => (isObject ? put(['electrolyte', 'name'], to) : put(['electrolyte'], to))} />
      <QuantityField topic={topics.concentration} kind={kinds.concentration} text={stated.concentration} standard={salt === undefined ? undefined : `${salt} mol/L`} problem={problemAt(['electrolyte', 'concentration'])} onEnd={endGesture} onClear={() => put(['electrolyte'], name)}
        onChange={(to, gesture) => (isObject ? put(['electrolyte', 'concentration'], to, gesture) : put(['electrolyte'], { name, concentration: to }, gesture))} />
    </>
  );
}
