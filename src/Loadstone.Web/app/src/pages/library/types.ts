import type { Block } from '../../report/blocks';

export interface Title {
  readonly name: string;
  readonly text: string;
}

export interface Shelf {
  readonly title: string;
  readonly entries: readonly Title[];
}

export interface Entry {
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly isCell: boolean;
  readonly blocks: readonly Block[];
}

/** A cell of a Battery Parameter eXchange file. */
export interface ReadCell {
  readonly name: string;
  readonly version: string;
  readonly stateOfCharge: number;
  /** Cut-off voltages, V. */
  readonly lowerCutOff: number;
  readonly upperCutOff: number;
  readonly notes: readonly string[];
  readonly blocks: readonly Block[];
  readonly file: string;
  readonly losses: readonly string[];
}

export interface Exported {
  readonly file: string;
  readonly losses: readonly string[];
  readonly command: string;
}
