/**
 * The one place that makes text safe to print. Paths, messages and help may hold what a repository's author wrote, and
 * each reader of a report has its own way of being commanded by text: terminals by ESC and C1, readers' eyes by bidi
 * controls and zero-width characters, GitHub's runner by `##[` and `::`, markdown and XML by their markup.
 */

/** Everything that a terminal obeys or that nobody sees. Lone surrogates too: no encoder can write one. */
const unseen = (): RegExp => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * The runner obeys `##[command]` anywhere in a line, and `::command::` where a line starts with it, white space
 * trimmed (actions/runner, `ActionCommand.cs`), on both of a step's streams. A colon at a text's end counts: `:1:1`
 * may be printed after it.
 */
const RUNNER_COMMAND = /##(?=\[)|(?<=^|\s):(?=:|$)/gu;

const PLAIN = /^[ !"$-9;-~]*$/;
const SHORT_ESCAPES = new Map([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);

function visibleEscape(character: string): string {
  const code = character.codePointAt(0)!;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return SHORT_ESCAPES.get(character) ?? `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

/** What a terminal would obey, or nobody would see, as `\x1B` or `\u202E`; line ends too. No defence against a runner. */
export function visible(text: string): string {
  return text.replace(unseen(), visibleEscape);
}

/** One line that is safe on a terminal and in a runner's log, wherever in a line it is put. */
export function safeLine(text: string): string {
  if (PLAIN.test(text)) return text;
  return visible(text).replace(RUNNER_COMMAND, (command) => Array.from(command, visibleEscape).join(''));
}

/** `safeLine` for each line of a text whose line feeds are meant. */
export function safeLines(text: string): string {
  return text.split('\n').map(safeLine).join('\n');
}

function unicodeEscape(text: string): string {
  return text.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * JSON of the same value, ending in a line feed. `JSON.stringify` leaves DEL, C1, bidi controls and `##[` as they are,
 * all of which stand inside strings only, where `\uXXXX` means the same.
 */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return `${json.replace(unseen(), (each) => (each === '\n' ? each : unicodeEscape(each))).replaceAll('##[', '\\u0023\\u0023[')}\n`;
}

/** A numeric character reference, which XML, HTML and markdown share. */
function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** For element content and for attribute values in double quotes. Control characters, which XML 1.0 forbids even as references, become visible. */
export function safeXml(text: string): string {
  return safeLine(text)
    .replace(/[\ufffe\uffff]/g, visibleEscape)
    .replace(/[&<>"']/g, reference);
}

/**
 * Literal text within a line of markdown, or of HTML in it. A numeric reference can't open or close any markup
 * (CommonMark 0.31, section 2.5), so that links, images, tables, HTML and emoji need no rule of their own. `www.` is a
 * link in GitHub's dialect without any mark.
 */
export function safeMarkdown(text: string): string {
  return safeLine(text)
    .replace(/[!#$&()*+:<>@[\\\]^_`{|}~]/g, reference)
    .replace(/w(?=ww\.)/gi, reference);
}

/** `@`, `#` and the signs of GitLab's references, written as `safeMarkdown` does, and `GH-`. */
const REFERRING = /(?:&#(?:33|35|36|38|64|94|126);|%|\bGH-)(?=\w)/gi;

/**
 * `safeMarkdown` for what stands outside of code. There a server looks at the text that the references have become, and
 * tells people and issues that they are mentioned (github/markup, README): a zero-width space parts them.
 */
export function safeProse(text: string): string {
  return safeMarkdown(text).replace(REFERRING, '$&&#8203;');
}

/** The message of an annotation. `%` first, or the other escapes would be escaped again (actions/toolkit, `command.ts`). */
export function safeAnnotation(text: string): string {
  return text
    .split(/([\r\n])/)
    .map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : safeLine(part).replaceAll('%', '%25')))
    .join('');
}

/** A property of an annotation (`file=…`), which ends at a comma or a colon. */
export function safeAnnotationProperty(text: string): string {
  return safeAnnotation(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A `/`-separated path as a URI reference (RFC 3986). Half a surrogate pair, which no URI can hold, is written out. */
export function safeUri(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, visibleEscape)))
    .join('/');
}
