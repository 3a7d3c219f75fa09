/** `', 'test_secret')`, `secret)`: the name is all of an argument, and the call ends behind it. */
const CLOSED = /^["'`]?[ \t]{0,4}\)/;

/** The call that the name stands in, and the arguments before it. */
const CALL_BEFORE = /([\w$]{1,60})\(([^()\r\n]{0,120})$/;
const REACH = 190;

/** What is computed of a secret, and is none: `sign('', 'test_secret') => '…'`, `sha256("password") == "…"`. */
const COMPUTES =
  /^(?:compute|calc|derive|make|create|gen|build)|hash|sign|digest|hmac|md5|sha\d|crypt|encode|decode|verify|verifies|match|compare|checksum|crc|kdf|totp|hotp|otp/i;

/** What looks something up by its name: `config.get('db', 'password') == '…'` is compared with the secret. */
const LOOKS_UP =
  /get|fetch|read|lookup|find|env|var|config|setting|option|param|arg|header|cookie|query|field|value|item|attr|prop|session|store|secret|dict|input|request/i;

/** Whether what follows is what a call makes of the secret, or of a text that is called so. */
export function isResultOfCall(text: string, nameStart: number, nameEnd: number): boolean {
  if (!CLOSED.test(text.slice(nameEnd, nameEnd + 8))) return false;
  const call = CALL_BEFORE.exec(text.slice(Math.max(0, nameStart - REACH), nameStart));
  if (call === null) return false;
  if (COMPUTES.test(call[1]!)) return true;
  return call[2]!.includes(',') && !LOOKS_UP.test(call[1]!);
}
