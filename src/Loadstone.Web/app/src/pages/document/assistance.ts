import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { EditorView, hoverTooltip } from '@codemirror/view';
import { signal } from '@preact/signals';
import { getLocation } from 'jsonc-parser';
import { schema as fetchSchema } from '../../state/designs';
import type { DocumentPath } from '../../state/document';
import { materials } from '../../state/catalogue';
import { isConnected } from '../../state/server';
import { type Suggestion, suggest } from './completion';
import { meant } from './paths';
import { type Schema, SchemaWalk } from './schema';

/** What a recipe names. */
const ofCoatings = ['active material', 'conductive carbon', 'binder'] as const;
const schema = signal<Schema | null>(null);

/** Fetches the schema once; without a connection the text can still be written. */
export async function loadSchema(): Promise<void> {
  if (schema.value || !isConnected.value) return;
  try {
    schema.value = await fetchSchema();
  } catch {
    // The shell shows that the connection is lost; the effect that called runs again when it is back.
  }
}

function complete(context: CompletionContext): CompletionResult | null {
  if (!schema.value) return null;
  const text = context.state.doc.toString();
  if (!context.explicit && !/["\p{L}\d]$/u.test(text.slice(0, context.pos))) return null;
  const found = suggest(schema.value, text, context.pos, ofCoatings.flatMap(materials));
  if (!found) return null;
  const typed = text.slice(found.from, context.pos).replaceAll('"', '').trim().toLowerCase();
  const fitting = found.items.filter(item => item.label.toLowerCase().includes(typed) && item.insert !== text.slice(found.from, found.to));
  if (fitting.length === 0) return null;
  return { from: found.from, to: found.to, filter: false, options: fitting.map(item => option(item, found.commaAt)) };
}

function option(item: Suggestion, commaAt: number | null): Completion {
  return {
    label: item.label,
    detail: item.detail,
    ...(item.help && { info: item.help }),
    apply: (view: EditorView, _, from, to) => {
      const comma = commaAt === null ? [] : [{ from: commaAt, insert: ',' }];
      const inside = /[{["] ?/.exec(item.insert.slice(item.insert.indexOf(': ') + 1));
      const cursor = from + comma.length + (inside && /[}\]]$/.test(item.insert) ? item.insert.length - 2 : item.insert.length);
      view.dispatch({ changes: [...comma, { from, to, insert: item.insert }], selection: { anchor: cursor }, userEvent: 'input.complete' });
    },
  };
}

/** The field whose name or value stands at a place of the text, and what the schema says of it. */
interface FieldThere {
  readonly path: DocumentPath;
  readonly help: string;
  readonly from: number;
  readonly to: number;
}

function fieldAt(text: string, position: number): FieldThere | null {
  const { path, previousNode: node } = getLocation(text, position);
  if (!schema.value || !node || position > node.offset + node.length) return null;
  const walk = new SchemaWalk(schema.value);
  const help = walk.at(meant(path)).map(field => walk.help(field)).find(told => told !== '');
  return help ? { path, help, from: node.offset, to: node.offset + node.length } : null;
}

const hover = hoverTooltip((view, position) => {
  const field = fieldAt(view.state.doc.toString(), position);
  return field && { pos: field.from, end: field.to, create: () => ({ dom: described(field.help) }) };
});

function described(help: string): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'cm-help';
  dom.textContent = help;
  return dom;
}

/** The field that the cursor is in: what hovering tells, for those who move by keys. */
export const atCursor = signal<FieldThere | null>(null);

const followsCursor = EditorView.updateListener.of(update => {
  if (update.selectionSet || update.docChanged) atCursor.value = fieldAt(update.state.doc.toString(), update.state.selection.main.head);
});

export const assistance = [autocompletion({ override: [complete], icons: false }), hover, followsCursor];
