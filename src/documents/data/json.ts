import { createScanner, type JSONScanner } from 'jsonc-parser';
import { Faults, MAX_DEPTH, type Parsed, type Placing, placedFrom } from './fragment.ts';
import { isOddKey } from './odd-key.ts';
import type { Entry, Tree } from './tree.ts';

export interface JsonOptions {
  /** JSON with comments and trailing commas (`.jsonc`). In plain JSON both are read too, and are a fault. */
  readonly comments?: boolean;
  readonly at?: Placing;
}

/** jsonc-parser's `SyntaxKind`: a const enum, which isolated modules cannot import. */
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COMMA = 5;
const COLON = 6;
const NULL = 7;
const TRUE = 8;
const FALSE = 9;
const STRING = 10;
const NUMBER = 11;
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const LINE_BREAK = 14;
const BLANK = 15;
const END = 17;

/** jsonc-parser's `ScanError.InvalidCharacter`: a control character in a string, which is read all the same. */
const INVALID_CHARACTER = 6;

interface Container {
  readonly start: number;
  readonly closer: typeof CLOSE_BRACE | typeof CLOSE_BRACKET;
  readonly entries: Entry[];
  readonly items: Tree[];
  readonly keys: Set<string>;
  key: Pick<Entry, 'key' | 'keySpan'> | undefined;
  awaits: 'first' | 'next' | 'colon' | 'value' | 'comma';
}

/**
 * One JSON value with the place of each part. No recursion: a million times `[` is a fault, not a full stack. What
 * `JSON.parse` refuses is a `not-json` fault at the first wrong token, beside whatever was read up to there.
 */
export function parseJson(text: string, options: JsonOptions = {}): Parsed {
  return new JsonReader(text, options).read();
}

class JsonReader {
  readonly #text: string;
  readonly #at: Placing;
  readonly #comments: boolean;
  readonly #scanner: JSONScanner;
  readonly #faults: Faults;
  readonly #open: Container[] = [];
  #root: Tree | undefined;

  constructor(text: string, options: JsonOptions) {
    this.#text = text;
    this.#at = options.at ?? placedFrom(0);
    this.#comments = options.comments ?? false;
    this.#scanner = createScanner(text, false);
    this.#faults = new Faults(this.#at);
  }

  read(): Parsed {
    let kind: number = this.#scanner.scan();
    while (kind !== END && this.#take(kind)) kind = this.#scanner.scan();
    if (kind === END && (this.#root === undefined || this.#open.length > 0)) this.#wrong();
    while (this.#open.length > 0) this.#close();
    return { trees: this.#root === undefined ? [] : [this.#root], faults: this.#faults.list };
  }

  get #start(): number {
    return this.#scanner.getTokenOffset();
  }

  get #end(): number {
    return this.#start + this.#scanner.getTokenLength();
  }

  #wrong(): false {
    this.#faults.addOnce('not-json', this.#start, this.#end);
    return false;
  }

  /** Whether reading goes on after this token. */
  #take(kind: number): boolean {
    if (kind === BLANK || kind === LINE_BREAK) return true;
    const error: number = this.#scanner.getTokenError();
    if (error !== 0) this.#wrong();
    if (kind === LINE_COMMENT || kind === BLOCK_COMMENT) {
      if (!this.#comments) this.#wrong();
      return error === 0;
    }
    if (error !== 0 && error !== INVALID_CHARACTER) return false;
    const container = this.#open.at(-1);
    if (container === undefined) return this.#root === undefined ? this.#value(kind) : this.#wrong();
    return this.#takeIn(container, kind);
  }

  #takeIn(container: Container, kind: number): boolean {
    if (kind === container.closer && container.awaits !== 'colon' && container.awaits !== 'value') {
      if (container.awaits === 'next' && !this.#comments) this.#wrong();
      return this.#close();
    }
    switch (container.awaits) {
      case 'comma':
        container.awaits = 'next';
        return kind === COMMA || this.#wrong();
      case 'colon':
        container.awaits = 'value';
        return kind === COLON || this.#wrong();
      case 'value':
        return this.#value(kind);
      default:
        return container.closer === CLOSE_BRACE ? this.#key(container, kind) : this.#value(kind);
    }
  }

  #key(container: Container, kind: number): boolean {
    if (kind !== STRING) return this.#wrong();
    const key = this.#scanner.getTokenValue();
    if (container.keys.has(key)) this.#faults.add('duplicate-key', this.#start, this.#end);
    if (isOddKey(this.#text.slice(this.#start, this.#end), key))
      this.#faults.add('odd-key', this.#start, this.#end);
    container.keys.add(key);
    container.key = { key, keySpan: this.#at(this.#start, this.#end) };
    container.awaits = 'colon';
    return true;
  }

  #value(kind: number): boolean {
    switch (kind) {
      case OPEN_BRACE:
        return this.#openContainer(CLOSE_BRACE);
      case OPEN_BRACKET:
        return this.#openContainer(CLOSE_BRACKET);
      case STRING:
        return this.#scalar(this.#scanner.getTokenValue());
      case NUMBER:
        return this.#scalar(Number(this.#scanner.getTokenValue()));
      case TRUE:
      case FALSE:
        return this.#scalar(kind === TRUE);
      case NULL:
        return this.#scalar(null);
      default:
        return this.#wrong();
    }
  }

  #scalar(value: string | number | boolean | null): true {
    this.#attach({ kind: 'scalar', value, ...this.#at(this.#start, this.#end) });
    return true;
  }

  #openContainer(closer: Container['closer']): true {
    if (this.#open.length === MAX_DEPTH) this.#faults.addOnce('too-deep', this.#start, this.#end);
    this.#open.push({
      start: this.#start,
      closer,
      entries: [],
      items: [],
      keys: new Set(),
      key: undefined,
      awaits: 'first',
    });
    return true;
  }

  #close(): true {
    const { start, closer, entries, items } = this.#open.pop()!;
    const span = this.#at(start, this.#end);
    if (this.#open.length < MAX_DEPTH) {
      this.#attach(
        closer === CLOSE_BRACE ? { kind: 'mapping', entries, ...span } : { kind: 'list', items, ...span },
      );
    }
    return true;
  }

  #attach(tree: Tree): void {
    const container = this.#open.at(-1);
    if (container === undefined) {
      this.#root = tree;
      return;
    }
    container.awaits = 'comma';
    if (container.key === undefined) container.items.push(tree);
    else container.entries.push({ ...container.key, value: tree });
    container.key = undefined;
  }
}
