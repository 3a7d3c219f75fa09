/** Numbers of any width up to 48 bits, one after the other, most significant bit first. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #bit = 0;

  write(value: number, width: number): void {
    if (this.#bit + width > this.#bytes.length * 8 - 64) this.#grow();
    for (let left = width; left > 0; ) {
      const room = 8 - (this.#bit & 7);
      const taken = Math.min(room, left);
      left -= taken;
      const part = Math.floor(value / POWERS[left]!) % POWERS[taken]!;
      this.#bytes[this.#bit >> 3]! |= part << (room - taken);
      this.#bit += taken;
    }
  }

  /** Golomb-Rice: `value >> width` in unary, then the lower `width` bits. Best where values are around `2 ** width`. */
  writeRice(value: number, width: number): void {
    for (let ones = Math.floor(value / 2 ** width); ones > 0; ones--) this.write(1, 1);
    this.write(0, 1);
    this.write(value % 2 ** width, width);
  }

  #grow(): void {
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  toBase64(): string {
    return Buffer.from(this.#bytes.subarray(0, (this.#bit + 7) >> 3)).toString('base64');
  }
}

const POWERS = Float64Array.from({ length: 49 }, (_, exponent) => 2 ** exponent);

/** Throws a `RangeError` where the bytes end before the numbers do. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #bit = 0;

  constructor(base64: string) {
    this.#bytes = Buffer.from(base64, 'base64');
  }

  read(width: number): number {
    let value = 0;
    for (let left = width; left > 0; ) {
      const byte = this.#bytes[this.#bit >> 3];
      if (byte === undefined) throw new RangeError('the entries end too early');
      const room = 8 - (this.#bit & 7);
      const taken = Math.min(room, left);
      value = value * POWERS[taken]! + ((byte >> (room - taken)) & ((1 << taken) - 1));
      this.#bit += taken;
      left -= taken;
    }
    return value;
  }

  readRice(width: number): number {
    let ones = 0;
    while (this.read(1) === 1) ones++;
    return ones * 2 ** width + this.read(width);
  }
}
