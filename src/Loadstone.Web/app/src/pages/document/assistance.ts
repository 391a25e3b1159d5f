import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { type EditorView, hoverTooltip } from '@codemirror/view';
import { signal } from '@preact/signals';
import { getLocation } from 'jsonc-parser';
import { schema as fetchSchema } from '../../state/bench';
import { isConnected } from '../../state/server';
import { type Suggestion, suggest } from './completion';
import { meant } from './paths';
import { type Schema, SchemaWalk } from './schema';

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
  const found = suggest(schema.value, text, context.pos);
  if (!found) return null;
  const typed = text.slice(found.from, context.pos).replaceAll('"', '').trim().toLowerCase();
  const fitting = found.items.filter(item => item.label.toLowerCase().includes(typed));
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

/** What a field is, its range and default, over its name or value. */
const help = hoverTooltip((view, position) => {
  if (!schema.value) return null;
  const location = getLocation(view.state.doc.toString(), position);
  const node = location.previousNode;
  if (!node || position > node.offset + node.length) return null;
  const walk = new SchemaWalk(schema.value);
  const told = walk.at(meant(location.path)).map(field => walk.help(field)).find(text => text !== '');
  if (!told) return null;
  return {
    pos: node.offset,
    end: node.offset + node.length,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-help';
      dom.textContent = told;
      return { dom };
    },
  };
});

export const assistance = [autocompletion({ override: [complete], icons: false }), help];
