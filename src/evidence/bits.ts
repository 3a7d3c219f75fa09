/** Numbers of any width up to 48 bits, one after the other, most significant bit first. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #bit = 0;

  write(value: number, width: number): void {
    for (let at = width - 1; at >= 0; at--) this.#push(Math.floor(value / 2 ** at) % 2);
  }

  /** Golomb-Rice: `value >> width` in unary, then the lower `width` bits. Best where values are around `2 ** width`. */
  writeRice(value: number, width: number): void {
    for (let ones = Math.floor(value / 2 ** width); ones > 0; ones--) this.#push(1);
    this.#push(0);
    this.write(value % 2 ** width, width);
  }

  #push(bit: number): void {
    if (this.#bit >> 3 >= this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    if (bit === 1) this.#bytes[this.#bit >> 3]! |= 0x80 >> (this.#bit & 7);
    this.#bit++;
  }

  toBase64(): string {
    return Buffer.from(this.#bytes.subarray(0, (this.#bit + 7) >> 3)).toString('base64');
  }
}

/** Throws a `RangeError` where the bytes end before the numbers do. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #bit = 0;

  constructor(base64: string) {
    this.#bytes = Buffer.from(base64, 'base64');
  }

  read(width: number): number {
    let value = 0;
    for (let at = 0; at < width; at++) value = value * 2 + this.#pull();
    return value;
  }

  readRice(width: number): number {
    let ones = 0;
    while (this.#pull() === 1) ones++;
    return ones * 2 ** width + this.read(width);
  }

  #pull(): number {
    const byte = this.#bytes[this.#bit >> 3];
    if (byte === undefined) throw new RangeError('the entries end too early');
    const bit = (byte >> (7 - (this.#bit & 7))) & 1;
    this.#bit++;
    return bit;
  }
}
