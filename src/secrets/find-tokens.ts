import { type Name, nameOf } from '../name.ts';
import type { Span } from '../place.ts';
import { isChancePrefix, isWithinBase64 } from './around-token.ts';
import { SIGNS_BETWEEN } from './decoding/signs-between.ts';
import { SPLIT_LITERALS } from './decoding/split-literals.ts';
import type { LiteralGroup, LiteralHit } from './literal-index.ts';
import { isPlaceholderToken } from './placeholder.ts';
import { limitRetries } from './retry-limit.ts';
import type { SecretSpan } from './span.ts';
import { TOKEN_TYPES } from './types/all-types.ts';
import type { TokenType } from './types/token-type.ts';

const LEAST_ENTROPY = 2.6;

export interface CompiledType {
  readonly type: Name;
  readonly vendor: Name;
  readonly body: RegExp;
  readonly before:
    | { readonly shape: RegExp; readonly length: number; readonly moreDigits: number }
    | undefined;
  readonly publicAfter: RegExp | undefined;
  readonly entropy: number;
  readonly certainty: 'certain' | 'likely';
}

function compile(row: TokenType): CompiledType {
  let body: RegExp | undefined;
  return {
    type: nameOf(row.type),
    vendor: nameOf(row.vendor),
    // Most commits hold no prefix of most types.
    get body() {
      body ??= new RegExp(row.body.source, 'y');
      return body;
    },
    before: row.before && {
      shape: new RegExp(row.before.shape.source, 'y'),
      length: row.before.length,
      moreDigits: row.before.moreDigits ?? 0,
    },
    publicAfter: row.publicAfter,
    entropy: row.entropy ?? LEAST_ENTROPY,
    certainty: row.certainty ?? 'certain',
  };
}

/** So much before a token may say that it is meant to be seen. */
const TELLING_LEAD = 80;

/** Shorter prefixes begin too much else to look for the rest of a token on the next line. */
const TELLING_PREFIX = 4;

/** The literals that tokens begin with, each with the rows of the table that it belongs to. */
export const TOKEN_PREFIXES: LiteralGroup<CompiledType> = {
  entries: TOKEN_TYPES.flatMap((row) => {
    const compiled = compile(row);
    return [row.prefix].flat().map((literal) => [literal, compiled] as const);
  }),
  counts: (text, { start, end, value }) =>
    end - start >= TELLING_PREFIX || value.before !== undefined || isTokenStart(text, start),
};

export interface FoundTokens {
  readonly spans: readonly SecretSpan[];
  /** Where something begins that may be a token, whatever follows: its rest may stand on the next line, */
  readonly starts: readonly number[];
  /** or in the next literal of a program, */
  readonly splits: readonly number[];
  /** or behind signs that are not seen. */
  readonly parted: readonly number[];
}

/** Layer 1: tokens that say by their own text what they are. At most one span begins at a place. */
export function findTokens(text: string, prefixes: readonly LiteralHit<CompiledType>[]): FoundTokens {
  const spans: SecretSpan[] = [];
  const starts: number[] = [];
  const splits: number[] = [];
  const parted: number[] = [];
  const mayTry = limitRetries();
  // An image or an archive, whatever its name: the tables of a GIF alone hold every short run of letters.
  const isBytes = text.includes('\0');
  let lineEnd = -1;
  for (const { start, end, value } of prefixes) {
    if (end - start >= TELLING_PREFIX && !value.before) {
      if (lineEnd < end) lineEnd = text.indexOf('\n', end);
      if (lineEnd === -1) lineEnd = text.length + LONGEST_CUT;
      if (isTokenStart(text, start)) {
        if (lineEnd - end < LONGEST_CUT && goesOnBelow(text, end)) starts.push(start);
        if (SPLIT_LITERALS.follows(text, end)) splits.push(start);
        if (!isBytes && SIGNS_BETWEEN.follows(text, end)) parted.push(start);
      }
    }
    const span = spanOf(text, start, end, value, mayTry);
    if (span === undefined) continue;
    if (isChancePrefix(text.slice(start, end)) && (isBytes || isWithinBase64(text, span.start, span.end)))
      continue;
    const last = spans.at(-1);
    if (last === undefined || span.start >= last.end) spans.push(span);
    else if (span.end - span.start > last.end - last.start) spans[spans.length - 1] = span;
  }
  return { spans, starts, splits, parted };
}

/** Whether the line ends before anything but a token's characters is met. */
function goesOnBelow(text: string, at: number): boolean {
  CUT_SHORT.lastIndex = at;
  return CUT_SHORT.test(text);
}

/** As far as `CUT_SHORT` reaches, with a backslash and a carriage return. */
const LONGEST_CUT = 403;
const CUT_SHORT = /[A-Za-z0-9_.+/=-]{0,400}\\?\r?\n/y;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function spanOf(
  text: string,
  prefixStart: number,
  bodyStart: number,
  row: CompiledType,
  mayTry: (span: Span) => boolean,
): SecretSpan | undefined {
  let start = prefixStart - (row.before?.length ?? 0);
  if (row.before) {
    row.before.shape.lastIndex = start;
    if (start < 0 || !row.before.shape.test(text)) return undefined;
    const first = start - row.before.moreDigits;
    while (start > first && isDigit(text.charCodeAt(start - 1))) start--;
  }
  if (start < 0 || !isTokenStart(text, start)) return undefined;
  row.body.lastIndex = bodyStart;
  if (!row.body.test(text)) return undefined;
  const end = row.body.lastIndex;
  if (!mayTry({ start, end })) return undefined;
  const token = text.slice(start, end);
  const body = row.before ? token : text.slice(bodyStart, end);
  if (isPlaceholderToken(token, body, row.entropy)) return undefined;
  if (row.publicAfter?.test(text.slice(Math.max(0, start - TELLING_LEAD), start))) return undefined;
  return { start, end, type: row.type, vendor: row.vendor, told: 'prefix', certainty: row.certainty };
}

/**
 * A letter or digit before the prefix makes it the middle of a word (`task-…` holds `sk-`), unless that character ends
 * an escape: `\n` in a string of code, `%3D` in a URL. Letters beyond ASCII never join with a token.
 */
function isTokenStart(text: string, start: number): boolean {
  if (start === 0 || !isAlphanumeric(text.charCodeAt(start - 1))) return true;
  if (!mayEndEscape(text, start)) return false;
  return /(?:\\[nrtbf]|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|%[0-9a-fA-F]{2}|\x1b\[[0-9;]{0,12}m)$/.test(
    text.slice(Math.max(0, start - 16), start),
  );
}

/** Whether a sign that an escape begins with stands as far before as it would have to. */
function mayEndEscape(text: string, end: number): boolean {
  return (
    text[end - 2] === '\\' ||
    text[end - 4] === '\\' ||
    text[end - 6] === '\\' ||
    text[end - 3] === '%' ||
    text[end - 1] === 'm'
  );
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
