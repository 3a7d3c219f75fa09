import { entropyOf, longestRun, longestSequence } from './entropy.ts';
import { isKnownExample } from './known-examples.ts';

/** Words that people write where a secret would stand. */
const PLACEHOLDER_WORD =
  /example|placeholder|redact|change[-_ ]?(?:me|this|it)|(?:^|[^a-z])(?:your|my)[-_ ]?[a-z]*[-_ ]|your(?:[-_ ]?(?:own|api|secret|token|password|key|access|client|app))|dummy|sample|insert|replace|goes[-_]?here|[-_]here|masked|hidden|removed|censored|sanitiz|obfuscat|omitted|truncated|fill[-_ ]?in|(?:^|[^a-z])(?:fake|todo|fixme|tbd|foobar|lorem)|x{4}|X{4}|\*{3}|^\.{3}|\.{3}$|…|•|●|█|<\w+>|\[[A-Z_]+\]/i;

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
  return PLACEHOLDER_WORD.test(value);
}
