/**
 * What may join a name with a value, as bits. Each is a pattern that is tried only where the first sign behind the name,
 * its closing quotes and blanks allows it: in prose, where most names stand, no pattern has to be.
 */
export const JOINTS = { pair: 1, assignment: 2, table: 4, prose: 8 } as const;

const ALL = JOINTS.pair | JOINTS.assignment | JOINTS.table | JOINTS.prose;

/** By the code of that sign; what is beyond ASCII may be a blank. */
const BY_SIGN = new Uint8Array(128);
for (const [signs, joints] of [
  // The next element of a list or of XML, or the word `value` in one of its forms, also in the next line.
  [',;\n\r\v\f', JOINTS.pair],
  // The end of an element of XML, or R's `<-`.
  ['<', JOINTS.pair | JOINTS.assignment],
  ['vVdDs', JOINTS.pair],
  // An operator, a number or a type before one, the end of an element of XML.
  [':.+?|!=->[0123456789', JOINTS.assignment],
  ['|', JOINTS.table],
  // `is`, `was`, `for the replica`, in any case, or a remark in brackets: see prose.ts.
  ['abcdefhijloprstuvwzABCDEFHIJLOPRSTUVWZ=(', JOINTS.prose],
] as const) {
  for (const sign of signs) BY_SIGN[sign.charCodeAt(0)]! |= joints;
}

const CLOSING = 1;
const LETTER = 2;
const DIGIT = 3;
const IN_TYPE = 4;
const CLASS = new Uint8Array(128);
for (const [signs, kind] of [
  [' \t\\"\'`])*', CLOSING],
  ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', LETTER],
  ['0123456789', DIGIT],
  ['.[', IN_TYPE],
] as const) {
  for (const sign of signs) CLASS[sign.charCodeAt(0)] = kind;
}

/** More than any pattern skips. */
const MOST_SKIPPED = 64;
/** Of a type's name. */
const LONGEST_TYPE = 21;
/** Between it and the operator. */
const MOST_BLANKS = 4;

/** The patterns that may fit behind a name that ends there; none where only a blank may join. */
export function jointsAfter(text: string, nameEnd: number): number {
  // An attribute of XML may end anywhere.
  const first = text.charCodeAt(nameEnd);
  if (first === 0x22 || first === 0x27) return ALL;
  let at = nameEnd;
  while (at - nameEnd < MOST_SKIPPED && classAt(text, at) === CLOSING) at++;
  if (at - nameEnd === MOST_SKIPPED) return ALL;
  const code = text.charCodeAt(at);
  if (code >= 128) return ALL;
  // Behind the last sign there is none.
  const joints = BY_SIGN[code] ?? 0;
  return CLASS[code] === LETTER && isTyped(text, at) ? joints | JOINTS.assignment : joints;
}

/** `string =` of `token string = "…"`, `As String =` of `token As String = "…"`. */
function isTyped(text: string, start: number): boolean {
  let at = afterWord(text, start);
  if (BEFORE_TYPE.test(text.slice(start, start + 9))) at = afterWord(text, at);
  return text[at] === '=' || text[at] === ':';
}

const BEFORE_TYPE = /^(?:[Aa]s|AS|CONSTANT|constant)[ \t]/;

/** Behind a word of a type and the blanks after it. */
function afterWord(text: string, start: number): number {
  let end = start;
  while (end - start < LONGEST_TYPE && isOfType(text, end)) end++;
  if (text[end] === '(') end += SIZE.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  let at = end;
  while (at - end < MOST_BLANKS && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** `(64)` of `NVARCHAR(64) =`. */
const SIZE = /^\((?:\d{1,5}|max|MAX)\)/;

/** Letters, digits, `_`, `.`, `[`, `]`, `*`. */
function isOfType(text: string, at: number): boolean {
  return classAt(text, at) >= LETTER || text[at] === ']' || text[at] === '*';
}

function classAt(text: string, at: number): number {
  return CLASS[text.charCodeAt(at)] ?? 0;
}
