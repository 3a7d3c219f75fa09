/** Numbers of any width up to 48 bits, one after the other, most significant bit first. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #size = 0;
  /** Fewer than eight bits that are no byte yet. */
  #rest = 0;
  #restWidth = 0;

  write(value: number, width: number): void {
    if (width <= WORD) this.#writeWord(value, width);
    else {
      const high = Math.floor(value / POWERS[WORD]!);
      this.#writeWord(high, width - WORD);
      // Not `%`, which takes ten times as long beyond 31 bits.
      this.#writeWord(value - high * POWERS[WORD]!, WORD);
    }
  }

  #writeWord(value: number, width: number): void {
    if (this.#size + 4 > this.#bytes.length) this.#grow();
    const word = (this.#rest << width) | value;
    let left = this.#restWidth + width;
    for (; left >= 8; left -= 8) this.#bytes[this.#size++] = word >> (left - 8);
    this.#rest = word & ((1 << left) - 1);
    this.#restWidth = left;
  }

  /** Golomb-Rice: `value >> width` in unary, then the lower `width` bits. Best where values are around `2 ** width`. */
  writeRice(value: number, width: number): void {
    const quotient = Math.floor(value / POWERS[width]!);
    let ones = quotient;
    for (; ones >= WORD; ones -= WORD) this.#writeWord(2 ** WORD - 1, WORD);
    this.#writeWord(2 ** (ones + 1) - 2, ones + 1);
    this.write(value - quotient * POWERS[width]!, width);
  }

  #grow(): void {
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  toBase64(): string {
    const last = this.#restWidth === 0 ? [] : [this.#rest << (8 - this.#restWidth)];
    return Buffer.concat([this.#bytes.subarray(0, this.#size), Uint8Array.from(last)]).toString('base64');
  }
}

/** With the rest, still within what bit operators take. */
const WORD = 24;

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
