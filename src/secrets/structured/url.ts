import { nameOf } from '../../name.ts';
import { longestRun } from '../entropy.ts';
import { isKnownExample } from '../known-examples.ts';
import { hasPlaceholderWord } from '../placeholder.ts';
import type { SecretSpan } from '../span.ts';

const TYPE = nameOf('url-credentials');
const SCHEME_END = '://';
/** `user:password@host`; the user may be empty (redis), the host may have no dot. */
const USERINFO = /([^\s/:@"'`<>?#]{0,120}):([^\s/"'`<>@]{1,200})@([A-Za-z0-9_[\].-]{1,200})/y;

export function findUrlCredentials(text: string): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (let at = text.indexOf(SCHEME_END); at >= 0; at = text.indexOf(SCHEME_END, at + 3)) {
    USERINFO.lastIndex = at + SCHEME_END.length;
    const match = USERINFO.exec(text);
    if (!match) continue;
    const [, user, password, host] = match as unknown as [string, string, string, string];
    if (!isPassword(password, user, host)) continue;
    const start = at + SCHEME_END.length + user.length + 1;
    spans.push({ start, end: start + password.length, type: TYPE, told: 'structure', certainty: 'certain' });
  }
  return spans;
}

const TYPED =
  /^(?:pass(?:word|wd)?\d{0,4}|pwd|pw|secret|token|user(?:name)?|admin|root|test|guest|foo|bar|x+|\*+|\.+|_+)$/i;

function isPassword(password: string, user: string, host: string): boolean {
  if (TYPED.test(password) || password === user || longestRun(password) >= 5) return false;
  if (
    /^[$%{[(]|\$\{|\$[A-Za-z_(]|%[sd]$|[{}]/.test(password) ||
    hasPlaceholderWord(password) ||
    isKnownExample(password)
  )
    return false;
  if (/^(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)$/i.test(host) && password.length < 12) return false;
  if (
    /^(?:[\w-]+\.)?example(?:\.(?:com|org|net))?$|\.(?:example|test|invalid)$/i.test(host) &&
    password.length < 12
  )
    return false;
  return password.length >= 3;
}
