import type { Span } from '../../place.ts';
import type { LiteralGroup } from '../literal-index.ts';
import { kindOfName, kindOfSeveral, type NameKind } from './secret-name.ts';

export interface NameInText extends Span {
  readonly text: string;
  readonly kind: NameKind;
  /** `many` of `api_keys`, which only a list or a map follows; `either` of `secrets` and `passwords`. */
  readonly holds: 'one' | 'many' | 'either';
}

/** Every name that promises a secret holds one of these. */
const NAME_PARTS = [
  ...[
    'key',
    'secret',
    'pass',
    'pwd',
    'pw',
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
  ...['pat', 'pin', 'otp', 'seed', 'mnemonic', 'session', 'pepper', 'webhook', 'license'],
  ...[
    'senha',
    'kennwort',
    'contrase',
    'wachtwoord',
    'parola',
    'pword',
    'heslo',
    'senord',
    'adgangskode',
    'salasana',
  ],
];

/** Passwords in scripts without an ASCII literal: Chinese (simplified, traditional), Japanese, Korean, Russian, Polish, Turkish. */
const PASSWORDS_BEYOND_ASCII = [
  ...['密码', '密碼', '口令', 'パスワード', '비밀번호', 'пароль', 'Пароль'],
  ...['hasło', 'Hasło', 'şifre', 'Şifre'],
];

export const NAME_MARKS: LiteralGroup<undefined> = {
  entries: NAME_PARTS.map((part) => [part, undefined] as const),
  ignoreCase: true,
  counts: (text, { start, end }) => end - start > 2 || isWholeWord(text, end),
};

/**
 * `DB_PW`, `adminPw`, `bindpw`: the two letters end a name. Within a word, as in `upward`, they say nothing, nor among the
 * bytes of a picture.
 */
function isWholeWord(text: string, end: number): boolean {
  return !isLetter(text.charCodeAt(end)) && !BINARY.test(text.slice(Math.max(0, end - 8), end + 4));
}

const BINARY = /[^\t\r\n\x20-\x7e]/;

/** How far a name reaches to either side of its telling part. */
const REACH = 60;

/** Names that promise a secret, in the order of the text. */
export function* findNames(text: string, marks: readonly Span[]): Generator<NameInText> {
  let reached = 0;
  for (const hit of marks) {
    if (hit.start < reached) continue;
    const { start, end } = nameAround(text, hit);
    reached = end;
    const name = text.slice(start, end);
    const promise = promiseOf(name);
    if (promise === undefined || isInPath(text, start) || isTypeName(text, start) || isInArn(text, start))
      continue;
    const inContext = promise.kind === 'weak' ? promiseWithWordBefore(text, start, name, promise) : promise;
    if (inContext === undefined || inContext === PLAIN_KEYS) continue;
    yield { start, end, text: name, kind: inContext.kind, holds: inContext.holds };
  }
}

/** Such names, which no index finds; in a text of Latin letters alone nothing is searched for them. */
export function findNamesBeyondAscii(text: string): readonly NameInText[] {
  return PASSWORDS_BEYOND_ASCII.flatMap((word) => {
    const names: NameInText[] = [];
    for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + word.length))
      names.push({ start, end: start + word.length, text: word, kind: 'password', holds: 'one' });
    return names;
  });
}

/** Texts say the same names again and again, so some are remembered; all are forgotten when they are many. */
const MOST_KNOWN = 10_000;
const promises = new Map<string, Promised | undefined>();

interface Promised {
  readonly kind: NameKind;
  readonly holds: NameInText['holds'];
}

function promiseOf(name: string): Promised | undefined {
  const known = promises.get(name);
  if (known !== undefined || promises.has(name)) return known;
  const promise = readPromise(name);
  if (promises.size >= MOST_KNOWN) promises.clear();
  // A copy: a name cut out of a text would keep the whole of it.
  promises.set(Buffer.from(name, 'latin1').toString('latin1'), promise);
  return promise;
}

/** `keys` of a map, a table or a page. */
const PLAIN_KEYS: Promised = { kind: 'weak', holds: 'many' };

function readPromise(name: string): Promised | undefined {
  const kind = kindOfName(name);
  const ofSeveral = kindOfSeveral(name);
  if (kind !== undefined) return { kind, holds: ofSeveral === undefined ? 'one' : 'either' };
  if (ofSeveral === undefined) return undefined;
  return ofSeveral === 'weak' ? PLAIN_KEYS : { kind: ofSeveral, holds: 'many' };
}

/** What makes a password of `passe`. */
const MOT_DE = /^mot[ \u00a0]de[ \u00a0]$/i;

function nameAround(text: string, part: Span): Span {
  let { start, end } = part;
  while (start > 0 && part.start - start < REACH && isNameCode(text.charCodeAt(start - 1))) start--;
  while (end < text.length && end - part.end < REACH && isNameCode(text.charCodeAt(end))) end++;
  while (end > part.end && /[-.$]/.test(text[end - 1]!)) end--;
  // `contraseña`, `mot de passe`
  if (text.startsWith('ña', end)) end += 2;
  else if (/^passe$/i.test(text.slice(start, end)) && MOT_DE.test(text.slice(Math.max(0, start - 7), start)))
    start -= 7;
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

/** `/etc/passwd`, `docs/token`: not a name, the end of a path. `//registry/:_authToken` is one. */
function isInPath(text: string, start: number): boolean {
  return text[start - 1] === '/' && /[\w.~-]/.test(text[start - 2] ?? '');
}

/** `AWS::SecretsManager::Secret`, `Foo::Password`. */
function isTypeName(text: string, start: number): boolean {
  return text[start - 1] === ':' && text[start - 2] === ':';
}

/** `arn:aws:secretsmanager:eu-west-1:123456789012:secret:…`: the type of a resource, and its name behind it. */
const ARN = /\barn:[a-z-]{3,20}:[a-z0-9-]{2,40}:[a-z0-9-]{0,30}:\d{0,12}:$/;

function isInArn(text: string, start: number): boolean {
  return text[start - 1] === ':' && ARN.test(text.slice(Math.max(0, start - 100), start));
}

const NO_PART_OF_A_NAME =
  /^(?:string|const|let|var|my|the|your|our|this|a|an|using|use|static|final|val|export|set|env|and|or|with)$/i;

/** `api key`, `access keys`, `public key`: the word before makes a weak name strong, or harmless. */
function promiseWithWordBefore(
  text: string,
  start: number,
  name: string,
  alone: Promised,
): Promised | undefined {
  const before = wordBefore(text, start);
  return before === undefined || NO_PART_OF_A_NAME.test(before) ? alone : promiseOf(`${before}_${name}`);
}

const LONGEST_WORD = 20;

/** The last letters, two at least, before a blank that stands before the name. */
function wordBefore(text: string, nameStart: number): string | undefined {
  const end = nameStart - 1;
  if (text[end] !== ' ' && text[end] !== '\t') return undefined;
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && isLetter(text.charCodeAt(start - 1))) start--;
  return end - start < 2 ? undefined : text.slice(start, end);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
