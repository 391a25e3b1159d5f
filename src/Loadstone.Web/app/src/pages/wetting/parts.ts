import type { Section } from '../../report/blocks';

/** Parts of a run as the server sends them; `case` is the place of the arrangement. */
export interface Parts {
  readonly start: { readonly mode: string; readonly cases: readonly string[] };
  readonly progress: { readonly case: number; readonly done: number };
  readonly bed: Bed & { readonly case: number };
  readonly steps: { readonly case: number; readonly pores: readonly (readonly number[])[]; readonly steps: readonly Step[] };
  readonly samples: Samples & { readonly case: number };
  readonly frame: { readonly case: number; readonly volumes: number; readonly time: number; readonly pixels: string };
  readonly field: { readonly case: number; readonly name: string; readonly unit: string; readonly high: number; readonly pixels: string };
  readonly result: Result & { readonly case: number };
  readonly order: Order;
  readonly share: { readonly done: number };
  readonly ranking: Ranking;
  readonly done: { readonly seconds: number };
}

/** A bed in µm; x, y above the foil and radius of each disc in turn. */
export interface Bed {
  readonly width: number;
  readonly height: number;
  readonly discs: readonly number[];
  readonly columns: number;
  readonly rows: number;
}

/** What happens at once where capillarity decides: pores that fill, and pores whose air loses its way out. */
export interface Step {
  readonly volumes: number;
  readonly time: number | null;
  readonly pressure: number | null;
  readonly trappedShare: number;
  readonly filled: readonly number[];
  readonly trapped: readonly number[];
}

export interface Samples {
  readonly volumes: readonly number[];
  readonly time: readonly number[];
  readonly saturation: readonly number[];
  readonly outlet: readonly number[];
  readonly pressure: readonly number[];
}

/** A picture: a byte a cell, rows from the bottom. */
export interface Frame {
  readonly volumes: number;
  readonly time: number;
  readonly pixels: Uint8Array;
}

export interface Field {
  readonly name: string;
  readonly unit: string;
  readonly high: number;
  readonly pixels: Uint8Array;
}

export interface Number95 {
  readonly name: string;
  readonly value: number | null;
  readonly halfWidth: number | null;
  readonly unit: string;
}

export interface Result {
  readonly numbers: readonly Number95[];
  readonly sections: readonly Section[];
  readonly warnings: readonly string[];
}

export interface Order {
  readonly words: string;
  readonly note: string;
}

/** A ranking as far as it goes: orders, plots and numbers over so many beds of each packing. */
export interface Ranking {
  readonly beds: number;
  readonly sections: readonly Section[];
}

/** Bytes from their base64 text. */
export const bytes = (text: string) => Uint8Array.from(atob(text), c => c.charCodeAt(0));
