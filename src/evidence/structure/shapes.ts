import { isDigit } from '../text/character-classes.ts';
import { ALL, digitsOf, flagsOf } from '../text/marks.ts';

/** A pattern that is anchored at a line's start, with what every line that fits it begins with and holds. */
export interface Shape {
  /** One of these comes first, where `DIGITS` is a digit or more. Left out: anything may. */
  readonly begins?: readonly string[];
  /** It is by this, which few lines hold, that one which may fit is told from the others, as `may-tell.ts` does it. */
  readonly rare?: 'clock' | 'call' | 'position' | 'scope' | 'version' | 'frame';
  /** Stands somewhere in the line. */
  readonly holds?: string;
  /** How many digits at least. */
  readonly digits?: number;
  readonly shape: RegExp;
}

/** In the beginning of a shape. */
export const DIGITS = '0';

/** A shape, with the marks of what each line that fits it holds. */
interface Prepared {
  readonly shape: RegExp;
  readonly holds: string | undefined;
  readonly flags: number;
  readonly digits: number;
}

/**
 * Whether a line fits any of the shapes. Its first character and its marks rule out most of them, for nearly every line
 * all: patterns that are never tried are never compiled, and trying each of them took most of the time of reading a tree.
 */
export function fitsAny(shapes: readonly Shape[]): (line: string, marks?: number) => boolean {
  let byFirst: ((first: number) => readonly Prepared[]) | undefined;
  return (line, marks = ALL) => {
    byFirst ??= shapesByFirst(shapes);
    for (const { shape, holds, flags, digits } of byFirst(line.charCodeAt(0))) {
      if ((marks & flags) !== flags || digitsOf(marks) < digits) continue;
      if ((holds === undefined || line.includes(holds)) && shape.test(line)) return true;
    }
    return false;
  };
}

/** What a line may fit that begins with a code. It is made when it is first asked for, which most commits never do. */
function shapesByFirst(shapes: readonly Shape[]): (first: number) => readonly Prepared[] {
  const byCode = new Map<number, Prepared[]>();
  const others: Prepared[] = [];
  for (const shape of shapes) {
    const one = prepared(shape);
    if (shape.begins === undefined) for (const list of [others, ...byCode.values()]) list.push(one);
    for (const code of new Set(firstCodes(shape))) {
      const list = byCode.get(code) ?? [...others];
      byCode.set(code, list);
      list.push(one);
    }
  }
  const ascii = Array.from({ length: ASCII }, (_, code) => byCode.get(code) ?? others);
  return (first) => ascii[first] ?? byCode.get(first) ?? others;
}

function firstCodes({ begins = [] }: Shape): readonly number[] {
  return begins.flatMap((beginning) => codesOf(beginning.charAt(0)));
}

function codesOf(character: string): readonly number[] {
  return character === DIGITS ? DIGIT_CODES : [character.charCodeAt(0)];
}

function prepared({ shape, holds, digits = 0 }: Shape): Prepared {
  return { shape, holds, digits, flags: holds === undefined ? 0 : flagsOf(holds) };
}

/**
 * Whether codes, from an offset on, begin as a line of any of these shapes does. The first two rule out nearly all lines.
 */
export function beginsAny(shapes: readonly Shape[]): (codes: Uint16Array, at: number) => boolean {
  const byPair: Uint16Array[][] = [];
  const mayBegin = new Uint8Array(ASCII * ASCII);
  const wide = new Set<number>();
  for (const beginning of new Set(shapes.flatMap(({ begins = [] }) => begins))) {
    if (beginning.charCodeAt(0) >= ASCII) {
      wide.add(beginning.charCodeAt(0));
      continue;
    }
    const codes = new Uint16Array(beginning.length);
    for (let index = 0; index < codes.length; index++) codes[index] = beginning.charCodeAt(index);
    const seconds = secondCodes(beginning);
    for (const first of codesOf(beginning.charAt(0))) {
      for (const second of seconds) {
        const pair = first * ASCII + second;
        if (mayBegin[pair] === 0) byPair[pair] = [];
        mayBegin[pair] = 1;
        byPair[pair]!.push(codes);
      }
    }
  }
  return (codes, at) => {
    const first = codes[at]!;
    if (first >= ASCII) return wide.has(first);
    const second = codes[at + 1]!;
    const pair = first * ASCII + (second < ASCII ? second : 0);
    if (mayBegin[pair] === 0) return false;
    for (const beginning of byPair[pair]!) if (beginsWith(codes, at, beginning)) return true;
    return false;
  };
}

const ASCII = 128;

const ANYTHING: readonly number[] = Array.from({ length: ASCII }, (_, code) => code);
const DIGIT_CODES: readonly number[] = Array.from('0123456789', (digit) => digit.charCodeAt(0));

/** What may stand second in a line that begins so; what is beyond ASCII counts as 0. */
function secondCodes(beginning: string): readonly number[] {
  if (beginning.length === 1) return ANYTHING;
  const next = codesOf(beginning.charAt(1));
  return beginning.startsWith(DIGITS) && next !== DIGIT_CODES ? [...DIGIT_CODES, ...next] : next;
}

function beginsWith(codes: Uint16Array, start: number, beginning: Uint16Array): boolean {
  let at = start;
  for (const code of beginning) {
    if (code !== ANY_DIGIT) {
      if (codes[at++] !== code) return false;
      continue;
    }
    const from = at;
    while (isDigit(codes[at]!)) at++;
    if (at === from) return false;
  }
  return true;
}

const ANY_DIGIT = DIGITS.charCodeAt(0);
