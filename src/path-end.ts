import { literalPattern } from './pattern.ts';

/** Codes of ASCII: of what lies beyond, any sign may be the last. */
const ASCII = 128;

/**
 * How a path ends that is looked for, as far as that is plain: a hundred thousand paths are searched for it at once,
 * without one of them being made.
 */
export class PathEnds {
  readonly #source: string;
  readonly #own: RegExp;

  /**
   * @param last whether the sign of a code below 128 may be the last one
   * @param texts with one of which they may end, of ASCII
   */
  constructor(last: (code: number) => boolean, texts: readonly string[] = []) {
    const signs = Array.from({ length: ASCII }, (_, code) => String.fromCharCode(code));
    const lasts = signs.filter((_, code) => last(code)).map(literalPattern);
    this.#source = `(?:${[`[${lasts.join('')}\\x80-\\uffff]`, ...texts.map(literalPattern)].join('|')})`;
    this.#own = new RegExp(`${this.#source}$`);
  }

  /** Whether a path may be one that is looked for. */
  mayEnd(path: string): boolean {
    return this.#own.test(path);
  }

  /** Finds the NUL behind each such path, by `lastIndex`. */
  beforeNul(): RegExp {
    return new RegExp(`${this.#source}\0`, 'g');
  }
}
