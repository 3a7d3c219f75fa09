/** Bytes of an id, SHA-1's 20 or SHA-256's 32, as 32-bit words. */
const WORDS = 8;
const FIRST_CAPACITY = 1 << 12;

/**
 * A set of object ids in one array of bytes. A history has millions of them, and a `Set` of strings cut out of git's
 * output takes several times the memory, since each keeps the text alive that it was cut from.
 */
export class IdSet {
  private slots = new Uint32Array(FIRST_CAPACITY * WORDS);
  private capacity = FIRST_CAPACITY;
  private count = 0;
  private readonly key = new Uint32Array(WORDS);
  private readonly keyBytes = Buffer.from(this.key.buffer);

  get size(): number {
    return this.count;
  }

  /** Whether it was not in the set before. */
  add(id: string): boolean {
    this.load(id);
    const slot = this.find(this.slots, this.capacity, this.key, 0);
    if (!this.isFree(this.slots, slot)) return false;
    this.slots.set(this.key, slot);
    this.count += 1;
    // Open addressing stays quick while at least a third is free.
    if (this.count * 3 > this.capacity * 2) this.grow();
    return true;
  }

  has(id: string): boolean {
    this.load(id);
    return !this.isFree(this.slots, this.find(this.slots, this.capacity, this.key, 0));
  }

  private load(id: string): void {
    this.key.fill(0);
    this.keyBytes.write(id, 'hex');
  }

  /** No object has an id of zeros. */
  private isFree(slots: Uint32Array, slot: number): boolean {
    for (let word = 0; word < WORDS; word++) if (slots[slot + word] !== 0) return false;
    return true;
  }

  /** Where the key stands, or else the free slot where it belongs. Ids are hashes, so their first word is one. */
  private find(slots: Uint32Array, capacity: number, keys: Uint32Array, at: number): number {
    let index = keys[at]! & (capacity - 1);
    for (;;) {
      const slot = index * WORDS;
      let word = 0;
      while (word < WORDS && slots[slot + word] === keys[at + word]) word += 1;
      if (word === WORDS || this.isFree(slots, slot)) return slot;
      index = (index + 1) & (capacity - 1);
    }
  }

  private grow(): void {
    const capacity = this.capacity * 2;
    const slots = new Uint32Array(capacity * WORDS);
    for (let at = 0; at < this.slots.length; at += WORDS) {
      if (this.isFree(this.slots, at)) continue;
      slots.set(this.slots.subarray(at, at + WORDS), this.find(slots, capacity, this.slots, at));
    }
    this.slots = slots;
    this.capacity = capacity;
  }
}
