import type { Place, SourceFile } from '../file.ts';
import type { Span } from '../place.ts';
import type { Mapping, Tree } from './data/tree.ts';
import type { Heading, Markdown } from './markdown/markdown.ts';

export const KINDS = [
  'decision-record',
  'decision-packet',
  'work-items',
  'sot',
  'task',
  'admission',
  'build-report',
  'generated-config',
] as const;

export type Kind = (typeof KINDS)[number];

/** Something that could not be read in a document that a kind, or its name, says is one. */
export interface Fault extends Span {
  readonly fault:
    | 'front-matter-unclosed'
    | 'front-matter-language'
    | 'front-matter-invalid'
    | 'front-matter-not-first'
    | 'not-json'
    | 'not-yaml'
    | 'not-jsonl'
    | 'duplicate-key'
    | 'odd-key'
    | 'odd-value'
    | 'merge-key'
    | 'too-deep'
    | 'too-large'
    | 'timed-out'
    | 'aliases';
}

/**
 * One `key: value` in whatever form it was written. `value` is as a reader sees it: without markup and, in the markdown
 * forms, without one final full stop.
 */
export interface Field {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly form: 'item' | 'paragraph' | 'heading' | 'front-matter' | 'table' | 'block' | 'inline' | 'tree';
  /** In markdown, the heading that it stands under. */
  readonly section: Heading | undefined;
  /** In trees and front matter, the keys that lead to it, itself last. */
  readonly path: readonly string[];
  /** The value is a mapping, whose keys are fields too: no rule takes it for a value of one word. */
  readonly isMapping?: true;
}

/** A file of a known format, parsed once. */
export interface Document {
  readonly file: SourceFile;
  readonly format: 'markdown' | 'json' | 'yaml' | 'jsonl';
  readonly kinds: readonly Kind[];
  readonly frontMatter: Mapping | undefined;
  /** The markdown body; `undefined` in JSON, YAML and JSONL. */
  readonly markdown: Markdown | undefined;
  /** JSON: one; YAML: one a document; JSONL: one a line; markdown: none. */
  readonly trees: readonly Tree[];
  readonly faults: readonly Fault[];
  /** Every field in every form, in the order of the text. */
  readonly fields: readonly Field[];
  at(span: Span): Place;
}
