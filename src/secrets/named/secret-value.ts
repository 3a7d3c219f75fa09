import { entropyOf, longestRun, longestSequence } from '../entropy.ts';
import { isKnownExample } from '../known-examples.ts';
import { hasPlaceholderWord } from '../placeholder.ts';
import { isPublicMaterial } from '../public-material.ts';
import { isDescription } from './description.ts';
import { isMixedCase, looksDrawn, wordiness } from './drawn.ts';
import { isMadeUpSecret } from './made-up.ts';
import { isMember, isReference } from './reference.ts';
import { kindOfName, type NameKind } from './secret-name.ts';

export interface NamedValue {
  readonly text: string;
  readonly quoted: boolean;
  /** Bare, and in a language where a bare word is a variable. */
  readonly mayBeVariable: boolean;
  /** Bare, and where it stands for itself: in a shell's command, a table's cell, a sentence. Left out: it is not. */
  readonly isArgument?: boolean;
}

export type Certainty = 'certain' | 'likely' | undefined;

const LONGEST_VALUE = 2000;
/** Below that no text looks drawn, and none but a password is one by its name alone. */
const LEAST_LENGTH: Readonly<Record<NameKind, number>> = { password: 5, strong: 10, weak: 10 };

/** `20260602T101500Z-string-slugify-4711`: how a run is called, by its time, what it did and its process. */
const RUN = /^20\d{6}T\d{6}Z-([A-Za-z0-9._-]{1,64})-\d{1,10}$/;

/** How sure a value under a secret's name is one; `undefined` where it is something else. */
export function judgeNamedValue(value: NamedValue, kind: NameKind): Certainty {
  const { text } = value;
  if (text.length < LEAST_LENGTH[kind] || text.length > LONGEST_VALUE) return undefined;
  // A token is drawn, in hex or otherwise; most words are told to be something else by that.
  const isMadeUp = kind === 'strong' && isMadeUpSecret(text);
  if (kind !== 'password' && !isMadeUp && !isHex(text) && !looksDrawn(text)) return undefined;
  if (isKnownExample(text) || hasPlaceholderWord(text) || isReference(text, value.quoted)) return undefined;
  if (longestRun(text) >= 6 || isPublicMaterial(text) || isDescription(text)) return undefined;
  if (isHex(text)) return judgeHex(text, kind);
  // `pass: RUN` says which run passed. Time and process make any name look drawn, so what is between them tells.
  const slug = RUN.exec(text)?.[1];
  if (slug !== undefined && !looksDrawn(slug)) return undefined;
  if (value.mayBeVariable && isMember(text)) return undefined;
  if (value.mayBeVariable && /^[A-Za-z_]\w*$/.test(text) && wordiness(text) >= 0.35) return undefined;
  if (looksDrawn(text)) return judgeDrawn(text, kind);
  return kind === 'password' || isMadeUp ? judgePassword(value) : undefined;
}

