import { createCipheriv, createHmac } from 'node:crypto';

/** What an entry of an index is an entry of; part of what is digested, so that kinds never meet. */
export const ENTRY_KINDS = [
  'k-grams',
  'n2-grams',
  'pairs',
  'rows',
  'n2-rows',
  'atoms',
  'strong-atoms',
  'digests',
  'diff-lines',
  'blob',
  'stream',
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** 40 bits: of a million entries, one in a million texts that are in no evidence meets one. */
export const DIGEST_BITS = 40;

const BLOCK_WORDS = 4;
const BATCH = 4096;

/**
 * Turns hashes of features into 40-bit entries with a secret, in batches. HMAC-SHA-256 of the secret gives an AES-256
 * key, and AES is the pseudo-random function: like HMAC it tells nothing to who has no key, at a fiftieth of the cost,
 * which is what makes every gram of a document affordable. Without a secret the key is a public one.
 */
export class Digester {
  readonly #cipher;
  readonly #words = new Uint32Array(BATCH * BLOCK_WORDS);
  readonly #bytes = new Uint8Array(this.#words.buffer);
  readonly #refs = new Float64Array(BATCH);
  readonly #visit: (entry: number, ref: number) => void;
  #count = 0;

  /** `visit` gets each entry with the reference that was pushed with it, in order, at the latest on `flush`. */
  constructor(secret: string | undefined, visit: (entry: number, ref: number) => void) {
    const key = createHmac('sha256', secret ?? '')
      .update('cto-lint evidence entry')
      .digest();
    this.#cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
    this.#visit = visit;
  }

  push(kind: number, a: number, b: number, ref: number): void {
    const at = this.#count * BLOCK_WORDS;
    this.#words[at] = a;
    this.#words[at + 1] = b;
    this.#words[at + 2] = kind;
    this.#refs[this.#count++] = ref;
    if (this.#count === BATCH) this.flush();
  }

  flush(): void {
    if (this.#count === 0) return;
    const count = this.#count;
    this.#count = 0;
    const out = this.#cipher.update(this.#bytes.subarray(0, count * 16));
    for (let i = 0; i < count; i++) {
      this.#visit(out.readUInt8(i * 16 + 4) * 0x1_0000_0000 + out.readUInt32LE(i * 16), this.#refs[i]!);
    }
  }
}

/** Two 32-bit hashes of a string (cyrb53's mixing, public domain), for features that are no grams. */
export function hashText(text: string): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a, b];
}
