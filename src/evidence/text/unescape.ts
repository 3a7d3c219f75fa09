/** `\n`, `\"`, `\u001b`, `&quot;`, `&#34;`: how JSON and HTML write what a log line has. */
const ESCAPE =
  /\\(?:u([0-9a-fA-F]{4})|([nrt"\\/]))|&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|(quot|amp|lt|gt|apos|nbsp));/g;

/** What a log in the query of an address has: blanks, line ends, quotes and braces. */
const PERCENT = /%(?:0A|20|22|7B)/i;

function undoPercent(text: string): string {
  if (!PERCENT.test(text)) return text;
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

const LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '',
  t: ' ',
  '"': '"',
  '\\': '\\',
  '/': '/',
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
};

/** Colours, and characters that nobody sees. */
const UNSEEN = /\u001b\[[0-9;]{0,10}[A-Za-z]|[\u001b\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Cheap look before the replacing: most lines of a document have none. */
export function hasEscapes(text: string): boolean {
  if (/[\u001b\u00ad\u200b-\u200f\u2060\ufeff]/.test(text)) return true;
  if (text.indexOf('%') !== -1 && PERCENT.test(text)) return true;
  const backslash = text.indexOf('\\');
  if (backslash !== -1 && /\\[nrtu"/\\]/.test(text)) return true;
  return text.indexOf('&') !== -1 && /&[#a-z]/.test(text);
}

/** One level undone; a code point that does not exist becomes a space. */
export function undoEscapes(text: string): string {
  return undoPercent(text).replace(
    ESCAPE,
    (_, hex4?: string, letter?: string, decimal?: string, hex?: string, entity?: string) => {
      const code = hex4 ?? hex;
      if (code !== undefined) return character(Number.parseInt(code, 16));
      if (decimal !== undefined) return character(Number(decimal));
      return LETTERS[letter ?? entity ?? ''] ?? '';
    },
  );
}

/** JSON in a string of JSON in a string of JSON: three levels are met in traces of agents. */
export function undoAll(text: string): string {
  let undone = undoEscapes(text).replace(UNSEEN, '');
  for (let level = 1; level < 3 && hasEscapes(undone); level++) {
    undone = undoEscapes(undone).replace(UNSEEN, '');
  }
  return undone;
}

function character(code: number): string {
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
}
