import { COLON, digitsOf } from './marks.ts';

/**
 * A value that is made anew for each run: one of them may be a reference, several together are a copy. `strong-atoms`
 * have 64 bits of entropy or more and can't be guessed; `digests` are what a reference may list.
 */
export interface Atom {
  readonly kind: 'atoms' | 'strong-atoms' | 'digests';
  readonly text: string;
}

/**
 * In this order: UUID; `call_…`, `toolu_…`, `req_…`; a clock with milliseconds; milliseconds since 1970; hex of 12 to
 * 64. Of 40 is a git commit, which a document may name.
 */
const ATOM =
  /(?<![0-9a-z])(?:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|([a-z]{2,9}_[0-9A-Za-z]{10,40})|(1[5-9]\d{11})|([0-9a-f]{12,64}))(?![0-9A-Za-z])|(?<!\d)(\d\d):(\d\d):(\d\d)[.,](\d{3})\d{0,6}(?!\d)/gi;

/** Characters after the prefix of an id, from which on nobody guesses it. */
const STRONG_ID = 16;

/** The shortest that is no clock: hex of 12. */
const SHORTEST = 12;

const NONE: readonly Atom[] = [];

/** `marks` are the text's, or those of more. */
export function atomsOf(text: string, marks: number): readonly Atom[] {
  const mayHoldClock = (marks & COLON) !== 0 && digitsOf(marks) >= 9;
  if (!mayHoldClock && !holdsLongWord(text)) return NONE;
  const atoms: Atom[] = [];
  for (const [, uuid, id, epoch, hex, h, m, s, ms] of text.matchAll(ATOM)) {
    if (uuid !== undefined) atoms.push({ kind: 'strong-atoms', text: uuid.toLowerCase() });
    else if (id !== undefined) {
      const kind = id.length - id.indexOf('_') > STRONG_ID ? 'strong-atoms' : 'atoms';
      if (/[A-Za-z]\d|\d[A-Za-z]/.test(id)) atoms.push({ kind, text: id });
    } else if (epoch !== undefined) atoms.push({ kind: 'atoms', text: epoch });
    else if (hex !== undefined) addHex(atoms, hex.toLowerCase());
    else atoms.push({ kind: 'atoms', text: `${h}${m}${s}${ms}` });
  }
  return atoms;
}

/** Whether a word of ids (letters, digits, `_` and `-`) is long enough and holds a digit. */
function holdsLongWord(text: string): boolean {
  let start = 0;
  let digits = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20;
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (!((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) && code !== 0x5f && code !== 0x2d) {
      if (digits > 0 && at - start >= SHORTEST) return true;
      start = at + 1;
      digits = 0;
    }
  }
  return false;
}

function addHex(atoms: Atom[], hex: string): void {
  if (hex.length === 40 || !/\d/.test(hex) || !/[a-f]/.test(hex)) return;
  if (hex.length === 64) atoms.push({ kind: 'digests', text: hex });
  else atoms.push({ kind: hex.length >= 16 ? 'strong-atoms' : 'atoms', text: hex });
}
