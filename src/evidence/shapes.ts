/** A pattern that is anchored at a line's start, with what every line that fits it begins with and holds. */
export interface Shape {
  /** One of these characters comes first. Left out: any may. */
  readonly begins?: string;
  /** Stands somewhere in the line. */
  readonly holds?: string;
  readonly shape: RegExp;
}

/**
 * Whether a line fits any of the shapes. Its first character rules out most of them, for nearly every line all: patterns
 * that are never tried are never compiled, and trying each of them took most of the time of reading a tree.
 */
export function fitsAny(shapes: readonly Shape[]): (line: string) => boolean {
  const beginningWith = new Map<number, Shape[]>();
  for (const { begins } of shapes) {
    for (const first of begins ?? '') beginningWith.set(first.charCodeAt(0), []);
  }
  for (const [code, list] of beginningWith) {
    const first = String.fromCharCode(code);
    list.push(...shapes.filter(({ begins }) => begins === undefined || begins.includes(first)));
  }
  const others = shapes.filter(({ begins }) => begins === undefined);
  return (line) =>
    (beginningWith.get(line.charCodeAt(0)) ?? others).some(
      ({ holds, shape }) => (holds === undefined || line.includes(holds)) && shape.test(line),
    );
}
