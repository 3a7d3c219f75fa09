/** One setting of a file in git's configuration syntax. Section and key in lower case, the subsection as written. */
export interface Setting {
  readonly section: string;
  readonly subsection: string | undefined;
  readonly key: string;
  readonly value: string;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', '"': '"', '\\': '\\' };
const BLANKS = ' \t\r';
const HEADER = /\[[ \t]*([A-Za-z0-9.-]{1,200})(?:[ \t]+"((?:[^"\\\n]|\\.){0,4000})")?[ \t]*\]/y;
const KEY = /([A-Za-z][A-Za-z0-9-]{0,200})[ \t]*/y;

interface Value {
  readonly value: string;
  readonly end: number;
}

/** `path = "a b" \` newline ` c ; comment`: quotes, escapes and continued lines, as git reads them. */
function valueAt(text: string, start: number): Value {
  let value = '';
  let kept = 0;
  let quoted = false;
  let at = start;
  for (; at < text.length && text[at] !== '\n'; at++) {
    const character = text[at]!;
    if (character === '\\') {
      at += 1;
      if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
      if (text[at] !== '\n') value += ESCAPES[text[at] ?? ''] ?? '';
      kept = value.length;
    } else if (character === '"') {
      quoted = !quoted;
      kept = value.length;
    } else if (!quoted && (character === '#' || character === ';')) {
      const newline = text.indexOf('\n', at);
      at = newline < 0 ? text.length : newline;
      break;
    } else if (quoted || !BLANKS.includes(character)) {
      value += character;
      kept = value.length;
    } else if (value !== '') {
      value += character;
    }
  }
  return { value: value.slice(0, kept), end: at };
}

function sectionOf(match: RegExpExecArray): { section: string; subsection: string | undefined } {
  const name = match[1]!.toLowerCase();
  if (match[2] !== undefined) return { section: name, subsection: match[2].replace(/\\(.)/g, '$1') };
  // `[branch.main]`, the old form without quotes.
  const dot = name.indexOf('.');
  return dot < 0
    ? { section: name, subsection: undefined }
    : { section: name.slice(0, dot), subsection: name.slice(dot + 1) };
}

/**
 * Reads `.git/config`, `.gitmodules` and the like as data, the way git does, without git. What git would refuse is
 * passed over to the next line, so that nothing behind it goes unseen.
 */
export function parseConfig(text: string): readonly Setting[] {
  const settings: Setting[] = [];
  let current: ReturnType<typeof sectionOf> | undefined;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const character = text[at]!;
    HEADER.lastIndex = at;
    KEY.lastIndex = at;
    const header = character === '[' ? HEADER.exec(text) : null;
    const key = character === '[' ? null : KEY.exec(text);
    if (header) {
      current = sectionOf(header);
      at = HEADER.lastIndex;
    } else if (key && current) {
      const assigned = text[KEY.lastIndex] === '=';
      const { value, end } = assigned
        ? valueAt(text, KEY.lastIndex + 1)
        : { value: 'true', end: KEY.lastIndex };
      settings.push({ ...current, key: key[1]!.toLowerCase(), value });
      at = end;
    } else if (/\s/.test(character)) {
      at += 1;
    } else {
      const newline = text.indexOf('\n', at);
      at = newline < 0 ? text.length : newline + 1;
    }
  }
  return settings;
}
