import { entropyOf, longestRun } from '../entropy.ts';
import { isKnownExample } from '../known-examples.ts';
import { looksDrawn } from '../named/drawn.ts';
import { hasAllKindsOfSigns } from '../named/made-up.ts';
import { isReference } from '../named/reference.ts';
import { isHex, judgeNamedValue } from '../named/secret-value.ts';
import { hasPlaceholderWord } from '../placeholder.ts';
import type { Verdict } from './structure.ts';

/** What documentation writes where a password stands. */
const TYPED =
  /^(?:(?:my|your|the|some|db|user)?[-_]?(?:pass(?:word|wd|phrase)?|pwd|pw|secret|token|key|user(?:name)?|admin|root|test|guest|foo|bar|baz|api[-_]?key|credentials?|value|string)[-_]?\d{0,4}|x+|\*+|\.+|_+|p|pw|pass:?word|[a-z]{1,3}|1234?5?6?7?8?9?0?|changeit|hunter2|(?:pserver:)?anon(?:ymous|cvs|svn)?|none|null|undefined|true|false|prompt|stdin|env|file|sesame|open sesame|alpine|[a-z]{1,16}(?:password|token|secret|key)|password[a-z]{1,12}|p[a4@]ss?w[o0]rd\d{0,4}!?)$/i;

function isNoSecret(text: string): boolean {
  return (
    TYPED.test(text.replace(/^[^\w*]{1,3}|[^\w*]{1,3}$/g, '')) ||
    isKnownExample(text) ||
    hasPlaceholderWord(text) ||
    isReference(text, true) ||
    longestRun(text) >= 5 ||
    /^[$%<{[(]|[}>]$|^&lt;.{1,80}&gt;/.test(text)
  );
}

/** Where the structure leaves no doubt that a password stands there: three characters that nobody types as an example. */
export function judgeTyped(text: string): Verdict {
  if (text.length < 3 || isNoSecret(text)) return undefined;
  return 'certain';
}

/** Where the structure may as well hold a word: it has to look drawn. */
export function judgeDrawnToken(text: string, least = 16): Verdict {
  if (text.length < least || isNoSecret(text)) return undefined;
  if (isHex(text)) return entropyOf(text.replaceAll('-', '')) >= 2.8 ? 'certain' : undefined;
  return looksDrawn(text) ? 'certain' : undefined;
}

/** Where a word, a name or a setting may stand as well: drawn, or made up as people are told to. */
export function judgeTelling(text: string): Verdict {
  if (text.length < 8 || isNoSecret(text)) return undefined;
  if (isHex(text)) return judgeDrawnToken(text);
  if (/^(?=.*\d)(?=.*[a-z])(?=.*[!#$%^&~*])[\x21-\x7e]{8,100}$/i.test(text)) return 'certain';
  return looksDrawn(text) || hasAllKindsOfSigns(text) || isMadeUp(text) ? 'certain' : undefined;
}

/** `Falke742JAf8ex`: letters of both cases, and digits again and again. `oldPass2word` and `Argon2id` are words. */
function isMadeUp(text: string): boolean {
  if (text.length < 10 || !/^[\x21-\x7e]+$/.test(text) || !/[a-z]/.test(text) || !/[A-Z]/.test(text))
    return false;
  const turns = text.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
  return turns >= 3 || (turns === 2 && /\d{3}/.test(text));
}

/** 40 characters of base64. Beside them only a digest is as long, and a path, which may begin with a slash as well. */
export function judgeAwsSecret(text: string): Verdict {
  if (/^[0-9a-f]{40}$/i.test(text) || !/[a-z]/.test(text) || !/[A-Z]/.test(text)) return undefined;
  return judgeDrawnToken(text, 40);
}

/** As a value under a password's name in a configuration would be judged. */
export function judgeAsPassword(text: string): Verdict {
  if (isNoSecret(text)) return undefined;
  return judgeNamedValue({ text, quoted: true, mayBeVariable: false }, 'password');
}

/** What stands where a program takes a password: one that a person made up has a digit or a sign. */
export function judgeArgument(text: string): Verdict {
  return judgeAsPassword(text) ?? (/\d|[^A-Za-z0-9]/.test(text) ? judgeTyped(text) : undefined);
}

/** `user:password` in base64, as HTTP's Basic scheme and docker's `auth` have it: the verdict on the password. */
export function judgeBasic(encoded: string): Verdict {
  const decoded = Buffer.from(encoded, 'base64').toString('latin1');
  const match = /^[\x20-\x7e]{0,200}?:([\x20-\x7e]{1,400})$/.exec(decoded);
  return match ? judgeTyped(match[1]!) : undefined;
}
