import type { HelpTopic } from '../../fields/Help';

/** What the quantities of the bench mean. */
export const topics = {
  loading: { title: 'Loading', what: 'Mass of active material per area of foil. Capacity per area rises with it, and so do thickness and the way that salt has to go.', unit: 'mg/cm²', range: '10 to 25 today; above 30 an electrode counts as thick' },
  porosity: { title: 'Porosity', what: 'Share of the coating that is pores filled with electrolyte. Fewer pores make a denser cell and a longer way for the salt.', unit: '%', range: '20 to 40 after calendering, 50 to 60 as coated' },
  thickness: { title: 'Thickness', what: 'Thickness of the coating without foil. Two of loading, thickness and porosity fix the third.', unit: 'µm', range: '30 to 400' },
  pressDensity: { title: 'Press density', what: 'Mass of the dry coating per volume; says the same as the porosity.', unit: 'g/cm³', range: '2.3 to 3.6 for layered oxides, 1.3 to 1.7 for graphite' },
  share: { title: 'Share', what: 'Part of the active mass of the electrode (or of its thickness, where the document says so) that is in this layer. The neighbouring layer gives or takes.', unit: '%', range: '1 to 99' },
  diameter: { title: 'Particles', what: 'Diameter of the active particles. Lithium needs the square of it as time to move inside; large ones leave straighter pores.', unit: 'µm', range: '0.5 to 30', source: 'Left out: the catalogue’s value for the material.' },
  sizeShare: { title: 'Share', what: 'Part of the active mass of this material in the layer that has this size. The next size gives or takes.', unit: '%', range: '1 to 99' },
  sizeSpread: { title: 'Spread σ', what: 'Spread of the logarithm of the radius about each diameter, which then is the median by volume (log-normal).', range: '0 (one size) to 1' },
  layerPorosity: { title: 'Porosity', what: 'Porosity of this layer where it differs from that of the electrode; left empty it is the electrode’s.', unit: '%', range: '10 to 65' },
  active: { title: 'Active material', what: 'A further active material as part of the dry mass. The main one makes room for it.', unit: '% by mass', range: '0 to 100', source: 'Catalogue of materials; each entry names its papers.' },
  solid: { title: 'Material', what: 'A part of the dry mass. The main material makes room for it.', unit: '% by mass' },
  carbon: { title: 'Carbon', what: 'Conductive carbon as part of the dry mass. The active material makes room for it.', unit: '% by mass', range: '0.5 to 5' },
  binder: { title: 'Binder', what: 'Binder as part of the dry mass. The active material makes room for it.', unit: '% by mass', range: '1 to 5' },
  electrolyte: { title: 'Electrolyte', what: 'Salt and solvents; conductivity, diffusivity, transference number and thermodynamic factor follow the published measurements as functions of concentration and temperature.', source: 'Catalogue of materials; each entry names its papers.' },
  concentration: { title: 'Salt', what: 'Concentration of the salt at rest. More salt lasts longer at high rates, and conducts worse beyond a maximum.', unit: 'mol/L', range: '0.5 to 2', source: 'Left out: the electrolyte’s own.' },
  separator: { title: 'Separator', what: 'Porous film between the electrodes; its pores hold electrolyte.', source: 'Catalogue of materials, from the makers’ data sheets.' },
  separatorThickness: { title: 'Its thickness', what: 'Thickness of the separator. Salt and charge have to cross it at every rate.', unit: 'µm', range: '7 to 25', source: 'Left out: the catalogue’s.' },
  temperature: { title: 'Temperature', what: 'Temperature of the cell. Transport and reactions become faster with it, each by its own activation energy.', unit: '°C', range: '−20 to 60', source: 'Left out: 25 °C.' },
  lithium: { title: 'Lithium', what: 'Thickness of the lithium foil that stands against the positive electrode.', unit: 'µm', range: '20 to 500' },
  npRatio: { title: 'N/P', what: 'Areal capacity of the negative electrode over that of the positive one.', range: '1.05 to 1.2' },
  rates: { title: 'Rates', what: 'Currents of the discharges, each after a full charge: 1C passes the nominal capacity in one hour.', unit: 'C', range: '0.05C to 5C' },
  arrangement: { title: 'Order', what: 'Layers as written (the first at the foil), in the reverse order, or mixed into one layer that holds all their particles.' },
} as const satisfies Record<string, HelpTopic>;
