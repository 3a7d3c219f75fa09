import type { Span } from '../../place.ts';
import { type AssignedValue, valueAt } from './assigned-value.ts';
import type { NameInText } from './name-in-text.ts';

/**
 * What takes the place of a missing value: `||` and `??` of JavaScript and C#, `?:` of PHP and Kotlin, `or`, `//` of Perl.
 * The last two are prose and comments as well, so they follow a call, an element or a member.
 */
const OPERATOR = String.raw`\s{0,40}(?:\|\||\?\?|\?:|(?=or\b|\/\/)(?<=[)\]}]\s{0,4}|\.\w{1,40}\s{1,4})(?:or|\/\/))\s{0,40}`;

/** `.unwrap_or("…")`, `.unwrap_or_else(|_| "…")`, `.getOrElse("…")`; `| default("…")` and `| default "…"` of templates. */
const CALL = String.raw`\.(?:unwrap_or(?:_else)?|getOrElse|orElse(?:Get)?)\((?:\|\w{0,8}\||\(\)[ \t]?[-=]>)?[ \t]{0,4}|[ \t]{0,4}\|[ \t]{0,4}default(?:\([ \t]{0,4}|[ \t]{1,4})`;

const LITERAL = String.raw`(?:[bBrRuUfL@](?=["'])|String(?:::from)?\((?=["']))?(?=\\?["'\x60])`;

/** `"]`, `')`, `}` of `ENV["…"]`, `getenv('…')`, `$ENV{…}`. */
const CLOSE = String.raw`\\?["'\x60]?[)\]}]{0,2}!?`;

const FALLBACK = new RegExp(`${CLOSE}(?:${OPERATOR}|${CALL})${LITERAL}`, 'y');

/** `options.pw`, `env('PW')`, `row["pw"]`: what was meant to be the value. */
const MEANT = new RegExp(
  String.raw`[\w$.?!:]{1,80}(?:[([{]["'\x60]?[\w.:-]{1,60})?(?:${FALLBACK.source})`,
  'y',
);

/** Those that may begin a fallback. */
const MAY_BEGIN = /["'`\\)\]}!|?.\s]/;

/** `process.env.JWT_SECRET || "…"`, `${API_TOKEN:-…}`: the value that is used where a named one is missing. */
export function fallbackValue(
  text: string,
  name: NameInText,
  meant: AssignedValue | undefined,
): AssignedValue | undefined {
  if (text.startsWith(':-', name.end)) return shellDefault(text, name);
  if (MAY_BEGIN.test(text[name.end] ?? '')) {
    FALLBACK.lastIndex = name.end;
    if (FALLBACK.test(text)) return valueAt(text, FALLBACK.lastIndex, 'assignment');
  }
  // Any map's `key`, whose meant value names better what it is: `key = ENV["API_KEY"] || "…"`.
  if (name.kind === 'weak') return undefined;
  if (meant === undefined || meant.quoted || meant.joined !== 'assignment') return undefined;
  MEANT.lastIndex = meant.start;
  return MEANT.test(text) ? valueAt(text, MEANT.lastIndex, 'assignment') : undefined;
}

/** `${NAME:-value}` of shells and of files that are read like them. */
function shellDefault(text: string, name: Span): AssignedValue | undefined {
  if (!text.startsWith('${', name.start - 2)) return undefined;
  const value = valueAt(text, name.end + ':-'.length, 'flag');
  if (value === undefined || value.quoted) return value;
  const length = value.text.indexOf('}');
  return length === -1 ? value : { ...value, end: value.start + length, text: value.text.slice(0, length) };
}
