import { createScanner } from 'jsonc-parser';

export interface Token {
  readonly offset: number;
  readonly end: number;
  /** Its first character, which tells what it is. */
  readonly sign: string;
}

/** The signs, names and values of a text, without its comments and blanks. */
export function* tokens(text: string, from = 0): Generator<Token> {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) return;
    yield { offset, end: offset + scanner.getTokenLength(), sign: text[offset]! };
  }
}

export const isOpening = (token: Token): boolean => token.sign === '{' || token.sign === '[';
export const isClosing = (token: Token): boolean => token.sign === '}' || token.sign === ']';
