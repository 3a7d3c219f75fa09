/**
 * The patterns of `.gitattributes`, in time that grows with the product of both lengths: they come from the repository
 * under judgement, and a regular expression made from one could be made to hang. No braces, no extended globs:
 * https://git-scm.com/docs/gitignore#_pattern_format
 */

type Piece =
  | { readonly kind: 'character'; readonly value: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | {
      readonly kind: 'class';
      readonly negated: boolean;
      readonly ranges: readonly (readonly [string, string])[];
    };

const CLASSES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  alpha: [
    ['a', 'z'],
    ['A', 'Z'],
  ],
  digit: [['0', '9']],
  alnum: [
    ['a', 'z'],
    ['A', 'Z'],
    ['0', '9'],
  ],
  lower: [['a', 'z']],
  upper: [['A', 'Z']],
  space: [
    ['\t', '\r'],
    [' ', ' '],
  ],
  blank: [
    ['\t', '\t'],
    [' ', ' '],
  ],
  xdigit: [
    ['0', '9'],
    ['a', 'f'],
    ['A', 'F'],
  ],
  punct: [
    ['!', '/'],
    [':', '@'],
    ['[', '`'],
    ['{', '~'],
  ],
  print: [[' ', '~']],
  graph: [['!', '~']],
  cntrl: [
    ['\0', '\u001f'],
    ['\u007f', '\u007f'],
  ],
};

/** `[a-z]`, `[!x]`, `[^x]`, `[[:digit:]]`, `[]a]`; `undefined` where it has no end, which matches nothing. */
function classAt(text: string, start: number): { piece: Piece; end: number } | undefined {
  let at = start + 1;
  const negated = text[at] === '!' || text[at] === '^';
  if (negated) at += 1;
  const ranges: (readonly [string, string])[] = [];
  for (let first = true; at < text.length && (first || text[at] !== ']'); first = false) {
    const named = /^\[:([a-z]{1,8}):\]/.exec(text.slice(at, at + 12));
    if (named) {
      ranges.push(...(CLASSES[named[1]!] ?? []));
      at += named[0].length;
      continue;
    }
    if (text[at] === '\\') at += 1;
    const from = text[at] ?? '';
    at += 1;
    if (text[at] === '-' && at + 1 < text.length && text[at + 1] !== ']') {
      at += text[at + 1] === '\\' ? 2 : 1;
      ranges.push([from, text[at] ?? '']);
      at += 1;
    } else {
      ranges.push([from, from]);
    }
  }
  if (at >= text.length) return undefined;
  return { piece: { kind: 'class', negated, ranges }, end: at + 1 };
}

function piecesOf(text: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '*') {
      if (pieces.at(-1)?.kind !== 'star') pieces.push({ kind: 'star' });
    } else if (character === '?') {
      pieces.push({ kind: 'any' });
    } else if (character === '[') {
      const found = classAt(text, at);
      if (!found) return undefined;
      pieces.push(found.piece);
      at = found.end - 1;
    } else {
      if (character === '\\') at += 1;
      if (at >= text.length) return undefined;
      pieces.push({ kind: 'character', value: text[at]! });
    }
  }
  return pieces;
}

function takes(piece: Piece, character: string): boolean {
  if (piece.kind === 'character') return piece.value === character;
  if (piece.kind === 'class') {
    return piece.ranges.some(([from, to]) => from <= character && character <= to) !== piece.negated;
  }
  return true;
}

/** Only the last star ever has to take more, so that nothing is tried twice. */
function matchesSegment(pieces: readonly Piece[], text: string): boolean {
  let piece = 0;
  let at = 0;
  let star = -1;
  let retry = 0;
  while (at < text.length) {
    const current = pieces[piece];
    if (current?.kind === 'star') {
      star = piece;
      retry = at;
      piece += 1;
    } else if (current !== undefined && takes(current, text[at]!)) {
      piece += 1;
      at += 1;
    } else if (star >= 0) {
      retry += 1;
      at = retry;
      piece = star + 1;
    } else {
      return false;
    }
  }
  while (pieces[piece]?.kind === 'star') piece += 1;
  return piece === pieces.length;
}

type Segment = readonly Piece[] | 'any-depth';

/** Row by row over the pattern's segments: which numbers of the path's segments could be used up so far. */
function matchesSegments(pattern: readonly Segment[], path: readonly string[]): boolean {
  let reached: readonly number[] = [0];
  for (const [index, segment] of pattern.entries()) {
    const [least] = reached;
    if (least === undefined) return false;
    if (segment === 'any-depth') {
      // At the end `a/**` takes everything inside, but not `a` itself.
      const from = index === pattern.length - 1 ? least + 1 : least;
      reached = Array.from({ length: path.length - from + 1 }, (_, more) => from + more);
    } else {
      reached = reached
        .filter((used) => used < path.length && matchesSegment(segment, path[used]!))
        .map((used) => used + 1);
    }
  }
  return reached.includes(path.length);
}

/**
 * Compiles a pattern for paths relative to the folder of the file that it stands in. Both are Latin-1 readings of their
 * bytes, since `?` and `[…]` take one byte, not one character.
 */
export function wildmatch(pattern: string): (path: string) => boolean {
  const never = () => false;
  // In attributes, other than in ignore files, a pattern for a folder says nothing about what is in it.
  if (pattern === '' || pattern.endsWith('/')) return never;
  if (!pattern.includes('/')) {
    const pieces = piecesOf(pattern);
    return pieces ? (path) => matchesSegment(pieces, path.slice(path.lastIndexOf('/') + 1)) : never;
  }
  // As git does, the plain beginning is compared by itself, so that in `docs/a**` the stars stand first, and cross slashes.
  const text = pattern.replace(/^\//, '');
  const plain = /^[^*?[\\]*/.exec(text)![0];
  if (plain === text) return (path) => path === plain;
  const segments: Segment[] = [];
  for (const part of text.slice(plain.length).split('/')) {
    const pieces = /^\*{2,}$/.test(part) ? 'any-depth' : piecesOf(part);
    if (pieces === undefined) return never;
    segments.push(pieces);
  }
  return (path) => path.startsWith(plain) && matchesSegments(segments, path.slice(plain.length).split('/'));
}
