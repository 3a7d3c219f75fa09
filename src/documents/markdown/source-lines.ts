import { lineStarts, type Span } from '../../place.ts';

/** Where the lines of a file's text are, from `offset` on. */
export class SourceLines {
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #offset: number;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
    this.#starts = lineStarts(offset === 0 ? text : text.slice(offset));
  }

  /** Without its line break. `line` counts from 0. */
  span(line: number): Span {
    const start = (this.#starts[line] ?? this.#text.length - this.#offset) + this.#offset;
    const next = this.#starts[line + 1];
    if (next === undefined) return { start, end: this.#text.length };
    const end = next + this.#offset;
    const long = this.#text[end - 1] === '\n' && this.#text[end - 2] === '\r';
    return { start, end: end - (long ? 2 : 1) };
  }

  text(line: number): string {
    const { start, end } = this.span(line);
    return this.#text.slice(start, end);
  }
}
