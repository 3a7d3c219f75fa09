import { listsDigests } from '../structure/digest-listing.ts';
import type { Line } from '../text/lines.ts';
import { digitsOf } from '../text/marks.ts';
import type { Normalised } from '../text/normalise.ts';
import { atomsOf } from './atoms.ts';
import { eachChangedBody } from './changed-bodies.ts';
import { hashText } from './digest.ts';
import { eachPair } from './pairs.ts';
import { eachRow, eachShape, eachTriple, type VisitRow } from './rows.ts';

export const FEATURE_KINDS = [
  'pairs',
  'rows',
  'n3-rows',
  'atoms',
  'strong-atoms',
  'digests',
  'diff-lines',
  'diff-values',
  'row-triples',
] as const;

/** A line, a pair, an atom or a changed line of a diff; grams are made apart, since there are so many. */
export interface Feature {
  readonly kind: (typeof FEATURE_KINDS)[number];
  /** Index of the line. */
  readonly line: number;
  /** Symbols of a row or changed line, at most 63. */
  readonly size: number;
  /** Whether a row holds three digits or more; whether a digest stands in a listing that a program wrote. */
  readonly digits: boolean;
}

/** Gets each feature with its two hashes. `feature` is packed into a number: objects for all of them cost too much. */
export type VisitFeature = (kind: Feature['kind'], a: number, b: number, packed: number) => void;

const LONGEST_SIZE = 63;

function pack(kind: Feature['kind'], line: number, size: number, digits: boolean): number {
  const small = Math.min(size, LONGEST_SIZE) * 2 + (digits ? 1 : 0);
  return (line * 128 + small) * FEATURE_KINDS.length + FEATURE_KINDS.indexOf(kind);
}

export function lineOfFeature(packed: number): number {
  return Math.floor(packed / (128 * FEATURE_KINDS.length));
}

export function featureOf(packed: number): Feature {
  const rest = Math.floor(packed / FEATURE_KINDS.length);
  return {
    kind: FEATURE_KINDS[packed % FEATURE_KINDS.length]!,
    line: Math.floor(rest / 128),
    size: Math.floor((rest % 128) / 2),
    digits: rest % 2 === 1,
  };
}

const SHORTEST_ROW = 8;
const SHORTEST_N3_ROW = 10;

/** The features of the kinds that are wanted. */
export function eachFeature(
  lines: readonly Line[],
  normalised: Normalised,
  isWanted: (kind: Feature['kind']) => boolean,
  visit: VisitFeature,
): void {
  if (isWanted('rows')) eachRow(normalised.n1, SHORTEST_ROW, visitRows('rows', visit));
  if (isWanted('n3-rows')) eachShape(lines, normalised, SHORTEST_N3_ROW, visitRows('n3-rows', visit));
  if (isWanted('row-triples')) {
    eachTriple(lines, normalised.n1, SHORTEST_ROW, (line, a, b) =>
      visit('row-triples', a, b, pack('row-triples', line, 0, true)),
    );
  }
  if (isWanted('pairs')) {
    eachPair(lines, (line, size, a, b) => visit('pairs', a, b, pack('pairs', line, size, true)));
  }
  for (let line = 0; line < lines.length; line++) {
    const { text, marks } = lines[line]!;
    if (digitsOf(marks) === 0) continue;
    for (const atom of atomsOf(text)) {
      if (isWanted(atom.kind)) visitText(atom, line, atom.kind !== 'digests' || listsDigests(text), visit);
    }
  }
  if (isWanted('diff-lines')) eachChangedLine(lines, visit);
}

function visitRows(kind: 'rows' | 'n3-rows', visit: VisitFeature): VisitRow {
  return (line, size, digits, a, b) => visit(kind, a, b, pack(kind, line, size, digits >= 3));
}

function visitText(
  { kind, text }: Pick<Feature, 'kind'> & { readonly text: string },
  line: number,
  digits: boolean,
  visit: VisitFeature,
): void {
  const [a, b] = hashText(text);
  visit(kind, a, b, pack(kind, line, text.length, digits));
}

/** Lines with the sign of a diff: of evidence only those that stand in one. */
export function eachChangedLine(lines: readonly Line[], visit: VisitFeature): void {
  for (let line = 0; line < lines.length; line++) {
    eachChangedBody(lines[line]!, (size, a, b, withDigits) => {
      const kind = withDigits ? 'diff-values' : 'diff-lines';
      visit(kind, a, b, pack(kind, line, size, true));
    });
  }
}
