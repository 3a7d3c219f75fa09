import type { DecodedPiece } from './decoded-piece.ts';
import { joinedParts, type Part } from './joined-parts.ts';

const CHARACTERS = '[A-Za-z0-9_.+/=-]';

/**
 * Between two literals that a program joins: a blank, a line's end or an operator (`+` `++` `.` `..` `&` `||` `<>` `^` `~`).
 * A comma would make a list of them.
 */
const BETWEEN = String.raw`["'\x60](?=[\s\\+.&|<^~])[\s\\]{0,60}(?:\+\+?|\.\.?|&|\|\||<>|\^|~)?[\s\\]{0,60}[fbrFBR]?["'\x60](?=${CHARACTERS})`;

const FIRST = new RegExp(`${CHARACTERS}{3,400}(?=(${BETWEEN}))`, 'y');
const NEXT = new RegExp(`${CHARACTERS}{1,400}(?:(?=(${BETWEEN}))|(?=["'\x60]))`, 'y');
const MOST_PARTS = 8;

const SPLIT = new RegExp(`${CHARACTERS}{0,400}${BETWEEN}`, 'y');

/** Whether a literal ends before anything but a token's characters is met, and another one follows it. */
export function goesOnInNextLiteral(text: string, at: number): boolean {
  SPLIT.lastIndex = at;
  return SPLIT.test(text);
}

/** What begins at one of the given places and goes on in the literals that follow, joined. */
export function* joinLiterals(text: string, starts: Iterable<number>): Generator<DecodedPiece> {
  for (const start of starts) {
    const parts = partsAt(text, start);
    if (parts.length > 1) yield joinedParts(parts, 'split');
  }
}

function partsAt(text: string, start: number): readonly Part[] {
  const parts: Part[] = [];
  let at = start;
  while (parts.length < MOST_PARTS) {
    const shape = parts.length === 0 ? FIRST : NEXT;
    shape.lastIndex = at;
    const match = shape.exec(text);
    if (match === null) break;
    parts.push({ text: match[0], start: at });
    if (match[1] === undefined) break;
    at += match[0].length + match[1].length;
  }
  return parts;
}
