import { nameOf } from '../../name.ts';
import { indexLiterals } from '../literal-index.ts';
import type { SecretSpan } from '../span.ts';
import { kindOfName } from './secret-name.ts';
import { judgeNamedValue } from './secret-value.ts';

const TYPES = {
  password: nameOf('named-password'),
  strong: nameOf('named-secret'),
  weak: nameOf('named-key'),
} as const;

/** Part of every name that may promise a secret. */
const findNameParts = indexLiterals(
  [
    'key',
    'secret',
    'pass',
    'pwd',
    'psw',
    'pswd',
    'token',
    'auth',
    'cred',
    'bearer',
    'salt',
    'jwt',
    'psk',
    'cookie',
    'pat',
    'pin',
    'otp',
    'seed',
    'senha',
    'kennwort',
    'contrase',
    'parola',
  ].map((part) => [part, undefined] as const),
  { ignoreCase: true },
);

const REACH = 60;

/** What joins a name with its value. The quote that closes the name comes first, a type may stand between. */
const JOIN =
  /\\?["'`\])]{0,3}[ \t]{0,20}(?::[ \t]{0,4}[A-Za-z_][\w.<>?|]{0,30}[ \t]{0,4}=|[A-Za-z]{1,12}[ \t]{1,4}:?=|(?::{0,3}|[.+?|]|\|\||\?\?)=>?|=>|:|,|\()[ \t]{0,20}(?:\r?\n[ \t]{0,40}(?=["'`]))?/y;

const QUOTED = /(\\?(?:"""|'''|["'`]))((?:(?!\1)[^\r\n]){1,600})\1/y;
const BARE = /[^\s"'`,;<>|]{1,600}/y;

/** Layer 3: a value whose name says that it is a secret. */
export function findAssignments(text: string): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  let judgedTo = 0;
  for (const hit of findNameParts(text)) {
    if (hit.start < judgedTo) continue;
    const name = nameAround(text, hit.start, hit.end);
    judgedTo = name.end;
    const kind = kindOfName(text.slice(name.start, name.end));
    if (kind === undefined) continue;
    JOIN.lastIndex = name.end;
    if (!JOIN.test(text)) continue;
    const value = valueAt(text, JOIN.lastIndex);
    if (value === undefined) continue;
    const certainty = judgeNamedValue(value, kind);
    if (certainty === undefined) continue;
    spans.push({
      start: value.start,
      end: value.start + value.text.length,
      type: TYPES[kind],
      told: 'name',
      certainty,
    });
    judgedTo = value.start + value.text.length;
  }
  return spans;
}

function nameAround(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start > 0 && from - start < REACH && isNameCode(text.charCodeAt(start - 1))) start--;
  while (end < text.length && end - to < REACH && isNameCode(text.charCodeAt(end))) end++;
  return { start, end };
}

/** Letters, digits, `_`, `-`, `.`, `$`. */
function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46 ||
    code === 36
  );
}

function valueAt(text: string, at: number): { start: number; text: string; quoted: boolean } | undefined {
  QUOTED.lastIndex = at;
  const quoted = QUOTED.exec(text);
  if (quoted) return { start: at + quoted[1]!.length, text: quoted[2]!, quoted: true };
  BARE.lastIndex = at;
  const bare = BARE.exec(text);
  return bare ? { start: at, text: bare[0].replace(/[.,:)\]}]+$/, ''), quoted: false } : undefined;
}
