import { ask, client, type Problem } from './server';

/** What a document holds and what is wrong with it. */
export interface Check {
  readonly name: string | null;
  readonly variants: readonly string[];
  readonly problems: readonly Problem[];
  /** Commands that repeat what the page shows. */
  readonly commands: readonly { readonly what: string; readonly command: string }[];
}

export const check = (document: string, signal?: AbortSignal) => ask<Check>('/api/check', { document }, signal);

/** A shipped document. */
export interface Example {
  /** To ask for its text. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Whether it stands in the starting gallery. */
  readonly gallery: boolean;
}

export const examples = (signal?: AbortSignal) => ask<readonly Example[]>('/api/examples', undefined, signal);

/** Text of a shipped document. */
export const example = async (name: string, signal?: AbortSignal) => (await ask<{ readonly document: string }>(`/api/examples/${encodeURIComponent(name)}`, undefined, signal)).document;

/** The JSON schema of design documents. */
export const schema = (signal?: AbortSignal) => ask<Record<string, unknown>>('/api/schema', undefined, signal);

/** The report of a run as one page of HTML. */
export const report = async (document: string, variants?: readonly string[], signal?: AbortSignal) => (await ask<{ readonly html: string }>('/api/report', { document, variants, client }, signal)).html;
