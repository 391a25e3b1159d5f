import { parse } from 'jsonc-parser';
import type { DocumentPath } from '../../state/document';

export type Schema = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ways through the published schema: which fields may stand at a path, and what they say of themselves. */
export class SchemaWalk {
  constructor(private readonly root: Schema) {}

  /** All that may stand at a path; several where a field takes a text or an object. */
  at(path: DocumentPath): readonly Schema[] {
    let here: readonly Schema[] = this.alternatives(this.root);
    for (const step of path) here = here.flatMap(node => this.step(node, step)).flatMap(node => this.alternatives(node));
    return here;
  }

  properties(node: Schema): Readonly<Record<string, Schema>> {
    return (node['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  }

  isRequired(node: Schema, name: string): boolean {
    return Array.isArray(node['required']) && node['required'].includes(name);
  }

  examples(node: Schema): readonly string[] {
    return texts(node['examples']);
  }

  choices(node: Schema): readonly string[] {
    return texts(node['enum']);
  }

  help(node: Schema): string {
    const told = node['description'] ?? this.resolved(node)['description'];
    return typeof told === 'string' ? told : '';
  }

  /** What a new field begins with: its braces or brackets, its example, or nothing. */
  start(node: Schema): string {
    const [first] = [...this.examples(node), ...this.choices(node)];
    if (first !== undefined) return JSON.stringify(first);
    const kinds = this.alternatives(node).map(alternative => alternative['type']);
    if (kinds.includes('array')) return '[  ]';
    return kinds.includes('object') ? '{  }' : '';
  }

  /** The value at a path of a text that may be half written. */
  valueAt(text: string, path: DocumentPath): unknown {
    let here: unknown = parse(text, [], { allowTrailingComma: true });
    for (const step of path) here = typeof here === 'object' && here !== null ? (here as Readonly<Record<string | number, unknown>>)[step] : undefined;
    return here;
  }

  private step(node: Schema, step: string | number): readonly Schema[] {
    if (typeof step === 'number') return isObject(node['items']) ? [node['items']] : [];
    const named = this.properties(node)[step];
    if (named) return [named];
    return isObject(node['additionalProperties']) ? [node['additionalProperties']] : [];
  }

  /** A reference gives what it names with what stands beside it; a choice gives each of its parts. */
  private alternatives(node: Schema): readonly Schema[] {
    const here = this.resolved(node);
    const choice = here['anyOf'];
    if (!Array.isArray(choice)) return [here];
    const { anyOf: _, ...beside } = here;
    return (choice as Schema[]).flatMap(part => this.alternatives({ ...beside, ...part }));
  }

  private resolved(node: Schema): Schema {
    const reference = node['$ref'];
    if (typeof reference !== 'string') return node;
    const name = decodeURIComponent(reference.replace('#/$defs/', ''));
    const { $ref: _, ...beside } = node;
    const definitions = this.root['$defs'] as Readonly<Record<string, Schema>> | undefined;
    return { ...definitions?.[name], ...beside };
  }
}

function texts(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter(item => typeof item === 'string') : [];
}
