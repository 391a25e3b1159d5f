import { set } from '../../state/document';
import { standing } from '../bench/place';

export type Side = 'positive' | 'negative';

/** Electrodes that are coated from a list of layers. */
export const coatedSides = (): readonly Side[] => (['positive', 'negative'] as const).filter(side => Array.isArray(standing([side, 'layers']).value));

/** Number of layers of an electrode. */
export const layerCount = (side: Side): number => (standing([side, 'layers']).value as readonly unknown[]).length;

export const hasProcess = (side: Side): boolean => typeof standing([side, 'process']).value === 'object';

/** Gives an electrode a process to begin with, and its layers the slurries that it starts from. */
export function begin(side: Side): void {
  const gesture = `begin ${side}`;
  for (let i = 0; i < layerCount(side); i++) {
    if (standing([side, 'layers', i, 'slurry']).value === undefined) set([side, 'layers', i, 'slurry'], { solvent: 'nmp', solidsContent: '60 %' }, gesture);
  }
  set([side, 'process'], {
    coating: { method: 'blade', speed: '3 m/min' },
    drying: { zones: [{ length: '8 m', airTemperature: '90 °C' }, { length: '8 m', airTemperature: '120 °C' }] },
  }, gesture);
  // Without it a stated porosity is that of the coating as it dries; with it a press takes it there.
  if (standing([side, 'calendering']).value === undefined) set([side, 'calendering'], {}, gesture);
}
