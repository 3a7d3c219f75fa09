import type { Span } from '../../place.ts';

/** What begins a definition in which a blank alone stands between a name and its literal: C, CMake, Tcl, fish, Lisps. */
const LITERAL_DEFINED =
  /(?:^|[\s;({])(?:#[ \t]{0,4}define|set|setq(?:-default|-local)?|defvar|defconst|defparameter|defconstant|defonce|defcustom|define|def(?:[ \t]\^\S{1,40})?|local|global)(?:[ \t]{1,4}-\w{1,10}){0,3}[ \t(]{1,4}(?:\w{1,20}[({])?$/;

/** What sets a variable of the environment to a bare word: csh, Windows, Apache, a Dockerfile, fish. */
const ENVIRONMENT_SET = /(?:^|[\s;&])(?:setenv|setx|SetEnv|ENV|ARG|set[ \t]{1,4}-[a-zA-Z]{1,4})[ \t]{1,4}$/;

/** Directives of nslcd.conf(5), sudo-ldap.conf(5), slapd.conf(5) and kickstart, which have no operator. */
const DIRECTIVE = /^(?:bind|root|rootmod)pw[ \t]/i;

/** `:api-key "…"` of Clojure and Lisp. */
const KEYWORD = /[\s({]:$/;

const LINE_BEFORE = /(?:^|\n)[ \t]{0,60}$/;
const LINE_AFTER = /["'`]{1,3}[;,]?[ \t]{0,20}(?:$|[\r\n]|#|\/\/)/y;
const REACH = 64;

/** Whether a name and what a blank joins with it are a definition, as an `=` between them would make it one. */
export function isDefinition(text: string, nameStart: number, value: Span, quoted: boolean): boolean {
  const before = text.slice(Math.max(0, nameStart - REACH), nameStart);
  if (ENVIRONMENT_SET.test(before)) return true;
  if (DIRECTIVE.test(text.slice(nameStart, value.start)) && LINE_BEFORE.test(before)) return true;
  if (!quoted) return false;
  if (LITERAL_DEFINED.test(before) || KEYWORD.test(before)) return true;
  // Gradle, BIND, Chef: `signingPassword "…"` is all that stands on its line.
  LINE_AFTER.lastIndex = value.end;
  return LINE_BEFORE.test(before) && LINE_AFTER.test(text);
}

/** Erlang's `{api_key, "…"}` and `{api_key, <<"…">>}`, Elixir's `{:api_key, "…"}`, Lisp's `(api-key . "…")`. */
const IN_BRACES = /[ \t]{0,2},[ \t]{0,4}(?:<<)?(?=")/y;
const IN_BRACKETS = /[ \t]{1,2}\.[ \t]{1,2}(?=")/y;

/** Where the second part of a pair begins whose first one is the name. */
export function secondOfPair(text: string, nameStart: number, nameEnd: number): number | undefined {
  const before = text[nameStart - 1];
  const open = before === ':' ? text[nameStart - 2] : before;
  if (open !== '{' && open !== '(') return undefined;
  const joint = open === '{' ? IN_BRACES : IN_BRACKETS;
  joint.lastIndex = nameEnd;
  return joint.test(text) ? joint.lastIndex : undefined;
}

/** Behind `$cfg{api_key}`, `$cfg->{'api_key'}` and `ENV{API_KEY}`, where the name ends as it stands in other languages. */
export function endOfSubscript(text: string, nameStart: number, nameEnd: number): number {
  const quote = text[nameEnd] === '}' ? 0 : 1;
  if (text[nameEnd + quote] !== '}') return nameEnd;
  const open = nameStart - 1 - quote;
  if (text[open] !== '{' || !/[\w>}\]]/.test(text[open - 1] ?? '')) return nameEnd;
  return quote === 0 || /["']/.test(text[nameEnd]!) ? nameEnd + quote + 1 : nameEnd;
}
