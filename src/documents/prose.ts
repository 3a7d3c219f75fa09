import type { Token } from 'markdown-it';
import type { Span } from '../place.ts';
import { startOf } from './inline.ts';
import type { Prose } from './markdown.ts';
import { type Piece, sourceOf } from './pieces.ts';

export interface ProseWithHtml extends Prose {
  /** Tags and comments between the words. */
  readonly html: readonly Span[];
}

/**
 * What a reader sees of an inline token. `content` tells where the characters of the token's text are in the file.
 */
export function proseOf(token: Token, content: readonly Piece[]): ProseWithHtml {
  const reader = new InlineReader((start, end) => sourceOf(content, start, end));
  reader.read(token.children ?? [], token.content, 0);
  return reader.prose(sourceOf(content, 0, token.content.length));
}

class InlineReader {
  readonly #at: (start: number, end: number) => Span;
  readonly #pieces: Piece[] = [];
  readonly #code: Span[] = [];
  readonly #html: Span[] = [];
  readonly #breaks: number[] = [];
  #text = '';

  constructor(at: (start: number, end: number) => Span) {
    this.#at = at;
  }

  /** `source` is the text that the tokens were made of, `offset` where in the block's text that begins. */
  read(tokens: readonly Token[], source: string, offset: number): void {
    for (const token of tokens) {
      const start = startOf(token) + offset;
      switch (token.type) {
        case 'text':
          this.#add(token.content, start, start + token.content.length);
          break;
        case 'text_special':
          this.#add(token.content, start, start + token.markup.length);
          break;
        case 'code_inline':
          this.#addCode(token, source, offset);
          break;
        case 'softbreak':
        case 'hardbreak':
          this.#addBreak(start);
          break;
        case 'image':
          // Its description is a text of its own, parsed by itself, behind `![`.
          this.read(token.children ?? [], token.content, start + 2);
          break;
        case 'html_inline':
          this.#html.push(this.#at(start, start + token.content.length));
          break;
      }
    }
  }

  #add(text: string, start: number, end: number): void {
    if (text === '') return;
    this.#pieces.push({ from: this.#text.length, length: text.length, source: this.#at(start, end) });
    this.#text += text;
  }

  #addBreak(start: number): void {
    this.#breaks.push(this.#text.length);
    this.#add(' ', start, start + 1);
  }

  /** A code span may go on over lines; one blank at each end may belong to the marks: `` ` a ` `` is `a`. */
  #addCode(token: Token, source: string, offset: number): void {
    const from = this.#text.length;
    const inside = startOf(token) + token.markup.length;
    const padded = !source.startsWith(token.markup, inside + token.content.length);
    let at = inside + (padded ? 1 : 0);
    for (const [index, part] of source
      .slice(at, at + token.content.length)
      .split('\n')
      .entries()) {
      if (index > 0) this.#addBreak(offset + at - 1);
      this.#add(part, offset + at, offset + at + part.length);
      at += part.length + 1;
    }
    this.#code.push({ start: from, end: this.#text.length });
  }

  prose(whole: Span): ProseWithHtml {
    const pieces = this.#pieces;
    const starts = [0, ...this.#breaks.map((at) => at + 1)];
    const at = (start: number, end: number): Span =>
      pieces.length === 0 ? { start: whole.start, end: whole.start } : sourceOf(pieces, start, end);
    return {
      ...whole,
      text: this.#text,
      code: this.#code,
      lines: starts.map((start, index) => ({ start, end: this.#breaks[index] ?? this.#text.length })),
      html: this.#html,
      at,
    };
  }
}
