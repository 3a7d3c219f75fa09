import { atomsOf } from './atoms.ts';
import { hashSymbols, hashText } from './digest.ts';
import type { Line } from './lines.ts';
import type { Normalised, Stream } from './normalise.ts';
import { pairsOf } from './pairs.ts';

/** A line, a pair, an atom or a changed line of a diff, hashed; grams are made apart, since there are so many. */
export interface Feature {
  readonly kind: 'pairs' | 'rows' | 'n3-rows' | 'atoms' | 'strong-atoms' | 'digests' | 'diff-lines';
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
const SHORTEST_N3_ROW = 10;
const SHORTEST_CHANGE = 6;

export function featuresOf(lines: readonly Line[], normalised: Normalised): readonly Feature[] {
  const features: Feature[] = [];
  addRows(features, 'rows', normalised.n1, SHORTEST_ROW);
  addRows(features, 'n3-rows', normalised.n3, SHORTEST_N3_ROW);
  const add = (kind: Feature['kind'], text: string, line: number) => {
    const [a, b] = hashText(text);
    features.push({ kind, a, b, line, size: text.length, digits: true });
  };
  for (const { text, line } of pairsOf(lines)) add('pairs', text, line);
  lines.forEach(({ text, change }, line) => {
    for (const atom of atomsOf(text)) add(atom.kind, atom.text, line);
    for (const body of changedBodies(text, change)) add('diff-lines', body, line);
  });
  return features;
}

/** One feature for each line that has enough symbols left. */
function addRows(features: Feature[], kind: 'rows' | 'n3-rows', stream: Stream, shortest: number): void {
  const { symbols, line } = stream;
  for (let from = 0; from < symbols.length; ) {
    const row = line[from]!;
    let to = from;
    let digits = 0;
    for (; to < symbols.length && line[to] === row; to++) {
      const symbol = symbols[to]!;
      if (symbol >= 0x30 && symbol <= 0x39) digits++;
    }
    if (to - from >= shortest) {
      const [a, b] = hashSymbols(symbols, from, to);
      features.push({ kind, a, b, line: row, size: to - from, digits: digits >= 3 });
    }
    from = to;
  }
}

/**
 * The sign and the symbols of a changed line, digits as one `0`: the merged source has no sign, and so never matches. Where a paragraph
 * was made of a diff, each part that begins with a sign counts too.
 */
function changedBodies(text: string, change: string): readonly string[] {
  const signed = text.charAt(0) === '+' || text.charAt(0) === '-';
  const whole = signed ? text : change + text;
  if (whole.charAt(0) !== '+' && whole.charAt(0) !== '-' && !/[\s"][+-]/.test(text)) return [];
  const parts = whole.split(/[\s"](?=[+-][^+-])/);
  return (parts.length > 1 ? [whole, ...parts] : parts).map(changedBody).filter((body) => body !== '');
}

function changedBody(text: string): string {
  const sign = text.charAt(0);
  if (sign !== '+' && sign !== '-') return '';
  const body = text
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\d+/g, '0')
    .toLowerCase();
  // A removed bullet, `-- text`, is no bullet, `- text`.
  const bullet = /^.[-*+] /.test(text) ? '*' : '';
  return body.length < SHORTEST_CHANGE ? '' : sign + bullet + body;
}
