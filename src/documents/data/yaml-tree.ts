import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../../place.ts';
import type { Faults, Placing } from './fragment.ts';
import { isOddKey } from './odd-key.ts';
import type { Entry, Tree } from './tree.ts';

/** Parts that aliases may add to one document, so that ten short lines do not stand for a billion parts. */
const MAX_ALIASED = 10_000;

/** The tags of the core schema. Any other means something to a program that a reader doesn't see. */
const PLAIN_TAG = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;

const NO_RANGE = [0, 0, 0] as const;

/** Reads one document of the `yaml` package into a tree. Its depth has been looked at before. */
export class YamlTree {
  readonly #text: string;
  readonly #at: Placing;
  readonly #faults: Faults;
  /** `undefined` while the anchored part is still being read: an alias to it would be a cycle. */
  readonly #anchors = new Map<string, Tree | undefined>();
  /** How many parts a tree has, those behind aliases counted each time. */
  readonly #sizes = new WeakMap<Tree, number>();
  #aliased = 0;

  constructor(text: string, at: Placing, faults: Faults) {
    this.#text = text;
    this.#at = at;
    this.#faults = faults;
  }

  read(document: Document.Parsed): Tree | undefined {
    return document.contents === null ? undefined : this.#node(document.contents);
  }

  #fault(fault: 'odd-key' | 'odd-value' | 'merge-key' | 'duplicate-key' | 'aliases', node: Node): void {
    const [start, end] = node.range ?? NO_RANGE;
    this.#faults.add(fault, start, end);
  }

  #span(node: Node): Span {
    const [start, end] = node.range ?? NO_RANGE;
    return this.#at(start, end);
  }

  #node(node: Node): Tree {
    if (isAlias(node)) return this.#alias(node);
    if (node.tag !== undefined && !PLAIN_TAG.test(node.tag)) this.#fault('odd-value', node);
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const tree = this.#content(node);
    if (anchor !== undefined) this.#anchors.set(anchor, tree);
    return tree;
  }

  #content(node: Node): Tree {
    if (isMap(node)) {
      const entries = this.#entries(node);
      const values = entries.map(({ value }) => value);
      return this.#sized({ kind: 'mapping', entries, ...this.#collection(node, values) }, values);
    }
    if (isSeq<Node>(node)) {
      const items = node.items.map((item) => this.#node(item));
      return this.#sized({ kind: 'list', items, ...this.#collection(node, items) }, items);
    }
    return this.#sized({ kind: 'scalar', value: scalarValue(node), ...this.#span(node) }, []);
  }

  /** Without brackets a collection ends with its last part, not with the blank lines and comments below. */
  #collection(node: YAMLMap | YAMLSeq, parts: readonly Tree[]): Span {
    const span = this.#span(node);
    const last = parts.at(-1);
    return node.flow === true || last === undefined
      ? span
      : { start: span.start, end: Math.max(span.start, last.end) };
  }

  #sized(tree: Tree, parts: readonly Tree[]): Tree {
    this.#sizes.set(
      tree,
      parts.reduce((sum, part) => sum + (this.#sizes.get(part) ?? 1), 1),
    );
    return tree;
  }

  /** A scalar stands where its alias stands; a collection is the anchored one itself, with that one's places. */
  #alias(node: Alias): Tree {
    const span = this.#span(node);
    const target = this.#anchors.get(node.source);
    this.#aliased += target === undefined ? 0 : (this.#sizes.get(target) ?? 1);
    if (target === undefined || this.#aliased > MAX_ALIASED) {
      this.#fault('aliases', node);
      return { kind: 'scalar', value: null, ...span };
    }
    return target.kind === 'scalar' ? { ...target, ...span } : target;
  }

  #entries(map: YAMLMap): Entry[] {
    const entries: Entry[] = [];
    const keys = new Set<string>();
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const key = this.#key(pair);
      if (keys.has(key)) this.#fault('duplicate-key', pair.key);
      keys.add(key);
      const keySpan = this.#span(pair.key);
      const value: Tree = pair.value
        ? this.#node(pair.value)
        : { kind: 'scalar', value: null, start: keySpan.end, end: keySpan.end };
      entries.push({ key, keySpan, value });
    }
    return entries;
  }

  #key({ key, srcToken }: Pair<Node, Node | null>): string {
    const [start, end] = key.range ?? NO_RANGE;
    const source = this.#text.slice(start, end);
    const tree = this.#node(key);
    const text = tree.kind === 'scalar' && tree.value !== null ? scalarText(key, tree.value) : source;
    const explicit = srcToken?.start.some(({ type }) => type === 'explicit-key-ind') ?? false;
    const plain = isScalar(key) && key.tag === undefined && source !== '';
    if (explicit || !plain || isOddKey(source, text)) this.#fault('odd-key', key);
    else if (source === '<<') this.#fault('merge-key', key);
    return text;
  }
}

function scalarValue(node: Node): string | number | boolean | null {
  const value: unknown = isScalar(node) ? node.value : null;
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  return isScalar(node) ? (node.source ?? null) : null;
}

/** A key is what is written: `1.0`, not the number 1. */
function scalarText(key: Node, value: string | number | boolean): string {
  return isScalar(key) && typeof value !== 'string' ? (key.source ?? String(value)) : String(value);
}
