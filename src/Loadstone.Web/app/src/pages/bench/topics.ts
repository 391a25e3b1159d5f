import type { HelpTopic } from '../../fields/Help';

const stated = 'Stated in the document.';
const twoOfThree = 'Stated in the document; two of loading, thickness and porosity fix the third.';
const yari = 'Stated in the document; what it does to film and conductivity: H. Yari et al., ACS Appl. Energy Mater. (2020).';

/** What the quantities of the bench mean. */
export const topics = {
  loading: { title: 'Loading', what: 'Mass of active material per area of foil. Capacity per area rises with it, and so do thickness and the way that salt has to go.', unit: 'mg/cm²', range: '10 to 25 today; above 30 an electrode counts as thick', source: twoOfThree },
  porosity: { title: 'Porosity', what: 'Share of the coating that is pores filled with electrolyte. Fewer pores make a denser cell and a longer way for the salt.', unit: '%', range: '20 to 40 after calendering, 50 to 60 as coated', source: twoOfThree },
  thickness: { title: 'Thickness', what: 'Thickness of the coating without foil.', unit: 'µm', range: '30 to 400', source: twoOfThree },
  pressDensity: { title: 'Press density', what: 'Mass of the dry coating per volume; says the same as the porosity.', unit: 'g/cm³', range: '2.3 to 3.6 for layered oxides, 1.3 to 1.7 for graphite', source: twoOfThree },
  share: { title: 'Share', what: 'Part of the active mass of the electrode (or of its thickness, where the document says so) that is in this layer. The neighbouring layer gives or takes.', unit: '%', range: '1 to 99', source: 'Stated in the document; left out, all layers have the same.' },
  diameter: { title: 'Particles', what: 'Diameter of the active particles. Lithium needs the square of it as time to move inside; large ones leave straighter pores.', unit: 'µm', range: '0.5 to 30', source: 'Left out: the catalogue’s value for the material, with its paper (see Library).' },
  sizeShare: { title: 'Share', what: 'Part of the active mass of this material in the layer that has this size. The next size gives or takes.', unit: '%', range: '1 to 99', source: stated },
  sizeSpread: { title: 'Spread σ', what: 'Spread of the logarithm of the radius about each diameter, which then is the median by volume (log-normal).', unit: '1', range: '0 (one size) to 1', source: 'Left out: 0.' },
  layerPorosity: { title: 'Porosity', what: 'Porosity of this layer where it differs from that of the electrode; left empty it is the electrode’s.', unit: '%', range: '10 to 65', source: 'Left out: the electrode’s.' },
  active: { title: 'Active material', what: 'A further active material as part of the dry mass. The main one makes room for it.', unit: '% by mass', range: '0 to 50', source: 'Catalogue of materials; each entry names its papers (see Library).' },
  solid: { title: 'Material', what: 'A part of the dry mass. The main material makes room for it.', unit: '% by mass', range: '0 to 15', source: stated },
  carbon: { title: 'Carbon', what: 'Conductive carbon as part of the dry mass. The active material makes room for it.', unit: '% by mass', range: '0.5 to 5', source: yari },
  binder: { title: 'Binder', what: 'Binder as part of the dry mass. The active material makes room for it.', unit: '% by mass', range: '1 to 5', source: yari },
  electrolyte: { title: 'Electrolyte', what: 'Salt and solvents; conductivity, diffusivity, transference number and thermodynamic factor are functions of concentration and temperature.', unit: 'a material', range: 'those of the catalogue', source: 'Published measurements; each entry names its papers (see Library).' },
  concentration: { title: 'Salt', what: 'Concentration of the salt at rest. More salt lasts longer at high rates, and conducts worse beyond a maximum.', unit: 'mol/L', range: '0.5 to 2', source: 'Left out: the electrolyte’s own.' },
  separator: { title: 'Separator', what: 'Porous film between the electrodes; its pores hold electrolyte.', unit: 'a material', range: 'those of the catalogue', source: 'The makers’ data sheets (see Library).' },
  separatorThickness: { title: 'Its thickness', what: 'Thickness of the separator. Salt and charge have to cross it at every rate.', unit: 'µm', range: '7 to 25', source: 'Left out: the catalogue’s.' },
  lithium: { title: 'Lithium', what: 'Thickness of the lithium foil that stands against the positive electrode, as made; charging adds what the positive electrode gives.', unit: 'µm', range: '20 to 500', source: 'Left out: 250 µm.' },
  temperature: { title: 'Temperature', what: 'Temperature of the cell. Transport and reactions become faster with it, each by its own activation energy.', unit: '°C', range: '−20 to 60', source: 'Left out: 25 °C.' },
  npRatio: { title: 'N/P', what: 'Areal capacity of the negative electrode over that of the positive one.', unit: '1', range: '1.05 to 1.2', source: stated },
  rates: { title: 'Rates', what: 'Currents of the discharges, each after a full charge: 1C passes the nominal capacity in one hour.', unit: 'C', range: '0.05C to 5C', source: 'The first rate test of the document; left out, 0.1C to 1C.' },
  arrangement: { title: 'Order', what: 'Layers as written (the first at the foil), in the reverse order, or mixed into one layer that holds all their particles.', unit: 'a choice', range: 'as written, reversed, mixed', source: 'Left out: as written. Compared by W. Chen et al., Adv. Funct. Mater. (2024).' },
} as const satisfies Record<string, Required<HelpTopic>>;
