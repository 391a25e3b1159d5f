import type { HelpTopic } from '../../../fields/Help';

const breakdown = 'Taken apart as in A. Nyman et al., J. Electrochem. Soc. 157, A1236 (2010): the equilibrium voltage less all losses is the voltage.';
const loss = (title: string, what: string): HelpTopic => ({ title, what, unit: 'mV', range: 'each 0 to some 100 mV', source: breakdown });

/** What the plots show. */
export const plotTopics = {
  rate: { title: 'Capacity against rate', what: 'Charge of a discharge from rest at the upper to the lower cut-off, at each rate by itself. Circles: measured values that the document gives.', unit: 'mAh/g of active material or mAh/cm²', range: 'falls with the rate', source: 'Simulated: pseudo-two-dimensional model after M. Doyle, T. Fuller and J. Newman, J. Electrochem. Soc. (1993).' },
  voltage: { title: 'Voltage', what: 'Voltage of each discharge against the charge given. The thick curve is that of the rate whose losses and maps are shown.', unit: 'V', range: 'between the cut-offs', source: 'Simulated, as the capacities.' },
  losses: { title: 'What takes the voltage', what: 'Losses stacked against the charge given, at one rate, and what each takes at the moment that is looked at.', unit: 'mV', range: 'the sum is equilibrium less voltage', source: breakdown },
  salt: { title: 'Salt in the pores', what: 'Concentration c_e of the salt against time and height. Where it comes close to nothing, the reaction behind it stops.', unit: 'mol/L', range: '0 to 4; at rest the electrolyte’s', source: 'Simulated at the rate of the losses.' },
  fill: { title: 'Lithium in the particles', what: 'Stoichiometry θ, mean over the particles, against time and height: how full the sites of the active material are.', unit: '1', range: '0 (empty) to 1 (full)', source: 'Simulated at the rate of the losses.' },
} as const satisfies Record<string, HelpTopic>;

/** What each loss is, by the key of its term. */
export const lossTopics: Readonly<Record<string, HelpTopic>> = {
  electrolyteOhmic: loss('Electrolyte, ohmic', 'Resistance of the electrolyte in pores and separator. More porosity or a thinner coating lessens it.'),
  electrolyteConcentration: loss('Electrolyte, concentration', 'Difference of the salt’s concentration between the electrodes. It grows with thickness and rate, and runs off where the salt runs out.'),
  solid: loss('Solid', 'Resistance of the electrodes for electrons. More or better spread carbon lessens it.'),
  contact: loss('Contact', 'Resistance between coating and foil.'),
  chargeTransfer: loss('Charge transfer', 'What the reaction at the surface of the particles takes. Smaller particles offer more surface.'),
  film: loss('Film', 'Resistance of films on the particles.'),
  particleDiffusion: loss('Particle diffusion', 'Surface of the particles against their mean: lithium that has not yet moved inside. It falls with the square of the diameter.'),
  imbalance: loss('Imbalance over depth', 'Particles that are fuller at one depth than at another, so that the mean does not act everywhere.'),
};
