import { nameOf } from '../../name.ts';
import type { Span } from '../../place.ts';
import { indexLiterals } from '../literal-index.ts';
import type { SecretSpan } from '../span.ts';
import { type AssignedValue, valueAfterName } from './assigned-value.ts';
import { looksDrawn } from './drawn.ts';
import { kindOfName, type NameKind } from './secret-name.ts';
import { type Certainty, judgeNamedValue } from './secret-value.ts';

const TYPES = {
  password: nameOf('named-password'),
  strong: nameOf('named-secret'),
  weak: nameOf('named-key'),
} as const;

/** Every name that promises a secret holds one of these. */
const NAME_PARTS = [
  ...[
    'key',
    'secret',
    'pass',
    'pwd',
    'psw',
    'token',
    'auth',
    'cred',
    'bearer',
    'salt',
    'jwt',
    'psk',
    'cookie',
  ],
  ...['pat', 'pin', 'otp', 'seed', 'mnemonic', 'session', 'pepper', 'webhook', 'license', 'nonce'],
  ...['senha', 'kennwort', 'contrase', 'motdepasse', 'wachtwoord', 'parola', 'pword'],
];

const findNameParts = indexLiterals(
  NAME_PARTS.map((part) => [part, undefined] as const),
  { ignoreCase: true },
);

/** Languages in which a bare word is a variable, and so no password. */
const CODE_FILE =
  /\.(?:[cm]?[jt]sx?|py|go|java|kts?|c|cc|cpp|cxx|h|hpp|cs|rb|php|rs|swift|scala|m|mm|dart|ex|exs|erl|hs|clj|lua|pl|pm|r|jl|sol|vue|svelte|groovy|gradle|vb|fs|sql)$/i;

const REACH = 60;

/** Layer 3: a value whose name says that it is a secret. */
export function findAssignments(text: string, path: string): readonly SecretSpan[] {
  const isCode = CODE_FILE.test(path);
  const spans: SecretSpan[] = [];
  const kindOf = rememberKinds();
  let judgedTo = 0;
  for (const hit of findNameParts(text)) {
    if (hit.start < judgedTo) continue;
    const name = nameAround(text, hit.start, hit.end);
    judgedTo = name.end;
    const kind = kindOf(text.slice(name.start, name.end));
    if (kind === undefined) continue;
    const value = valueAfterName(text, name.start, name.end);
    if (value === undefined) continue;
    for (const span of judgeValue(text, value, kind, isCode)) {
      spans.push(span);
      judgedTo = span.end;
    }
  }
  return spans;
}

/** A text says the same names again and again. */
function rememberKinds(): typeof kindOfName {
  const kinds = new Map<string, NameKind | undefined>();
  return (name) => {
    if (!kinds.has(name)) kinds.set(name, kindOfName(name));
    return kinds.get(name);
  };
}

function nameAround(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start > 0 && from - start < REACH && isNameCode(text.charCodeAt(start - 1))) start--;
  while (end < text.length && end - to < REACH && isNameCode(text.charCodeAt(end))) end++;
  while (end > to && /[-.$]/.test(text[end - 1]!)) end--;
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

const SCHEME = /^(?:Bearer|Basic|Token|ApiKey|Api-Key|Key)[ \t]{1,4}/i;

/** One span as a rule; of several words in one quoted value those that a generator drew. */
function judgeValue(
  text: string,
  value: AssignedValue,
  kind: NameKind,
  isCode: boolean,
): readonly SecretSpan[] {
  const scheme = SCHEME.exec(value.text)?.[0].length ?? 0;
  const own = { ...value, start: value.start + scheme, text: value.text.slice(scheme) };
  const spanOf = (span: Span, certainty: NonNullable<Certainty>): SecretSpan => ({
    start: span.start,
    end: span.end,
    type: TYPES[kind],
    told: 'name',
    certainty,
  });
  if (own.quoted && /\s/.test(own.text)) {
    return kind === 'weak' ? [] : drawnWords(own).map((word) => spanOf(word, 'likely'));
  }
  const mayBeVariable = !own.quoted && (isCode || !endsItsClause(text, own));
  const certainty = judgeNamedValue({ text: own.text, quoted: own.quoted, mayBeVariable }, kind);
  if (certainty === undefined) return [];
  if (own.joined === 'assignment' || own.joined === 'flag') return [spanOf(own, certainty)];
  if (!isWorthLooseJoin(own, kind)) return [];
  return [spanOf(own, 'likely')];
}

/** A bare value is followed by the end of its line, a comma, a comment or a closing sign, not by more prose or code. */
function endsItsClause(text: string, value: Span): boolean {
  return /^[.,;:)\]}"'`&<|\\!?*]{0,3}[ \t]{0,10}(?:$|[\r\n,;<&|#)]|\/\/|--)/.test(
    text.slice(value.end, value.end + 24),
  );
}

/** Where only a space or prose joins name and value, the value has to speak for itself. */
function isWorthLooseJoin({ text, quoted, joined }: AssignedValue, kind: NameKind): boolean {
  if (kind === 'weak') return false;
  if (looksDrawn(text) && /\d/.test(text) && text.length >= 16) return true;
  if (kind !== 'password') return false;
  const isMixed = /\d/.test(text) && /[A-Za-z]/.test(text) && text.length >= 6;
  return isMixed && (quoted || (joined === 'prose' && /[A-Z!@#$%^&*]/.test(text)));
}

const LONGEST_WORDS = 400;

function drawnWords(value: AssignedValue): readonly Span[] {
  if (value.text.length > LONGEST_WORDS) return [];
  const words: Span[] = [];
  for (const match of value.text.matchAll(/[^\s{}()[\]<>"',;]{16,200}/g)) {
    const certainty = judgeNamedValue({ text: match[0], quoted: true, mayBeVariable: false }, 'strong');
    if (certainty === undefined) continue;
    const start = value.start + match.index;
    words.push({ start, end: start + match[0].length });
  }
  return words;
}
