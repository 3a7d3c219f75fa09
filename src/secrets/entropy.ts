/** Shannon entropy of a text's own characters, in bits a character. 0 for the empty text. */
export function entropyOf(text: string): number {
  const counts = new Map<number, number>();
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Length of the longest stretch of one character. */
export function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (let index = 0; index < text.length; index++) {
    run = index > 0 && text.charCodeAt(index) === text.charCodeAt(index - 1) ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  return longest;
}

/** Length of the longest stretch that counts up or down by one: `12345`, `edcba`. */
export function longestSequence(text: string): number {
  let longest = 0;
  let run = 1;
  let direction = 0;
  for (let index = 1; index < text.length; index++) {
    const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
    const isStep = step === 1 || step === -1;
    run = isStep && step === direction ? run + 1 : isStep ? 2 : 1;
    direction = isStep ? step : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
