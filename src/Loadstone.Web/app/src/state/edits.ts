import { applyEdits, findNodeAtLocation, modify, parseTree, type Edit, type Node } from 'jsonc-parser';
import type { DocumentPath } from './document';

/** The text in which a member has another value, or is gone where the value is undefined. What stands around it keeps its layout and its comments. */
export function withValue(text: string, path: DocumentPath, to: unknown): string {
  const holder = nearest(text, path);
  const indent = holder && indentOf(text, holder);
  // The parser's own formatter would lay out the neighbours anew.
  return applyEdits(text, modify(text, [...path], to, {}).flatMap(edit => (edit.content === '' ? [edit] : placed(text, edit, indent ?? null))));
}

/** The deepest object or list on the way to a place that is there already. */
function nearest(text: string, path: DocumentPath): Node | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  for (let depth = path.length - 1; tree && depth >= 0; depth--) {
    const node = findNodeAtLocation(tree, path.slice(0, depth));
    if (node) return node;
  }
  return undefined;
}

/** How far the members of an object stand in; null where they do not stand on lines of their own. */
function indentOf(text: string, { children, offset, length }: Node): string | null {
  const last = children?.at(-1)?.offset;
  if (last === undefined || !text.slice(offset, offset + length).includes('\n')) return null;
  return /\n([^\S\n]*)$/.exec(text.slice(0, last))?.[1] ?? null;
}

function placed(text: string, edit: Edit, indent: string | null): readonly Edit[] {
  const isLast = edit.length === 0 && edit.content.startsWith(',');
  const ends = edit.length === 0 && edit.content.endsWith(',') ? ', ' : '';
  const body = laidOut(edit.content.replace(/^,|,$/g, ''), indent);
  if (!isLast) return [{ ...edit, content: body + ends }];
  if (indent === null) return [{ ...edit, content: `, ${body}` }];
  const line = `\n${indent}${body}`;
  const comment = /^[^\S\n]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/)?[^\S\n]*(?=\n)/.exec(text.slice(edit.offset))?.[0];
  return comment ? [{ ...edit, content: ',' }, { offset: edit.offset + comment.length, length: 0, content: line }] : [{ ...edit, content: `,${line}` }];
}

/** A member or a value: in one line as far as it can be read there. */
function laidOut(body: string, indent: string | null): string {
  const [, name = ''] = /^("(?:[^"\\]|\\.)*": )/.exec(body) ?? [];
  const value: unknown = JSON.parse(body.slice(name.length));
  const short = inOneLine(value);
  return name + (indent === null || short.length <= widest ? short : JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`));
}

const widest = 120;

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined).map(([name, member]) => `${JSON.stringify(name)}: ${inOneLine(member)}`);
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}
