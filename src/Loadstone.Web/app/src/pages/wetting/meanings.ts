/** What the numbers of a run mean, by how their names begin. */
const meanings: readonly (readonly [string, string])[] = [
  ['saturation at breakthrough', 'Share of the pore volume that holds liquid when it first leaves below.'],
  ['saturation at rest', 'Share of the pore volume that holds liquid once no meniscus moves any more.'],
  ['saturation gained', 'By how much the saturation still rises for each pore volume injected, at the end of the run.'],
  ['time of breakthrough', 'Time from the first liquid on to the first that leaves below, at the flux that is forced in.'],
  ['time to rest', 'Time until no meniscus moves any more, as fast as the viscosity allows.'],
  ['air trapped', 'Volume of air that has lost its way out, over the pore volume.'],
  ['air left', 'Share of the pore volume that still holds air when so much liquid has been injected.'],
  ['pressure at breakthrough', 'Pressure of the liquid over that of the air at which it leaves below; below 0 the pores draw it in.'],
  ['porosity of the bed', 'Share of the bed that is no disc, as packed.'],
  ['1 % outlet time', 'Time until what leaves below is 1 % liquid (W. Chen et al., Adv. Funct. Mater. 2024).'],
  ['10 % outlet time', 'Time until what leaves below is 10 % liquid: the front, not threads a few cells wide that run ahead of it.'],
  ['inlet pressure of the dry bed', 'Pressure that the flux needs while all pores hold air.'],
  ['inlet pressure', 'Pressure that the flux needs at the top of the bed.'],
  ['wetted fraction', 'Share of the pore volume that holds liquid after the rest.'],
  ['filled after', 'Time until liquid has reached every place; trapped gas may still be there.'],
  ['R_p settled', 'Time from which on the pore resistance stays within 2 % of its value when all is wet.'],
  ['R_p after', 'Ionic resistance of the pores per area after the rest, as impedance of a symmetric cell shows it.'],
  ['R_p when wet', 'Ionic resistance of the pores per area when they are wholly wet.'],
];

/** The meaning of a number, or null. */
export const meaningOf = (name: string): string | null => meanings.find(([start]) => name.startsWith(start))?.[1] ?? null;
