import type { Span } from '../../place.ts';

/**
 * Text as a reader sees it (no emphasis, backticks, escapes, entities, link targets; soft line breaks are spaces),
 * able to say where each part of it stands in the file. What is struck out is a blank.
 */
export interface Prose extends Span {
  readonly text: string;
  /** The file's span of a stretch of `text`. */
  at(start: number, end: number): Span;
  /** Stretches of `text` that stood in backticks. */
  readonly code: readonly Span[];
  /** Stretches of `text` that stood on one line of the file each. */
  readonly lines: readonly Span[];
}

/** From the first sign of a link to the last of its text, which is before what it leads to. */
export interface Link extends Span {
  /** As it is written, without a title. */
  readonly target: string;
}

export interface Heading extends Span {
  readonly depth: number;
  readonly prose: Prose;
  /** The heading that this one stands under. */
  readonly parent: Heading | undefined;
}

/** A paragraph, or a list item's own text without its nested items. */
export interface Block extends Span {
  readonly type: 'paragraph' | 'item';
  readonly prose: Prose;
  readonly section: Heading | undefined;
  /** Nesting of lists: 0 for a paragraph, 1 for an item of an outer list. */
  readonly depth: number;
  /** The paragraph directly before the list that an item belongs to: `Acceptance:`, `Blocked by:`. */
  readonly label: Prose | undefined;
  readonly quoted: boolean;
  /** The box of the item that it belongs to: `[ ]`, or `[x]`, `[X]`. It stands in the text as well. */
  readonly box: 'open' | 'ticked' | undefined;
}

export interface TableRow extends Span {
  readonly cells: readonly Prose[];
  readonly header: boolean;
  /** The paragraph directly before the table. */
  readonly label: Prose | undefined;
  readonly section: Heading | undefined;
}

/** A fenced or indented code block. `content` is the span of the text between the fences, in the file. */
export interface Code extends Span {
  readonly language: string;
  readonly text: string;
  readonly content: Span;
  /** The file's span of a stretch of `text`: in a quote or a list there is more before each line. */
  at(start: number, end: number): Span;
  readonly section: Heading | undefined;
}

/** A markdown body, flat and in the order of the text. Offsets are the file's, front matter included. */
export interface Markdown {
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly rows: readonly TableRow[];
  readonly code: readonly Code[];
  /** HTML blocks and comments: a reader doesn't see them, a parser may. */
  readonly html: readonly Span[];
  /** What is struck out, with its marks. */
  readonly struck: readonly Span[];
  /** In the order of the text. */
  readonly links: readonly Link[];
}
