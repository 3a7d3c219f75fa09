const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
};

/**
 * A name in double quotes with the escapes of C, as git writes and reads odd names: `"a\tb\303\251"`. `end` is behind
 * the closing quote; `undefined` where there is none, or an escape that C does not know.
 */
export function unquote(text: string): { readonly value: string; readonly end: number } | undefined {
  const bytes: Buffer[] = [];
  let plain = 1;
  let at = 1;
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] !== '\\') continue;
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1, at + 4))?.[0];
    const byte = octal === undefined ? ESCAPES[text[at + 1] ?? ''] : Number.parseInt(octal, 8);
    if (byte === undefined) return undefined;
    bytes.push(Buffer.from(text.slice(plain, at)), Buffer.of(byte));
    at += octal?.length ?? 1;
    plain = at + 1;
  }
  if (at >= text.length) return undefined;
  bytes.push(Buffer.from(text.slice(plain, at)));
  return { value: Buffer.concat(bytes).toString('utf8'), end: at + 1 };
}