/** A weak name needs a longer value, and a digit in it. */
function judgeDrawn(text: string, kind: NameKind): Certainty {
  if (kind !== 'weak') return text.length >= 16 || /\d/.test(text) ? 'certain' : 'likely';
  if (!/^[\w+/=.~:-]+$/.test(text)) return undefined;
  return text.length >= 16 && /\d|[a-z][A-Z].*[a-z][A-Z]/.test(text) ? 'likely' : undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

export function isHex(text: string): boolean {
  return /^(?:0x)?[0-9a-f]{8,}$|^[0-9a-f]{4,}(?:-[0-9a-f]{4,}){2,8}$/i.test(text);
}

/** Lengths of SHA-1, SHA-256, SHA-384 and SHA-512: a digest as likely as a key, unless the name is strong. */
const DIGEST_LENGTHS = new Set([40, 64, 96, 128]);

/** Whether it may as well be a digest, by its signs and its length. */
export function isDigest(text: string): boolean {
  return DIGEST_LENGTHS.has(text.length) && isHex(text);
}

function judgeHex(text: string, kind: NameKind): Certainty {
  const digits = text.replace(/^0x|-/gi, '');
  if (/^\d+$/.test(digits)) return judgeNumber(digits, kind);
  if (kind === 'weak' && text.startsWith('0x')) return undefined;
  if (digits.length < 16) {
    return kind === 'password' && /\d/.test(digits) && !text.startsWith('0x') ? 'likely' : undefined;
  }
  if (longestSequence(digits) >= 8) return undefined;
  if (entropyOf(digits) < (digits.length >= 32 ? 3 : 2.8)) return undefined;
  if (kind === 'weak' && (DIGEST_LENGTHS.has(digits.length) || isUuid(text))) return undefined;
  return kind === 'weak' || isUuid(text) ? 'likely' : 'certain';
}

/** A password of digits, or a token so long that it is no id. */
function judgeNumber(digits: string, kind: NameKind): Certainty {
  const isLong = digits.length >= (kind === 'password' ? 6 : 24);
  if (kind === 'weak' || !isLong || longestSequence(digits) >= 5 || new Set(digits).size < 4)
    return undefined;
  return 'likely';
}

/** What stands for a password where there is none: types, states, the word itself, and what everybody types. */
const NOT_A_PASSWORD =
  /^(?:string|number|integer|boolean|bool|object|char|varchar\d*|bytes?|null|none|nil|undefined|true|false|yes|no|on|off|(?:my|the|new|old|user|db|some|any|your|a|an|test|admin|root|super|secret|invalid|wrong|correct|bad|good|current|plain|clear|strong|weak)?[-_ ]?(?:password|passwd|passwort|passphrase|pass|secret|token|pwd|pw|key|credential)s?[-_]?(?:\d{1,4}|here|value|string|text|field|hash)?!?|test\w{0,8}|admin\d{0,4}|root\d{0,4}|user\w{0,6}|guest|foobar|foo|bar|baz|changeit|unknown|default|required|optional|hidden|empty|input|text|hunter2|p[a4@][s5$]{2}w[o0]rd\d{0,4}!?|s[e3]cr[e3#*][t7]\d{0,4}!?|qwerty|letmein|abc\d{1,4}|xyz\d{1,4}|asdf\w{0,4}|disabled|enabled|basic|bearer|oauth2?|prompt|never|always|env|file|stdin|manual|auto|random|generate[d]?|internal|external|public|private|login|forgot|reset|confirm)$/i;

/** Chinese, Japanese and Korean, with their punctuation: a sentence about a password, as `至少8个字符`. */
const EAST_ASIAN = /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;

function judgePassword({ text, quoted, mayBeVariable, isArgument = false }: NamedValue): Certainty {
  if (/\s/.test(text) || NOT_A_PASSWORD.test(text) || longestSequence(text) >= 6) return undefined;
  if (text.length > 80 || /^[^A-Za-z0-9]+$/.test(text) || EAST_ASIAN.test(text)) return undefined;
  // A number of code: WebGL's `STENCIL_PASS_DEPTH_PASS: 0x0B96`.
  if (!quoted && /^0x[0-9a-f]{1,8}$/i.test(text)) return undefined;
  if (/^[A-Za-z]+$/.test(text)) {
    if (/password|passwd/i.test(text)) return undefined;
    if (!quoted) return isArgument && isMixedCase(text) ? 'likely' : undefined;
    return text.length >= 6 && wordiness(text) < 0.5 ? 'likely' : undefined;
  }
  // `oublié`, `nötig`: a word as well.
  if (/^\p{L}+$/u.test(text)) return undefined;
  // A name with its parts joined by one kind of sign: `user-password`, `db.password`, `my_secret_name`; a flag, and what
  // another part is joined to: `--account`, `invalid-`.
  if (/^(?:--)?[A-Za-z]+(?:[-_. :/][A-Za-z]+)*[-_./:]?$/.test(text)) return undefined;
  if (/^[\w.-]+=$|^[\d.,:/-]+$|^(?:localhost|[\w-]+(?:\.[\w-]+)+):\d{2,5}$/.test(text)) return undefined;
  // `"db-password-1", "api-key-2"`: the name of a secret, and of the next one.
  if (/^[a-z]{2,30}(?:[-_][a-z]{2,30}){1,5}[-_]\d{1,4}$/.test(text) && kindOfName(text) !== undefined)
    return undefined;
  const isWord = /^[A-Za-z_]\w*$/.test(text);
  if (mayBeVariable && (isWord || /[.+*/<>=&|,;?]/.test(text))) return undefined;
  if (!/\d/.test(text)) return quoted || /[^\w.-]/.test(text) ? 'likely' : undefined;
  return 'certain';
}
