/** A prefix of few letters and digits, and nothing else: wherever there are bytes enough, it stands by chance. */
export function isChancePrefix(prefix: string): boolean {
  return /^(?:[A-Za-z0-9]{1,3}|\d\/{1,2}\d?)$/.test(prefix);
}

const AROUND = 200;
const LEAST_AROUND = 64;
const BEFORE = /[A-Za-z0-9+/]{0,200}$/;
const AFTER = /^[A-Za-z0-9+/]{0,200}/;

/** Whether a place lies in a longer run of base64: an image in a page, an archive in a manifest. */
export function isWithinBase64(text: string, start: number, end: number): boolean {
  const before = BEFORE.exec(text.slice(Math.max(0, start - AROUND), start))![0];
  const after = AFTER.exec(text.slice(end, end + AROUND))![0];
  return before.length + after.length >= LEAST_AROUND;
}
