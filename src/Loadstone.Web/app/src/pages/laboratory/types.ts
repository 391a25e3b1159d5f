import type { Block, Section, TableData } from '../../report/blocks';

export interface AnalysisOption {
  readonly name: string;
  readonly description: string;
  readonly example: string | null;
  readonly default: string | null;
  readonly isSwitch: boolean;
  readonly isMany: boolean;
  readonly isRequired: boolean;
  readonly file: 'none' | 'file' | 'design' | 'fileOrMaterial';
  readonly values: readonly string[];
}

export interface Analysis {
  readonly name: string;
  readonly description: string;
  readonly remarks: string | null;
  readonly subject: string;
  readonly options: readonly AnalysisOption[];
}

export interface Offer {
  readonly fileBytes: number;
  readonly analyses: readonly Analysis[];
}

export interface FileColumn {
  readonly name: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** A file that was handed in, and what the server found it to be. */
export interface FileAnswer {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly subject: string;
  readonly format: string;
  readonly facts: readonly string[];
  readonly columns: readonly FileColumn[];
  readonly warnings: readonly string[];
  readonly pictures: readonly Block[];
  readonly fits: readonly string[];
  readonly problem: string | null;
}

export interface Choice {
  readonly option: string;
  readonly value: string;
}

export interface Sample {
  readonly sample: string;
  readonly numbers: readonly { readonly name: string; readonly text: string }[];
  readonly warnings: readonly string[];
  readonly sections: readonly Section[];
}

export interface Result {
  readonly analysis: string;
  readonly command: string;
  readonly csv: string;
  readonly summary: TableData | null;
  readonly samples: readonly Sample[];
}
