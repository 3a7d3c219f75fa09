/** Room at both ends: what is looked at beside a character may lie there. */
export const MARGIN = 512;
const ROOM = 1 << 16;

/**
 * UTF-16 codes of a stretch of a text. An array of numbers is read at twice the speed of a string, which may be of many
 * kinds, and what lies before or behind the text is 0.
 */
export class CodeWindow {
  readonly codes = new Uint16Array(MARGIN + ROOM + MARGIN);
  readonly #bytes = Buffer.from(this.codes.buffer);
  #text = '';
  #start = 0;
  #end = 0;

  open(text: string): void {
    this.#text = text;
    this.#start = 0;
    this.#end = 0;
  }

  /**
   * The offset in `codes` of a stretch of the text, which is brought there with what follows it. A stretch is shorter
   * than `ROOM - MARGIN`, and none begins before the one before.
   */
  offsetOf(start: number, end: number): number {
    if (end + MARGIN > this.#end && this.#end < this.#text.length) this.#fill(start);
    return start - this.#start + MARGIN;
  }

  #fill(start: number): void {
    const stretch = this.#text.slice(start, start + ROOM);
    this.#bytes.write(stretch, 2 * MARGIN, 'utf16le');
    this.codes.fill(0, MARGIN + stretch.length, 2 * MARGIN + stretch.length);
    this.#start = start;
    this.#end = start + stretch.length;
  }
}
