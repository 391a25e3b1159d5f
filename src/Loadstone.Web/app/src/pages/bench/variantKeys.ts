import { applyEdits, findNodeAtLocation, parseTree, type Edit, type Node } from 'jsonc-parser';
import type { DocumentPath } from '../../state/document';
import { withValue } from '../../state/edits';
import { steps, written } from '../../state/paths';

/** The text with the members of its variants renamed, which are paths into the document; those whose path leads nowhere any more are taken out. */
export function renamedKeys(text: string, to: (path: DocumentPath) => DocumentPath | null): string {
  const edits: Edit[] = [];
  const gone: DocumentPath[] = [];
  for (const variant of members(text, ['variants'])) {
    for (const member of members(text, ['variants', variant.value as string])) {
      const key = member.value as string;
      const path = to(steps(key));
      if (path === null) gone.push(['variants', variant.value as string, key]);
      else if (written(path) !== written(steps(key))) edits.push({ offset: member.offset, length: member.length, content: JSON.stringify(written(path)) });
    }
  }
  // What is gone goes first where names would meet; the names of the others have moved by then.
  return gone.length === 0 ? applyEdits(text, edits) : renamedKeys(gone.reduce((rest, path) => withValue(rest, path, undefined), text), to);
}

function members(text: string, path: DocumentPath): readonly Node[] {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const object = tree && findNodeAtLocation(tree, [...path]);
  return object?.type === 'object' ? (object.children ?? []).flatMap(property => property.children?.[0] ?? []) : [];
}
