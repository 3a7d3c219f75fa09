import type { z } from 'zod';
import { type Name, toName } from '../../name.ts';
import type { Span } from '../../place.ts';
import type { Tree } from '../data/tree.ts';
import type { Document } from '../document.ts';
import { declaredKeys } from './declared-keys.ts';

/** What is wrong with one key of a structured document, at the value, or at the mapping that lacks it. */
export interface Shortcoming extends Span {
  readonly problem: 'missing' | 'unknown' | 'empty' | 'wrong';
  /** The key that the format knows; absent where the document brought a key of its own. */
  readonly key: Name | undefined;
}

/** A JSON or YAML document held against its format. `value` is there only where nothing is wrong. */
export interface Structured<T> {
  readonly document: Document;
  readonly value: T | undefined;
  readonly shortcomings: readonly Shortcoming[];
  /** The span of the value at a path of keys; of the nearest mapping around it where it is missing. */
  at(...path: readonly string[]): Span;
}

/** Plain data of a tree. Of duplicate keys the first counts; the duplicate is a fault of the document already. */
export function plainValue(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plainValue);
  // Null prototype: `__proto__` is a key like any other then.
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const { key, value } of tree.entries) if (!(key in object)) object[key] = plainValue(value);
  return object;
}

function step(tree: Tree, key: PropertyKey): Tree | undefined {
  if (tree.kind === 'mapping') return tree.entries.find((entry) => entry.key === key)?.value;
  if (tree.kind === 'list' && typeof key === 'number') return tree.items[key];
  return undefined;
}

function nearest(tree: Tree, path: readonly PropertyKey[]): { tree: Tree; whole: boolean } {
  let current = tree;
  for (const key of path) {
    const next = step(current, key);
    if (next === undefined) return { tree: current, whole: false };
    current = next;
  }
  return { tree: current, whole: true };
}

const NOTHING: Span = { start: 0, end: 0 };

function shortcomingsOf(root: Tree, issue: z.core.$ZodIssue, declared: ReadonlySet<string>): Shortcoming[] {
  const { tree, whole } = nearest(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const entries = tree.kind === 'mapping' ? tree.entries.filter(({ key }) => issue.keys.includes(key)) : [];
    return entries.map(({ keySpan }) => ({
      problem: 'unknown',
      key: undefined,
      start: keySpan.start,
      end: keySpan.end,
    }));
  }
  const last = [...issue.path].reverse().find((part) => typeof part === 'string' && declared.has(part));
  const key = last === undefined ? undefined : toName(String(last));
  const empty = tree.kind === 'scalar' && (tree.value === '' || tree.value === null);
  const problem = !whole ? 'missing' : empty ? 'empty' : 'wrong';
  return [{ problem, key, start: tree.start, end: tree.end }];
}

/** Holds the first tree of a document against a format. The library's messages are not used: they may quote values. */
export function readStructured<T>(document: Document, format: z.ZodType<T>): Structured<T> {
  const root = document.trees[0] ?? document.frontMatter;
  const at = (...path: readonly string[]): Span => (root ? nearest(root, path).tree : NOTHING);
  if (root === undefined) {
    return {
      document,
      value: undefined,
      shortcomings: [{ problem: 'wrong', key: undefined, ...NOTHING }],
      at,
    };
  }
  const result = format.safeParse(plainValue(root));
  if (result.success) {
    return { document, value: document.faults.length === 0 ? result.data : undefined, shortcomings: [], at };
  }
  return {
    document,
    value: undefined,
    shortcomings: result.error.issues.flatMap((issue) => shortcomingsOf(root, issue, declaredKeys(format))),
    at,
  };
}
