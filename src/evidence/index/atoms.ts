/**
 * A value that is made anew for each run: one of them may be a reference, several together are a copy. `strong-atoms`
 * have 64 bits of entropy or more and can't be guessed; `digests` are what a reference may list.
 */
export interface Atom {
  readonly kind: 'atoms' | 'strong-atoms' | 'digests';
  readonly text: string;
}

/** In this order: UUID; `call_…`, `toolu_…`, `req_…`; milliseconds since 1970; hex of 12 to 64. */
const ATOM =
  /(?<![0-9a-z])(?:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|([a-z]{2,9}_[0-9A-Za-z]{10,40})|(1[5-9]\d{11})|([0-9a-f]{12,64}))(?![0-9A-Za-z])/gi;

const CLOCK = /(?<!\d)(\d\d):(\d\d):(\d\d)[.,](\d{3})\d{0,6}(?!\d)/y;

/** Characters after the prefix of an id, from which on nobody guesses it. */
const STRONG_ID = 16;

/** Of each that is no clock one stretch of letters and digits is as long. */
const LEAST_STRETCH = 10;

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** `_` and `-`: within a word. */
const JOINT = 3;
const COLON = 4;

const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return LETTER;
  if (/\d/.test(character)) return DIGIT;
  if (/[_-]/.test(character)) return JOINT;
  return character === ':' ? COLON : OTHER;
});

/** Only in words that are long enough is a pattern tried, and only between digits a clock: a log has few of both. */
export function atomsOf(text: string): readonly Atom[] {
  const atoms: Atom[] = [];
  let start = 0;
  let stretch = 0;
  let longest = 0;
  let digits = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const kind = code < 128 ? CLASSES[code]! : OTHER;
    if (kind === LETTER || kind === DIGIT) {
      if (kind === DIGIT) digits++;
      if (++stretch > longest) longest = stretch;
      continue;
    }
    stretch = 0;
    if (kind === JOINT) continue;
    if (kind === COLON) addClock(atoms, text, at);
    if (longest >= LEAST_STRETCH && digits > 0) addWord(atoms, text.slice(start, at));
    start = at + 1;
    longest = 0;
    digits = 0;
  }
  return atoms;
}

/** `10:15:03.123`, at its first colon. */
function addClock(atoms: Atom[], text: string, colon: number): void {
  if (colon < 2 || text.charCodeAt(colon + 3) !== 0x3a) return;
  CLOCK.lastIndex = colon - 2;
  const found = CLOCK.exec(text);
  if (found) atoms.push({ kind: 'atoms', text: found.slice(1).join('') });
}

function addWord(atoms: Atom[], word: string): void {
  for (const [, uuid, id, epoch, hex] of word.matchAll(ATOM)) {
    if (uuid !== undefined) atoms.push({ kind: 'strong-atoms', text: uuid.toLowerCase() });
    else if (id !== undefined) {
      const kind = id.length - id.indexOf('_') > STRONG_ID ? 'strong-atoms' : 'atoms';
      if (/[A-Za-z]\d|\d[A-Za-z]/.test(id)) atoms.push({ kind, text: id });
    } else if (epoch !== undefined) atoms.push({ kind: 'atoms', text: epoch });
    else if (hex !== undefined) addHex(atoms, hex.toLowerCase());
  }
}

/** Of 40 is a git commit, which a document may name. */
function addHex(atoms: Atom[], hex: string): void {
  if (hex.length === 40 || !/\d/.test(hex) || !/[a-f]/.test(hex)) return;
  if (hex.length === 64) atoms.push({ kind: 'digests', text: hex });
  else atoms.push({ kind: hex.length >= 16 ? 'strong-atoms' : 'atoms', text: hex });
}
