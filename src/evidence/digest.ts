import { createCipheriv, createHmac } from 'node:crypto';

/** What an entry of an index is an entry of; part of what is digested, so that kinds never meet. */
export const ENTRY_KINDS = [
  'k-grams',
  'n2-grams',
  'pairs',
  'rows',
  'n3-rows',
  'atoms',
  'strong-atoms',
  'digests',
  'diff-lines',
  'blob',
  'row-triples',
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Says quickly, of the lower 32 bits of an entry, that it is in no index: of nearly all of a document's entries. */
export class EntryFilter {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  /** Sixteen bits for each entry let about one in sixteen through. */
  constructor(entries: number) {
    let bits = 1 << 16;
    while (bits < entries * 16 && bits < 1 << 28) bits *= 2;
    this.#bits = new Uint32Array(bits / 32);
    this.#mask = bits - 1;
  }

  add(entry: number): void {
    const bit = (entry % 0x1_0000_0000) & this.#mask;
    this.#bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  mayHold(low: number): boolean {
    const bit = low & this.#mask;
    return (this.#bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}

/** 40 bits: of a million entries, one in a million texts that are in no evidence meets one. */
export const DIGEST_BITS = 40;

const BLOCK_WORDS = 4;
const BATCH = 1024;

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
  readonly #filter: EntryFilter | undefined;
  #count = 0;

  /**
   * `visit` gets each entry with the reference that was pushed with it, in order, at the latest on `flush`; with a
   * filter only those that may be of interest.
   */
  constructor(secret: string | undefined, visit: (entry: number, ref: number) => void, filter?: EntryFilter) {
    this.#cipher = createCipheriv('aes-256-ecb', keyOf(secret ?? ''), null).setAutoPadding(false);
    this.#visit = visit;
    this.#filter = filter;
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
    const words = new Uint32Array(count * BLOCK_WORDS);
    new Uint8Array(words.buffer).set(out);
    for (let i = 0; i < words.length; i += BLOCK_WORDS) {
      const low = words[i]!;
      if (this.#filter && !this.#filter.mayHold(low)) continue;
      this.#visit((words[i + 1]! & 0xff) * 0x1_0000_0000 + low, this.#refs[i / BLOCK_WORDS]!);
    }
  }
}

const keys = new Map<string, Buffer>();

/** Made once: a check has one secret, and a document three digesters. */
function keyOf(secret: string): Buffer {
  const key = keys.get(secret) ?? createHmac('sha256', secret).update('cto-lint evidence entry').digest();
  keys.set(secret, key);
  return key;
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
  return mixed(a, b);
}

/** The same over symbols, without making a string of them. */
export function hashSymbols(symbols: Uint16Array, from: number, to: number): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = from; i < to; i++) {
    a = Math.imul(a ^ symbols[i]!, 2654435761);
    b = Math.imul(b ^ symbols[i]!, 1597334677);
  }
  return mixed(a, b);
}

function mixed(a: number, b: number): readonly [number, number] {
  const first = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  return [first, Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909)];
}
