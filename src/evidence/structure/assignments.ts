/**
 * One `key: value` in whatever form it stands in a line: `"run_id": "…"`, `run_id=…`, `| run_id | … |`,
 * `**Run id:** …`. Offsets are the line's.
 */
export interface Assignment {
  /** Lower case, letters and digits only: `run_id`, `runId` and `Run id` are one key. */
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export const LONGEST_KEY = 48;
const LONGEST_VALUE = 160;

/** Gets where an assignment's key and value stand; the key as it is written, with a letter or digit at least. */
export type VisitAssignment = (keyStart: number, keyEnd: number, start: number, end: number) => void;

/** Every assignment of a line. Looks a bounded distance to both sides of each `:`, `=` and `|`, so it is linear. */
export function eachAssignment(line: string, visit: VisitAssignment): void {
  eachValue(line, (keyEnd, start, end) => visit(keyStartOf(line, keyEnd), keyEnd, start, end));
}

/** Gets the value of each assignment and where its key ends: a caller that knows the value may not want the key. */
export function eachValue(line: string, visit: (keyEnd: number, start: number, end: number) => void): void {
  for (let at = 1; at < line.length - 1; at++) {
    const code = line.charCodeAt(at);
    if (code !== 0x3a && code !== 0x3d && code !== 0x7c) continue;
    const keyEnd = skipBack(line, at);
    if (keyEnd === 0 || !isKeyCharacter(line.charCodeAt(keyEnd - 1))) continue;
    const start = skipAhead(line, at + 1);
    const end = valueEndOf(line, start);
    if (end !== start) visit(keyEnd, start, end);
  }
}

/** The key that ends there, as it is written. */
export function keyBefore(line: string, keyEnd: number): string {
  return line.slice(keyStartOf(line, keyEnd), keyEnd);
}

export function assignmentsOf(line: string): readonly Assignment[] {
  const found: Assignment[] = [];
  eachAssignment(line, (keyStart, keyEnd, start, end) => {
    const key = foldKey(line.slice(keyStart, keyEnd));
    if (key.length > 1) found.push({ key, value: line.slice(start, end), start: keyStart, end });
  });
  return found;
}

/** The assignments of these keys only, of two letters at least. A key is made a string only where its letters may be one of them. */
export function assignmentsTo(keys: Iterable<string>): (line: string) => readonly Assignment[] {
  const known = new Set([...keys].filter((key) => key.length > 1));
  const hashes = new Set([...known].map((key) => foldedHash(key, 0, key.length)));
  return (line) => {
    let found: Assignment[] | undefined;
    eachAssignment(line, (keyStart, keyEnd, start, end) => {
      if (!hashes.has(foldedHash(line, keyStart, keyEnd))) return;
      const key = foldKey(line.slice(keyStart, keyEnd));
      if (!known.has(key)) return;
      found ??= [];
      found.push({ key, value: line.slice(start, end), start: keyStart, end });
    });
    return found ?? NONE;
  };
}

const NONE: readonly Assignment[] = [];

export function foldKey(key: string): string {
  return /^[a-z0-9]*$/.test(key) ? key : key.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

/** Of the letters and digits that `foldKey` leaves. */
function foldedHash(line: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) {
    const code = line.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) hash = (Math.imul(hash, 31) + code) | 0;
    else if (code !== 0x5f && code > 0x40) hash = (Math.imul(hash, 31) + (code | 0x20)) | 0;
  }
  return hash;
}

/** Over the blanks and marks between a key and its separator, at most 12: `run_id" : `, `**Run id** |`. */
function skipBack(line: string, separator: number): number {
  let at = separator;
  for (let skipped = 0; at > 0 && skipped < 12 && isMark(line.charCodeAt(at - 1)); skipped++) at--;
  return at;
}

function keyStartOf(line: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < LONGEST_KEY) {
    const code = line.charCodeAt(at - 1);
    if (isKeyCharacter(code)) at--;
    else if (code === 0x20 && at > 1 && at < end && isKeyCharacter(line.charCodeAt(at - 2))) at--;
    else break;
  }
  return at;
}

function skipAhead(line: string, from: number): number {
  let at = from;
  for (let skipped = 0; at < line.length && skipped < 16; skipped++, at++) {
    const code = line.charCodeAt(at);
    if (!isMark(code) && code !== 0x3a && code !== 0x3d && code !== 0x3e && code !== 0x7c) break;
  }
  return at;
}

function valueEndOf(line: string, start: number): number {
  let at = start;
  while (at < line.length && at - start < LONGEST_VALUE) {
    const code = line.charCodeAt(at);
    if (code <= 0x20 || code === 0x22 || code === 0x27 || code === 0x60 || code === 0x7c || code === 0x2c)
      break;
    if (code === 0x3b || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d || code === 0x2a)
      break;
    if (code === 0x3c || code === 0x3e || code === 0x5c) break;
    at++;
  }
  return at;
}

/** A blank, a quote or an emphasis mark: what stands between a key, its separator and its value. */
function isMark(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0x22 ||
    code === 0x27 ||
    code === 0x60 ||
    code === 0x2a ||
    code === 0x5c
  );
}

function isKeyCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === 0x5f || code === 0x2d || code === 0x2e;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}
