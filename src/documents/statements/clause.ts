import type { ClauseKind, Connective } from './openers.ts';

/** A stretch of a clause between commas, `and` and `or`. A negation at the head of a later one reaches forward only. */
export interface Piece {
  readonly start: number;
  readonly finite: boolean;
  /** Begins with `and` or `or`: the last of a list, whose verb is that of the whole list. */
  readonly joint: boolean;
}

/** A verb with what belongs to it. */
export interface Clause {
  readonly kind: ClauseKind;
  readonly connective: Connective | undefined;
  /** Clauses of one segment govern each other: a condition and what it is a condition of. */
  readonly segment: number;
  /** What it is said in: `the packet does not say` for `that it approves`. Its denial passes on. */
  readonly parent: number | undefined;
  readonly denies: boolean;
  /** A condition that stands before what it governs. */
  readonly leading: boolean;
  /** Puts right what the clause before it denies: `not a but b`. */
  readonly corrects: boolean;
  finite: boolean;
  readonly pieces: Piece[];
}

export interface Clauses {
  readonly clauses: readonly Clause[];
  /** For each word, the clause that it belongs to. */
  readonly of: readonly number[];
}
