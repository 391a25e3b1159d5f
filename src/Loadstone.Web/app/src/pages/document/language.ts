import { foldService, HighlightStyle, StreamLanguage, syntaxHighlighting, type StringStream } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { isClosing, isOpening, tokens } from './tokens';

interface Where {
  isInComment: boolean;
}

/** JSON with comments, which the grammar that CodeMirror brings for JSON takes for errors. */
const json = StreamLanguage.define<Where>({
  name: 'json with comments',
  startState: () => ({ isInComment: false }),
  token: (stream, where) => (where.isInComment ? comment(stream, where) : token(stream, where)),
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } }, closeBrackets: { brackets: ['{', '[', '"'] } },
});

function token(stream: StringStream, where: Where): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match('//')) return stream.skipToEnd(), 'comment';
  if (stream.match('/*')) return comment(stream, where);
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return stream.match(/^\s*:/, false) ? 'propertyName' : 'string';
  if (stream.match(/^[-+]?\d[\d.eE+-]*/)) return 'number';
  if (stream.match(/^(?:true|false|null)\b/)) return 'atom';
  return stream.next(), null;
}

function comment(stream: StringStream, where: Where): string {
  where.isInComment = !stream.match(/^.*?\*\//);
  if (where.isInComment) stream.skipToEnd();
  return 'comment';
}

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: [tags.number, tags.atom], color: 'var(--done)' },
]);

/** From the bracket that a line leaves open to the one that closes it. */
const folding = foldService.of((state, start, end) => {
  const open = lastOpen(state, start, end);
  const close = open === null ? null : closing(state, open);
  return close !== null && close > end ? { from: open! + 1, to: close } : null;
});

function lastOpen(state: EditorState, start: number, end: number): number | null {
  const open: number[] = [];
  for (const token of tokens(state.sliceDoc(start, end))) {
    if (isOpening(token)) open.push(start + token.offset);
    else if (isClosing(token)) open.pop();
  }
  return open[0] ?? null;
}

function closing(state: EditorState, open: number): number | null {
  let depth = 0;
  for (const token of tokens(state.doc.toString(), open)) {
    if (isOpening(token)) depth++;
    else if (isClosing(token) && --depth === 0) return token.offset;
  }
  return null;
}

export const language: Extension = [json, syntaxHighlighting(colours), folding];
