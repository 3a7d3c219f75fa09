import type { Token } from 'markdown-it';
import type { Span } from '../../place.ts';
import { startOf } from './inline.ts';
import type { Link, Prose } from './markdown.ts';
import { cut, type Piece, sourceOf } from './pieces.ts';
import { strikeEnds, strikeOf } from './struck.ts';

export interface ProseWithHtml extends Prose {
  /** Tags and comments between the words. */
  readonly html: readonly Span[];
  /** What is struck out: a blank in the text. */
  readonly struck: readonly Span[];
  readonly links: readonly Link[];
}

/**
 * What a reader sees standing of an inline token. `content` tells where the characters of the token's text are in the
 * file; `struck`: all of it is struck out.
 */
export function proseOf(token: Token, content: readonly Piece[], struck: boolean): ProseWithHtml {
  const reader = new InlineReader(content);
  const { length } = token.content;
  if (struck) reader.startStrike(0);
  reader.read(token.children ?? [], token.content, 0);
  reader.endStrikes(length);
  return reader.prose(sourceOf(content, 0, length));
}

/** A part of a prose that is one itself. */
export function stretchOf(prose: Prose, { start, end }: Span): Prose {
  const within = (spans: readonly Span[]): Span[] =>
    spans
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ start: span.start - start, end: span.end - start }));
  return {
    ...prose.at(start, end),
    text: prose.text.slice(start, end),
    code: within(prose.code),
    lines: within(prose.lines),
    at: (from, to) => prose.at(start + from, start + to),
  };
}

class InlineReader {
  readonly #content: readonly Piece[];
  readonly #pieces: Piece[] = [];
  readonly #code: Span[] = [];
  readonly #html: Span[] = [];
  readonly #struck: Span[] = [];
  readonly #links: Link[] = [];
  readonly #breaks: number[] = [];
  #text = '';
  /** The marks that strike out what is being read, and where the first of them stands. */
  #strikes = 0;
  #strikeStart = 0;

  constructor(content: readonly Piece[]) {
    this.#content = content;
  }

  #at(start: number, end: number): Span {
    return sourceOf(this.#content, start, end);
  }

  /** `source` is the text that the tokens were made of, `offset` where in the block's text that begins. */
  read(tokens: readonly Token[], source: string, offset: number): void {
    if (tokens.length === 0) this.#add(source, offset, offset + source.length);
    let ends: ReadonlyMap<string, number> | undefined;
    let open: { readonly start: number; readonly target: string } | undefined;
    for (const [index, token] of tokens.entries()) {
      const start = startOf(token) + offset;
      const strike = strikeOf(token);
      if (strike?.opens === false) {
        this.#endStrike(start + token.markup.length + token.content.length);
      } else if (strike) {
        ends ??= strikeEnds(tokens);
        // A tag that nothing ends is more often a name in angle brackets, but not before all that is said.
        const isEnded = (ends.get(strike.mark) ?? 0) > index;
        if (isEnded || this.#strikes > 0 || this.#text.trim() === '') this.startStrike(start);
      }
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
        case 'link_open':
          open = { start, target: String(token.attrGet('href') ?? '') };
          break;
        case 'link_close':
          // The place of the token is that of the `]`, behind the last sign of the text.
          if (open) this.#links.push({ ...this.#at(open.start, start), target: open.target });
          open = undefined;
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

  startStrike(start: number): void {
    if (this.#strikes === 0) this.#strikeStart = start;
    this.#strikes += 1;
  }

  #endStrike(end: number): void {
    if (this.#strikes === 1) this.endStrikes(end);
    else if (this.#strikes > 1) this.#strikes -= 1;
  }

  /** What was struck out up to here reads as a blank, so that it joins no words. */
  endStrikes(end: number): void {
    if (this.#strikes === 0) return;
    this.#strikes = 0;
    this.#struck.push(this.#at(this.#strikeStart, end));
    this.#add(' ', this.#strikeStart, end);
  }

  #add(text: string, start: number, end: number): void {
    if (text === '' || this.#strikes > 0) return;
    const from = this.#text.length;
    if (end - start === text.length) this.#pieces.push(...cut(this.#content, start, end, from));
    else this.#pieces.push({ from, length: text.length, source: this.#at(start, end) });
    this.#text += text;
  }

  #addBreak(start: number): void {
    if (this.#strikes > 0) return;
    this.#breaks.push(this.#text.length);
    this.#add(' ', start, start + 1);
  }

  /** A code span may go on over lines; one blank at each end may belong to the marks: `` ` a ` `` is `a`. */
  #addCode(token: Token, source: string, offset: number): void {
    if (this.#strikes > 0) return;
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

  prose({ start, end }: Span): ProseWithHtml {
    const around = { html: this.#html, struck: this.#struck, links: this.#links, start, end };
    return new PlacedProse(this.#text, this.#pieces, this.#code, this.#breaks, around);
  }
}

/** A class, not a literal with closures: a document may have a hundred thousand of them. */
class PlacedProse implements ProseWithHtml {
  readonly text: string;
  readonly code: readonly Span[];
  readonly html: readonly Span[];
  readonly struck: readonly Span[];
  readonly links: readonly Link[];
  readonly start: number;
  readonly end: number;
  readonly #pieces: readonly Piece[];
  readonly #breaks: readonly number[];

  constructor(
    text: string,
    pieces: readonly Piece[],
    code: readonly Span[],
    breaks: readonly number[],
    { html, struck, links, start, end }: Pick<ProseWithHtml, 'html' | 'struck' | 'links' | 'start' | 'end'>,
  ) {
    this.text = text;
    this.code = code;
    this.html = html;
    this.struck = struck;
    this.links = links;
    this.start = start;
    this.end = end;
    this.#pieces = pieces;
    this.#breaks = breaks;
  }

  get lines(): readonly Span[] {
    const starts = [0, ...this.#breaks.map((at) => at + 1)];
    return starts.map((start, index) => ({ start, end: this.#breaks[index] ?? this.text.length }));
  }

  at(start: number, end: number): Span {
    if (this.#pieces.length === 0) return { start: this.start, end: this.start };
    return sourceOf(this.#pieces, start, end);
  }
}
