import { wordiness } from './drawn.ts';

/** Terms with digits in them, behind which another word follows at once: `base64url`, `oauth2client`, `sha256sum`. */
const TERM =
  /oauth2|base(?:32|58|64)|sha\d{1,3}|md5|x509|utf8|ipv[46]|i18n|l10n|a11y|k8s|(?:ed|x|curve)25519|argon2|pbkdf2/gi;

/** What code puts before or behind a name: `$oauth2`, `-created_at2`, `tags2[]`. */
const AROUND = /^(?:--|[-+~$@:*_.#/])|(?:\[\]|[?*:/_-])$/g;

/** A number as long as a year, or a letter or word that begins behind a digit: drawn, or made up. */
const NOT_WRITTEN = /[^A-Za-z0-9]|\d{4}|[A-Za-z]\d{1,3}(?:[a-z]|[A-Z](?![a-z]))/;

/** Fewer letters spell nothing that could be told from what was drawn. */
const LEAST_LETTERS = 6;
const LEAST_WORDINESS = 0.2;

const LONGEST_NAME = 200;

/**
 * Whether people call a thing so: words, each with a number of up to three digits behind or before it, joined by signs or
 * by capitals. `totp2`, `last_login2`, `x-api-key-v3`, `auth.errors.too_short_14`, `oauth2Id`.
 */
export function isWrittenName(text: string): boolean {
  if (text.length > LONGEST_NAME) return false;
  const name = text.replace(AROUND, '');
  const parts = name.split(/[-_.:/]{1,2}/);
  const mayHaveYear = parts.length > 2;
  if (!parts.every((part) => isWrittenPart(part) || (mayHaveYear && /^\d{4}$/.test(part)))) return false;
  const letters = name.replace(/[^A-Za-z]/g, '').length;
  return letters > 0 && (letters < LEAST_LETTERS || wordiness(name) >= LEAST_WORDINESS);
}

function isWrittenPart(part: string): boolean {
  return part !== '' && !NOT_WRITTEN.test(part.replace(TERM, 'Term'));
}
