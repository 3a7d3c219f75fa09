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
  'diff-values',
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
const BATCH = 2048;

type Visit = (entry: number, ref: number) => void;

/** Without a secret only what nobody can guess is kept: blob ids, ids of 64 bits, rows by three, and N2's grams. */
const UNGUESSABLE: ReadonlySet<EntryKind> = new Set([
  'n2-grams',
  'strong-atoms',
  'digests',
  'blob',
  'row-triples',
]);

/** Whether an index with this secret holds entries of a kind. Rows by three stand for rows where these can't be kept. */
export function isKept(kind: EntryKind, secret: string | undefined): boolean {
  return secret === undefined ? UNGUESSABLE.has(kind) : kind !== 'row-triples';
}

/** What all digesters write their batches to: each is filled and emptied within one. */
const answers = new Uint32Array(BATCH * BLOCK_WORDS);
const answerBytes = new Uint8Array(answers.buffer);

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
  readonly #visit: Visit;
  readonly #filter: EntryFilter | undefined;
  #count = 0;

  /**
   * `visit` gets each entry with the reference that was pushed with it, in order, at the latest on `flush`; with a
   * filter only those that may be of interest.
   */
  constructor(secret: string | undefined, visit: Visit, filter?: EntryFilter) {
    this.#cipher = cipherOf(secret ?? '');
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
    answerBytes.set(out);
    const filter = this.#filter;
    for (let i = 0; i < count; i++) {
      const low = answers[i * BLOCK_WORDS]!;
      if (filter !== undefined && !filter.mayHold(low)) continue;
      this.#visit((answers[i * BLOCK_WORDS + 1]! & 0xff) * 0x1_0000_0000 + low, this.#refs[i]!);
    }
  }
}

const ciphers = new Map<string, ReturnType<typeof newCipher>>();

/** Made once: a check has one secret, and a document three digesters. A block's answer depends on no other's (ECB). */
function cipherOf(secret: string): ReturnType<typeof newCipher> {
  const cipher = ciphers.get(secret) ?? newCipher(secret);
  ciphers.set(secret, cipher);
  return cipher;
}

function newCipher(secret: string) {
  const key = createHmac('sha256', secret).update('cto-lint evidence entry').digest();
  return createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
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
  const first = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  return [first, Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909)];
}

/** The same over symbols, without making a string of them or a pair of the hashes. */
export function hashSymbols(symbols: Uint16Array, from: number, to: number, hashes: Int32Array): void {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = from; i < to; i++) {
    a = Math.imul(a ^ symbols[i]!, 2654435761);
    b = Math.imul(b ^ symbols[i]!, 1597334677);
  }
  const first = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  hashes[0] = first;
  hashes[1] = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
}
