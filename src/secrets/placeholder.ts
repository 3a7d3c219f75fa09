import { entropyOf, longestRun, longestSequence } from './entropy.ts';
import { isKnownExample } from './known-examples.ts';

/** Words that people write where a secret would stand. */
const PLACEHOLDER_WORD =
  /example|placeholder|redact|change[-_ ]?(?:me|this|it)|(?:^|[^a-z])(?:your|my)[-_ ]?[a-z]*[-_ ]|your(?:[-_ ]?(?:own|api|secret|token|password|key|access|client|app))|dummy|sample|insert|replace|goes[-_]?here|[-_]here|masked|hidden|removed|censored|sanitiz|obfuscat|omitted|truncated|fill[-_ ]?in|(?:^|[^a-z])(?:fake|todo|fixme|tbd|foobar|lorem)|x{4}|X{4}|\*{3}|^\.{3}|\.{3}$|…|•|●|█|<\w+>|\[[A-Z_]+\]/i;

/** How flux prints a value that it decrypted. https://github.com/fluxcd/flux2 */
const MASK = /^\*{2}[A-Z]{2,20}\*{2}$/;

/** `test-token`, `harness-api-key-v3`, `super-secret-password`, `ca-data-pem`: says what would stand there. `ghp_xxx` too. */
const STAND_IN =
  /^(?:[a-z]{1,30}[-_. ]){1,6}(?:pass(?:word|wd|phrase)?|pwd|secret|token|key|credentials?|value|data|pem|text|string)(?:[-_]?v?\d{1,4})?$|^abc[-_]?123|(?:^|[-_])x{3,}$/i;

/** Words long enough that no drawn token holds one by chance. */
const TOKEN_WORD =
  /example|placeholder|redact|change[-_]?me|your[-_]|[-_]your|dummy|sample|insert|replace|[-_]here|removed|truncated|x{6}|X{6}|\*{3}|^\.{3}|…|•|\.payload\.sig/i;

/** So much of a long token tells as well as all of it. */
const TELLING_LENGTH = 200;

/** A token's body that was typed, not drawn: `xxxxxxxx`, `your_key_here`, `1234567890abcdef`. */
export function isPlaceholderToken(token: string, wholeBody: string, leastEntropy: number): boolean {
  const body = wholeBody.slice(0, TELLING_LENGTH);
  return (
    isKnownExample(token) ||
    TOKEN_WORD.test(body) ||
    longestRun(body) >= 8 ||
    longestSequence(body) >= 10 ||
    entropyOf(body) < leastEntropy
  );
}

export function hasPlaceholderWord(value: string): boolean {
  return PLACEHOLDER_WORD.test(value) || MASK.test(value) || isEncodedPlaceholder(value);
}

/** Whether a value says in words what would stand in its place. */
export function isStandIn(value: string): boolean {
  return STAND_IN.test(value);
}

/** `dGVzdC10b2tlbg==`, as the manifest of a test has it. Of what a generator drew, hardly ever all bytes are printable. */
function isEncodedPlaceholder(value: string): boolean {
  if (value.length % 4 !== 0 || !/^[A-Za-z0-9+/]{8,160}={0,2}$/.test(value)) return false;
  const decoded = Buffer.from(value, 'base64').toString('latin1').trim();
  return /^[\x20-\x7e]+$/.test(decoded) && (isStandIn(decoded) || MASK.test(decoded));
}
