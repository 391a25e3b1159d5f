import { client, stream, type Problem } from './server';

/** A layer of the stack, to be drawn to scale. */
export interface StackLayer {
  readonly role: 'foil' | 'copper' | 'coating' | 'separator' | 'lithium';
  readonly electrode: 'positive' | 'negative' | null;
  /** Where the layer stands in the document's list of layers; null where it is not one of them (mixed layers, zones between wet coats, foils). */
  readonly index: number | null;
  readonly name: string;
  /** µm */
  readonly thickness: number;
  /** Volume of pores per volume of layer; null where it has none to show. */
  readonly porosity: number | null;
  readonly particles: readonly StackParticle[];
}

export interface StackParticle {
  readonly material: string;
  /** µm */
  readonly diameter: number;
  readonly volumeFraction: number;
}

/** The stack, from the foil of the positive electrode up. Comes first. */
export interface Structure {
  readonly name: string;
  readonly variant: string;
  /** Salt concentration at rest, mol/L. */
  readonly salt: number;
  readonly layers: readonly StackLayer[];
}

export interface BenchNumber {
  readonly key: string;
  readonly label: string;
  /** Null where the design has none. */
  readonly value: number | null;
  /** Why it has no value, in words. */
  readonly why: string | null;
  readonly unit: string;
  /** Decimals that are worth showing. */
  readonly decimals: number;
  /** What it is. */
  readonly help: string;
  /** What can be expected of it. */
  readonly range: string | null;
  /** Where it comes from. */
  readonly source: string;
  /** The layer that it is of; null where it is of the whole. */
  readonly layer: string | null;
}

/** Comes more than once: later items take the place of earlier ones of the same key, later warnings are added. */
export interface Numbers {
  readonly items: readonly BenchNumber[];
  readonly warnings: readonly string[];
}

/** One discharge from rest at the upper cut-off. */
export interface Rate {
  /** Place among the rates asked for. */
  readonly index: number;
  /** As in "0.2C". */
  readonly rate: string;
  /** C */
  readonly value: number;
  /** mAh/cm² */
  readonly arealCapacity: number;
  /** mAh/g of positive active material; null where its mass is not known. */
  readonly capacity: number | null;
  /** mAh/g for each mAh/cm². */
  readonly perGram: number | null;
  /** mAh/g that the document gives as measured, or null. */
  readonly measured: number | null;
  /** V; null where no charge passed. */
  readonly meanVoltage: number | null;
  /** Why it ended, in words with numbers. */
  readonly end: string;
  readonly endedAsAsked: boolean;
  readonly curve: {
    /** mAh/cm² */
    readonly areal: readonly number[];
    /** V */
    readonly voltage: readonly number[];
  };
}

/** What took the voltage at the detail rate: equilibrium less all terms is the voltage. */
export interface Losses {
  readonly rate: string;
  readonly perGram: number | null;
  /** mAh/cm² */
  readonly areal: readonly number[];
  /** V */
  readonly equilibrium: readonly number[];
  /** V */
  readonly voltage: readonly number[];
  readonly terms: readonly { readonly key: string; readonly label: string; /** mV */ readonly values: readonly number[] }[];
}

/** Profiles against time at the detail rate. Heights are counted from the upper face of the positive electrode's foil, as the stack is drawn. */
export interface Maps {
  readonly rate: string;
  /** s */
  readonly time: readonly number[];
  /** mAh/cm² given at those times. */
  readonly areal: readonly number[];
  /** Centres of all cells, rising, µm. */
  readonly height: readonly number[];
  /** Faces of those cells, one more, µm. */
  readonly faces: readonly number[];
  /** Salt concentration, mol/m³: [time][height]. */
  readonly salt: readonly (readonly number[])[];
  readonly particles: readonly ParticleMap[];
}

/** One class of particles through the depth of its layer. */
export interface ParticleMap {
  /** Place in the stack's layers. */
  readonly layer: number;
  /** Place in the layer's particles. */
  readonly class: number;
  readonly electrode: 'positive' | 'negative';
  readonly material: string;
  /** µm */
  readonly diameter: number;
  /** µm, rising */
  readonly height: readonly number[];
  /** θ at the surface: [time][height]. */
  readonly surface: readonly (readonly number[])[];
  /** Mean θ: [time][height]. */
  readonly mean: readonly (readonly number[])[];
}

export interface BenchOptions {
  /** Name of the variant; the document as it stands where none is named. */
  readonly variant?: string | undefined;
  /** Such as ['0.2C', '1C']; those of the document's rate test where left out. */
  readonly rates?: readonly string[] | undefined;
  /** Rate of losses and maps; null for neither; '1C' where left out. */
  readonly detail?: string | null | undefined;
}

/** What comes, each as soon as it is there: structure, numbers, rates (in any order), numbers, losses, maps, done. */
export interface BenchHandlers {
  structure?(structure: Structure): void;
  numbers?(numbers: Numbers): void;
  rate?(rate: Rate): void;
  losses?(losses: Losses): void;
  maps?(maps: Maps): void;
  done?(done: { readonly milliseconds: number }): void;
  problem?(problem: Problem): void;
}

let sequence = 0;

/**
 * Asks for all that follows from a document. A newer call makes the server leave an older one, whose promise then resolves with no more parts;
 * what is wrong with the document comes as `problem`.
 */
export async function bench(document: string, options: BenchOptions, handlers: BenchHandlers, signal: AbortSignal): Promise<void> {
  const body = { document, ...options, client, sequence: ++sequence };
  await stream('/api/bench', body, (name, data) => {
    const handler = handlers[name as keyof BenchHandlers] as ((part: unknown) => void) | undefined;
    handler?.(data);
  }, signal);
}
