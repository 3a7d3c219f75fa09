import { decoded, NAMED_SPACE } from './escapes.ts';
import { plainView, relettered, rewrite, type View } from './view.ts';

/** What decoding could change: an escape, a sign beyond ASCII, the controls of a terminal, markup. */
const ESCAPED = /[\u0080-\uffff\x1b]|%[0-9a-fA-F]{2}|&[#a-zA-Z]|\\[xuU0-3/]|<[a-z!/]/;
/** What has more than one reading: a backslash, quotes that a shell or a program could take away. */
const AMBIGUOUS = /[\\"']|=\r?\n/;

/** `C:\src\shop`, `\\wsl$\Debian\srv`, `%USERPROFILE%\src`, `$env:HOME\src`, `~\src`, `..\shop`. */
const WINDOWS_PATH =
  /(?<![^\s"'`<>|,;=(])(?:[a-z]:|\\|%[a-z]{1,30}%|~[a-z0-9._-]{0,32}|\$[a-z:_{}]{1,40}|\.{1,2})\\[^\s"'`<>|]*/g;
/** `shop\..\x`, `shop\.\x`: nobody escapes these. */
const DOTTED_SEPARATOR = /\\(?=\.{1,2}(?:[\\/]|$))/g;
/** `\\?\C:\src`, `\\.\C:\src` and `\??\C:\src`: the prefixes that switch Windows' own normalisation off. */
const DEVICE_PREFIX = /\\{1,4}\?{1,2}\\{1,2}(?=[a-z])/g;
/** `file:///c|/src`, as old browsers wrote a drive. */
const PIPED_DRIVE = /(?<=\/[a-z])\|(?=\/)/g;
const BACKSLASH_PAIR = /\\[^\r\n]/g;

/** JSON's and C's escapes, `\\` among them, so that `\\n` stays a backslash before an `n`. */
const STRING_ESCAPE = /\\[nrtfvb0e"'\\]/g;
const STRING_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\"', '"'],
  ["\\'", "'"],
  ['\\\\', '\\'],
]);

/** A line that goes on: `\` of a shell, `=` of quoted-printable mail. */
const CONTINUED_LINE = /[\\=]+(?=\r?\n)/g;
/** Quotes that a shell takes away: `store""front`, `"$HOME"/src`, `/srv/"shops"/x`, `'/srv'/shops`. */
const INNER_QUOTES = /""|''|(?<=[\w/.~}%-])["'](?=[\w/.$~-])|(?<=\/)["'](?=[\w.$~])/g;
/** Strings that a language joins: `"/srv/" + "shops"`, `'/srv/' . 'shops'`, or one a line. */
const JOINED_STRINGS =
  /["'] {0,8}(?:[+.&]|\.\.)\s{0,40}["']|["'][ \t]{0,8}\r?\n[ \t]{0,40}[+.&]?[ \t]{0,8}["']/g;
/** Calls that join segments: `path.join('/srv', 'shops')`, `Path("/srv") / "shops"`, `os.homedir() + '/src'`. */
const HOME_CALL =
  /(?:(?:os\.)?(?:homedir|userhomedir)|(?:path\.)?home)\(\)(?=\s{0,4}[+,/.])|process\.env\.(?:home|userprofile)\b|os\.environ\[["']home["']\]/g;
const JOIN_CALL =
  /(?<![a-z0-9_])(?:join|resolve|path|paths\.get|file|of)\([^()\r\n]{1,400}(?:\([^()\r\n]{0,100}\)[^()\r\n]{0,400})?\)(?:\s?\/\s?["'][^"'\r\n]{1,255}["']){0,32}/g;
const HOME_CHAIN = /"~"(?:\s{0,4}[/+.]\s{0,4}["'][^"'\r\n]{1,255}["']){1,32}/g;
const ARGUMENT_BORDER = /["')]{0,2}\s{0,4}[,/+]\s{0,4}["']/g;

const CHAIN_BORDER = /["']\s{0,4}[/+.]\s{0,4}["']/g;

/** The text with every escape decoded, in lower case: where a backslash still stands, it is no escape of a sign. */
export function decodedView(text: string): View {
  const plain = plainView(text);
  return lowered(ESCAPED.test(text) ? decoded(plain, 'read') : plain);
}

/**
 * The ways in which a text can be read. Escapes have one reading; a backslash has several (a separator of Windows,
 * an escape of JSON, of a shell or of markdown), so the text is read in each, and found in any is found.
 */
export function readingsOf(text: string): readonly View[] {
  const base = decodedView(text);
  if (!AMBIGUOUS.test(base.text) && !text.includes('\\')) return [rewrite(base, PIPED_DRIVE, () => ':')];
  const drives = rewrite(base, PIPED_DRIVE, () => ':');
  const readings = [slashed(drives)];
  const strings = rewrite(drives, STRING_ESCAPE, (found) => STRING_ESCAPES.get(found) ?? ' ');
  if (strings !== drives) readings.push(slashed(decoded(strings, 'read')));
  if (text.includes('\\')) readings.push(windowsReading(lowered(decoded(plainView(text), 'kept'))));
  const shell = shellReading(drives);
  if (shell !== drives) readings.push(shell);
  const code = codeReading(strings);
  if (code !== strings) readings.push(code);
  return readings;
}

function slashed(view: View): View {
  if (!view.text.includes('\\')) return view;
  const plain = rewrite(view, DEVICE_PREFIX, () => '//./');
  const windows = rewrite(plain, WINDOWS_PATH, (word) => word.replaceAll('\\', '/'));
  const dotted = rewrite(windows, DOTTED_SEPARATOR, () => '/');
  return rewrite(dotted, BACKSLASH_PAIR, ([, sign]) => escapedOrSeparated(sign!));
}

/** `C:\x64\shop` as it stands. A backslash of any other word is part of a name here, so that this reading adds nothing. */
function windowsReading(view: View): View {
  const plain = rewrite(view, DEVICE_PREFIX, () => '//./');
  const windows = rewrite(plain, WINDOWS_PATH, (word) => word.replaceAll('\\', '/'));
  return relettered(windows, windows.text.replaceAll('\\', NAMED_SPACE));
}

/** Within a word of POSIX separators: `/srv\shops` goes on, `/srv/shop\_x` is markdown, `/srv/my\ shop` a shell's. */
function escapedOrSeparated(sign: string): string {
  if (/[a-z0-9\\]/.test(sign)) return sign === '\\' ? '/' : `/${sign}`;
  return sign === ' ' ? NAMED_SPACE : sign;
}

function shellReading(view: View): View {
  const whole = rewrite(view, CONTINUED_LINE, () => '');
  const unescaped = rewrite(whole, BACKSLASH_PAIR, ([, sign]) => (sign === ' ' ? NAMED_SPACE : sign!));
  return rewrite(unescaped, INNER_QUOTES, () => '');
}

function codeReading(view: View): View {
  const homes = rewrite(view, HOME_CALL, () => '"~"');
  const calls = rewrite(homes, JOIN_CALL, (call) => call.replace(ARGUMENT_BORDER, '/'));
  const chains = rewrite(calls, HOME_CHAIN, (chain) => chain.replace(CHAIN_BORDER, '/'));
  return rewrite(chains, JOINED_STRINGS, () => '');
}

/** In lower case where that keeps every offset (it does, once other letters are folded); else ASCII alone. */
function lowered(view: View): View {
  const lower = view.text.toLowerCase();
  if (lower.length === view.text.length) return relettered(view, lower);
  return relettered(
    view,
    view.text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  );
}
