/**
 * Letters of both cases, digits, and a sign that neither joins words nor ends a sentence: what people are told to make
 * up. `PBKDF2-SHA256`, `UTF-8` and `Argon2id` are none of it.
 */
export function hasAllKindsOfSigns(text: string): boolean {
  return (
    text.length >= 8 &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text) &&
    /\d/.test(text) &&
    /[!@#$%^&*?+=~].*[A-Za-z0-9]|[@#$%^&*+=~]$|\d!$/.test(text)
  );
}
