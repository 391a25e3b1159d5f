import { createScanner, findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { DocumentPath } from './document';

/** An item with the comments that speak of it: those above it, and those beside it on its line. */
interface Item {
  readonly above: string;
  readonly text: string;
  readonly beside: string;
}

/**
 * The text with the items of a list in another order: each by the number that it has now, left out where its number is missing, copied where it comes again.
 * Comments go with their items; line breaks and indents stay where they are.
 */
export function rearranged(text: string, list: DocumentPath, order: readonly number[]): string {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const node = tree && findNodeAtLocation(tree, [...list]);
  if (node?.type !== 'array' || !node.children?.length) return text;
  const end = node.offset + node.length - 1;
  const nodes = node.children;
  const head = between(text, node.offset + 1, nodes[0]!.offset);
  const gaps = nodes.map((item, i) => between(text, item.offset + item.length, nodes[i + 1]?.offset ?? end));
  const above = [head, ...gaps].map(gap => gap.below);
  const layout = above.map(below => /^\s*/.exec(below)![0]);
  const items = nodes.map((item, i): Item => ({ above: above[i]!.slice(layout[i]!.length), text: text.slice(item.offset, item.offset + item.length), beside: gaps[i]!.beside }));

  let written = `[${head.beside}`;
  order.forEach((number, place) => {
    const item = items[number]!;
    const isCopy = order.indexOf(number) < place;
    const indent = layout[Math.min(place, nodes.length - 1)]!;
    written += opened(written, indent) + (isCopy ? '' : item.above) + item.text + (place < order.length - 1 ? ',' : '') + (isCopy ? '' : item.beside);
  });
  const tail = above.at(-1)!;
  return text.slice(0, node.offset) + written + opened(written, tail) + text.slice(end);
}

/** What stands between two items without its comma: the comments that end the line of the first, and all that follows. */
function between(text: string, from: number, to: number): { readonly beside: string; readonly below: string } {
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
  let beside = '';
  let below = '';
  let hasEnded = false;
  for (scanner.scan(); scanner.getTokenOffset() < to; scanner.scan()) {
    const token = text.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength());
    hasEnded ||= token.endsWith('\n');
    if (token === ',') continue;
    if (hasEnded) below += token;
    else beside += token;
  }
  const comment = beside.trimEnd();
  return { beside: comment, below: beside.slice(comment.length) + below };
}

/** Nothing may follow a line comment on its line. */
const opened = (before: string, next: string) => (/\/\/[^\n]*$/.test(before) && !/^[^\S\n]*\n/.test(next) ? `\n${next}` : next);
