/** A pattern that means a text itself: in a class of characters or outside, with any flags. */
export function literalPattern(text: string): string {
  // ASCII that is no letter, digit or `_`, which is all that may mean anything else.
  return text.replace(
    /[^\w\u0080-\uffff]/g,
    (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
