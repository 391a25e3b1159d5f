import { findNodeAtLocation, findNodeAtOffset, type Node, parseTree } from 'jsonc-parser';
import type { Problem } from '../../state/server';
import { steps } from '../../state/paths';

export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The stretch of the text that a problem speaks of: what stands at its line and column, else at its path, else the first character. */
export function extentOf(problem: Problem, text: string): Extent {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  if (problem.line != null) return atPosition(tree, text, offsetOf(text, problem.line, problem.column ?? 1));
  const node = tree && problem.path ? findNodeAtLocation(tree, steps(problem.path)) : undefined;
  return node ? firstLine(node, text) : { from: 0, to: Math.min(1, text.length) };
}

export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

function atPosition(tree: Node | undefined, text: string, offset: number): Extent {
  const node = tree && findNodeAtOffset(tree, offset);
  if (node && node.offset === offset) return firstLine(node, text);
  const word = /^[^\s,:{}[\]]+/.exec(text.slice(offset))?.[0].length ?? 1;
  const to = Math.min(offset + word, text.length);
  return { from: Math.max(0, Math.min(offset, to - 1)), to };
}

/** An object that reaches over many lines is marked where it begins. */
function firstLine(node: Node, text: string): Extent {
  const end = text.indexOf('\n', node.offset);
  return { from: node.offset, to: Math.min(node.offset + node.length, end < 0 ? text.length : end) };
}
