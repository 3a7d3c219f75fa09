import type { Span } from '../place.ts';

const NAMED = /test[-_ ]?vectors?/i;

/** `bip-0352/send_and_receive_test_vectors.json`, `vectors/sign_vectors.json` */
const IN_PATH = /test[-_ ]?vectors?|(?:^|\/)vectors\/[^/]*vectors?[^/]*$/i;

/** `## Test vectors`, `=== Test Vectors ===` */
const HEADING = /^(#{1,6}|={2,6})[ \t]*([^\r\n]{1,200})/gm;

/** Keys that a specification of a cipher prints. A token, a password or a client's secret is none of them. */
const KEY_MATERIAL =
  /priv|secret[-_ ]?key|(?:shared|base|mac|aes|master|traffic|handshake|exporter|ephemeral)[-_ ]?secret|seckey|seed|entropy|scalar|mnemonic|wif|^sk$/i;
const NO_MATERIAL = /token|pass|pwd|api|auth|access|client|bearer|credential|webhook|signing/i;

/** Whether a name may be that of a key which is published so that others can check their arithmetic. */
export function isKeyMaterial(text: string, { start, end }: Span): boolean {
  // `private key`: the word before belongs to the name.
  const before = /[A-Za-z]{2,20}[ \t]$/.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? '';
  const name = before + text.slice(start, end);
  return KEY_MATERIAL.test(name) && !NO_MATERIAL.test(name);
}

/** The stretches of a text that call themselves test vectors: all of it by its path, or what stands under such a heading. */
export function testVectors(text: string, path: string): readonly Span[] {
  if (IN_PATH.test(path)) return [{ start: 0, end: text.length }];
  if (!NAMED.test(text)) return [];
  const found: Span[] = [];
  let open: { level: number; start: number } | undefined;
  for (const { 0: line, 1: signs, 2: title, index } of text.matchAll(HEADING)) {
    const level = signs!.length;
    if (open !== undefined && level <= open.level) {
      found.push({ start: open.start, end: index });
      open = undefined;
    }
    if (open === undefined && NAMED.test(title!)) open = { level, start: index + line.length };
  }
  if (open !== undefined) found.push({ start: open.start, end: text.length });
  return found;
}
