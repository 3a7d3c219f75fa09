import { atomsOf } from './atoms.ts';
import { hashText } from './digest.ts';
import type { Line } from './lines.ts';
import type { Normalised, Stream } from './normalise.ts';
import { pairsOf } from './pairs.ts';

/** A line, a pair, an atom or a changed line of a diff, hashed; grams are made apart, since there are so many. */
export interface Feature {
  readonly kind: 'pairs' | 'rows' | 'n2-rows' | 'atoms' | 'strong-atoms' | 'digests' | 'diff-lines';
  readonly a: number;
  readonly b: number;
  /** Index of the line. */
  readonly line: number;
  /** Symbols of a row. */
  readonly size: number;
  /** Whether a row holds three digits or more. */
  readonly digits: boolean;
}

const SHORTEST_ROW = 8;
const SHORTEST_N2_ROW = 10;
const SHORTEST_CHANGE = 6;

export function featuresOf(lines: readonly Line[], normalised: Normalised): readonly Feature[] {
  const features: Feature[] = [];
  addRows(features, 'rows', normalised.n1, SHORTEST_ROW);
  addRows(features, 'n2-rows', normalised.n2, SHORTEST_N2_ROW);
  const add = (kind: Feature['kind'], text: string, line: number) => {
    const [a, b] = hashText(text);
    features.push({ kind, a, b, line, size: text.length, digits: true });
  };
  for (const { text, line } of pairsOf(lines)) add('pairs', text, line);
  lines.forEach(({ text, change }, line) => {
    for (const atom of atomsOf(text)) add(atom.kind, atom.text, line);
    const body = changedBody(text, change);
    if (body !== '') add('diff-lines', body, line);
  });
  return features;
}

/** One feature for each line that has enough symbols left. */
function addRows(features: Feature[], kind: 'rows' | 'n2-rows', stream: Stream, shortest: number): void {
  const { symbols, line } = stream;
  for (let from = 0; from < symbols.length; ) {
    const row = line[from]!;
    let to = from;
    let digits = 0;
    let text = '';
    for (; to < symbols.length && line[to] === row; to++) {
      const symbol = symbols[to]!;
      if (symbol >= 0x30 && symbol <= 0x39) digits++;
      text += String.fromCharCode(symbol);
    }
    if (text.length >= shortest) {
      const [a, b] = hashText(text);
      features.push({ kind, a, b, line: row, size: text.length, digits: digits >= 3 });
    }
    from = to;
  }
}

/** The sign and the symbols of a changed line: the merged source has no sign, and so never matches. */
export function changedBody(text: string, change: string): string {
  const first = text.charAt(0);
  const signed = first === '+' || first === '-';
  const sign = signed ? first : change;
  if (sign === '') return '';
  const body = text
    .slice(signed ? 1 : 0)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return body.length < SHORTEST_CHANGE ? '' : sign + body;
}
