import { atomsOf } from './atoms.ts';
import { hashSymbols, hashText } from './digest.ts';
import type { Line } from './lines.ts';
import type { Normalised, Stream } from './normalise.ts';
import { pairsOf } from './pairs.ts';

export const FEATURE_KINDS = [
  'pairs',
  'rows',
  'n3-rows',
  'atoms',
  'strong-atoms',
  'digests',
  'diff-lines',
  'row-triples',
] as const;

/** A line, a pair, an atom or a changed line of a diff; grams are made apart, since there are so many. */
export interface Feature {
  readonly kind: (typeof FEATURE_KINDS)[number];
  /** Index of the line. */
  readonly line: number;
  /** Symbols of a row or changed line, at most 63. */
  readonly size: number;
  /** Whether a row holds three digits or more. */
  readonly digits: boolean;
}

/** Gets each feature with its two hashes. `feature` is packed into a number: objects for all of them cost too much. */
export type VisitFeature = (kind: Feature['kind'], a: number, b: number, packed: number) => void;

const LONGEST_SIZE = 63;

function pack(kind: Feature['kind'], line: number, size: number, digits: boolean): number {
  const small = Math.min(size, LONGEST_SIZE) * 2 + (digits ? 1 : 0);
  return (line * 128 + small) * FEATURE_KINDS.length + FEATURE_KINDS.indexOf(kind);
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
const SHORTEST_CHANGE = 6;

export function eachFeature(lines: readonly Line[], normalised: Normalised, visit: VisitFeature): void {
  eachRow('rows', normalised.n1, SHORTEST_ROW, visit);
  eachRow('n3-rows', normalised.n3, SHORTEST_N3_ROW, visit);
  eachTriple(lines, normalised.n1, visit);
  const add = (kind: Feature['kind'], text: string, line: number) => {
    const [a, b] = hashText(text);
    visit(kind, a, b, pack(kind, line, text.length, true));
  };
  for (const { text, line } of pairsOf(lines)) add('pairs', text, line);
  for (const [line, { text }] of lines.entries()) {
    for (const atom of atomsOf(text)) add(atom.kind, atom.text, line);
  }
  eachChangedLine(lines, visit);
}

/** Lines with the sign of a diff: of evidence only those that stand in one. */
export function eachChangedLine(lines: readonly Line[], visit: VisitFeature): void {
  for (const [line, { text, change }] of lines.entries()) {
    for (const body of changedBodies(text, change)) {
      const [a, b] = hashText(body);
      visit('diff-lines', a, b, pack('diff-lines', line, body.length, true));
    }
  }
}

/** Digits that nobody knows beforehand, in three rows together: 20 are 66 bits. */
const FREE_DIGITS = 20;

/** Of a date and a time all but the seconds and what follows can be known from a run's name. */
const KNOWN_DIGITS = 12;

/** Three rows in a row, as one: what an index without a key may hold of rows, since it can't be guessed. */
function eachTriple(lines: readonly Line[], stream: Stream, visit: VisitFeature): void {
  const rows: { readonly a: number; readonly b: number; readonly line: number; readonly free: number }[] = [];
  eachRow('rows', stream, SHORTEST_ROW, (_, a, b, packed) => {
    const { line } = featureOf(packed);
    const { text } = lines[line]!;
    const digits = text.length < 4096 ? (text.match(/\d/g)?.length ?? 0) : 0;
    const times = text.match(/\d{4}-\d\d-\d\d/g)?.length ?? 0;
    rows.push({ a, b, line, free: Math.max(0, digits - times * KNOWN_DIGITS) });
    const [x, y, z] = rows.slice(-3);
    if (!x || !y || !z || x.free + y.free + z.free < FREE_DIGITS) return;
    const first = Math.imul(Math.imul(x.a, 31) + y.a, 31) + z.a;
    const second = Math.imul(Math.imul(x.b, 37) + y.b, 37) + z.b;
    visit('row-triples', first, second, pack('row-triples', x.line, 0, true));
  });
}

/** One feature for each line that has enough symbols left. */
function eachRow(kind: 'rows' | 'n3-rows', stream: Stream, shortest: number, visit: VisitFeature): void {
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
      visit(kind, a, b, pack(kind, row, to - from, digits >= 3));
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
  // A patch that was added to a patch: each line has a sign before its own.
  const inner = /^[+-][+-](?![+-])/.test(whole) ? [whole.slice(1)] : [];
  return [...(parts.length > 1 ? [whole, ...parts] : parts), ...inner]
    .map(changedBody)
    .filter((body) => body !== '');
}

function changedBody(text: string): string {
  const sign = text.charAt(0);
  if (sign !== '+' && sign !== '-') return '';
  const body = text
    .replace(/<\/?[a-z][^<>\n]{0,40}>|[^\p{L}\p{N}]/giu, '')
    .replace(/\d+/g, '0')
    .toLowerCase();
  // A removed bullet, `-- text`, is no bullet, `- text`.
  const bullet = /^.[-*+] /.test(text) ? '*' : '';
  return body.length < SHORTEST_CHANGE ? '' : sign + bullet + body;
}
