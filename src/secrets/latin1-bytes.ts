/** Longer texts get bytes of their own, so that one of them does not hold memory for the rest of a run. */
const LARGEST_KEPT = 4 << 20;

/** Zeros behind a text: what looks for two or three bytes in a row need not ask whether there are so many. */
const BEHIND = 2;

let kept = Buffer.alloc(64 << 10);

/**
 * One byte a UTF-16 unit of a text, its lower half, and two zeros: bytes are read several times as fast as a string's
 * characters. They may be overwritten by the next call.
 */
export function latin1Bytes(text: string): Buffer {
  const length = text.length + BEHIND;
  if (length > LARGEST_KEPT) return written(Buffer.allocUnsafeSlow(length), text);
  if (kept.length < length) kept = Buffer.allocUnsafeSlow(Math.min(length * 2, LARGEST_KEPT));
  return written(kept, text).subarray(0, length);
}

function written(bytes: Buffer, text: string): Buffer {
  bytes.write(text, 0, 'latin1');
  return bytes.fill(0, text.length, text.length + BEHIND);
}
