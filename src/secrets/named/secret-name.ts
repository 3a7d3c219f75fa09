import { wordSet } from '../../word-set.ts';
import {
  ENDS_OTHERWISE,
  ORDINARY_KEYS,
  ORDINARY_TOKENS,
  PASSWORDS,
  QUALIFIERS,
  STRONG,
  WEAK,
} from './name-words.ts';

/**
 * What a name promises about its value. `password`: chosen by people, so any text may be one. `strong`: a drawn token.
 * `weak`: may as well be a map's key or a kind of authentication.
 */
export type NameKind = 'password' | 'strong' | 'weak';

const PASSWORD_PART =
  /(?:passw(?:or)?d|passphrase|passwort|motdepasse|(?:db|user|root|admin|mysql|smtp|ftp|ssh|ldap|acr|redis)(?:pass|pwd)|(?:db|user|root|rootdn|admin|bind|binddn|ldap|sql|ftp|smtp|repl)pw)$/;

/** Parts that only names of secrets have, however the words are joined. */
const STRONG_PART =
  /(?:api|private|access|auth|master|signing|encryption|encrypt|decryption|account|shared|security|service|license|deploy|subscription|function|session|app|application|admin|unseal|recovery|hmac|crypt|storage|client|server|integration|ingest|write|webhook|consumer|user|project|personal|instrumentation|connection)key|secret|(?:auth|access|refresh|id|api|bot|jwt|session|bearer|personal)token|credential/;

const PUBLIC_PART =
  /public|publishable|pubkey|sitekey|placeholder|example|secretary|keyboard|keyword|author(?!iz)|tokeniz|passenger|passive|passport/;

/** Ordinary words that end in the letters of a weak one. */
const NOT_A_KEY = /^(?:monkey|turkey|donkey|whiskey|hockey|jockey|keynote|oauth2?|resourcekey|reskey)$/;

const LONGEST_NAME = 120;

/** `dbPassword_2` → `db`, `password`, `2`. */
export function wordsOf(name: string): readonly string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-zñ]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}

/** `undefined` for a name that promises nothing. Camel, snake, kebab and dotted case are read alike. */
export function kindOfName(name: string): NameKind | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  if (name.includes('.') && !isSecretMember(name)) return undefined;
  const words = trimQualifiers(wordsOf(name));
  const last = words.at(-1);
  if (last === undefined || ENDS_OTHERWISE.has(last)) return undefined;
  const joined = words.join('');
  if (PUBLIC_PART.test(joined)) return undefined;
  // `PASS_TO_PASS`, `tests_to_pass`: a verb.
  if (last === 'pass' && words.at(-2) === 'to') return undefined;
  if (PASSWORDS.has(last) || PASSWORD_PART.test(joined)) return 'password';
  if (STRONG_PART.test(joined)) return 'strong';
  const before = words.slice(0, -1);
  if (before.some((word) => ORDINARY_TOKENS.has(word))) return undefined;
  if (STRONG.has(last) || last.endsWith('token')) return 'strong';
  if (before.some((word) => ORDINARY_KEYS.has(word))) return undefined;
  if (WEAK.has(last) || (/(?:key|auth)$/.test(last) && !NOT_A_KEY.test(last))) return 'weak';
  return undefined;
}

const SEVERAL =
  /(?:key|token|secret|passw(?:or)?d|passwort|passphrase|passcode|pwd|cred|credential|senha|contraseña)s$/;

/** Where a word ends in one: told before the words are read, as most names have none. */
const PLURAL = /[sS](?![a-zñ])/;

/** `undefined` for a name of one, or of nothing. */
export function kindOfSeveral(name: string): NameKind | undefined {
  if (name.length > LONGEST_NAME || !PLURAL.test(name)) return undefined;
  const words = trimQualifiers(wordsOf(name));
  const last = words.at(-1);
  if (last === undefined || !SEVERAL.test(last)) return undefined;
  return kindOfName([...words.slice(0, -1), last.slice(0, -1)].join('_'));
}

/** Words that describe something, and name a service, a person or a machine as well, whose secret it is. */
const OWNERS = wordSet(`
  user username account owner client server service backend frontend host domain repo region zone cluster stage test tests
  organization org team project provider manager application app engine store storage admin event request response
`);

/** Whether a key tells something about secrets, as `algorithm`, `path` and `min_length` do. */
export function describesSecret(key: string): boolean {
  const last = wordsOf(key).findLast((word) => !/^\d+$/.test(word));
  return last !== undefined && !OWNERS.has(last) && (ENDS_OTHERWISE.has(last) || DESCRIBES.has(last));
}

const DESCRIBES = wordSet(
  `encoder encoding encryption cipher hashing digest kdf minimum maximum default comment note notes see`,
);

/** `password.encode` is something that is done with one; `spring.datasource.password` and `api.key` are one. */
function isSecretMember(name: string): boolean {
  const member = name.slice(name.lastIndexOf('.') + 1);
  return member !== '' && kindOfName(member) !== undefined;
}

/** Numbers and qualifiers at the end name one of several secrets; what they qualify decides. */
function trimQualifiers(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && (/^\d+$/.test(words[end - 1]!) || QUALIFIERS.has(words[end - 1]!))) end--;
  return words.slice(0, end);
}
