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

export function atomsOf(text: string): readonly Atom[] {
  if (!/\d/.test(text)) return [];
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

function addHex(atoms: Atom[], hex: string): void {
  if (hex.length === 40 || !/\d/.test(hex) || !/[a-f]/.test(hex)) return;
  if (hex.length === 64) atoms.push({ kind: 'digests', text: hex });
  else atoms.push({ kind: hex.length >= 16 ? 'strong-atoms' : 'atoms', text: hex });
}
