import { applyEdits, findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { DocumentPath } from './document';

/** The text with another name for a member of an object; its value and place stay. */
export function renamedMember(text: string, path: DocumentPath, to: string): string {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const key = tree && findNodeAtLocation(tree, [...path])?.parent?.children?.[0];
  return key?.type === 'string' ? applyEdits(text, [{ offset: key.offset, length: key.length, content: JSON.stringify(to) }]) : text;
}
