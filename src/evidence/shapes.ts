import { ALL, digitsOf, flagsOf } from './marks.ts';

/** A pattern that is anchored at a line's start, with what every line that fits it begins with and holds. */
export interface Shape {
  /** One of these characters comes first. Left out: any may. */
  readonly begins?: string;
  /** Stands somewhere in the line. */
  readonly holds?: string;
  /** How many digits at least. */
  readonly digits?: number;
  readonly shape: RegExp;
}

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
  const beginningWith = new Map<number, readonly Prepared[]>();
  for (const { begins } of shapes) {
    for (const first of begins ?? '') {
      const fitting = shapes.filter((shape) => shape.begins === undefined || shape.begins.includes(first));
      beginningWith.set(first.charCodeAt(0), fitting.map(prepared));
    }
  }
  const others = shapes.filter(({ begins }) => begins === undefined).map(prepared);
  const ascii = Array.from({ length: 128 }, (_, code) => beginningWith.get(code) ?? others);
  return (line, marks = ALL) => {
    const first = line.charCodeAt(0);
    const list = ascii[first] ?? beginningWith.get(first) ?? others;
    for (const { shape, holds, flags, digits } of list) {
      if ((marks & flags) !== flags || digitsOf(marks) < digits) continue;
      if ((holds === undefined || line.includes(holds)) && shape.test(line)) return true;
    }
    return false;
  };
}

function prepared({ shape, holds, digits = 0 }: Shape): Prepared {
  return { shape, holds, digits, flags: holds === undefined ? 0 : flagsOf(holds) };
}
