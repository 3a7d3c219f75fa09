/** What UTF-8 writes in one byte, in two to four; no standard allows it, and lenient readers take it. Bytes as characters. */
const OVERLONG = /[\xc0\xc1][\x80-\xbf]|\xe0[\x80\x81][\x80-\xbf]|\xf0\x80[\x80\x81][\x80-\xbf]/g;

/** Of tokens, keys and paths. What else could stand there is an accent and a sign of Latin-1: `DÉJÀ »`. */
const IN_TOKENS = /[A-Za-z0-9_\-./:=]/;

/**
 * Text of one byte a character whose letters are written too long, as others would read it: `ghp\xc1\x9f` is `ghp_`.
 * RFC 3629, 10: https://www.rfc-editor.org/rfc/rfc3629#section-10
 */
export function withoutOverlong(text: string): string {
  return text.replace(OVERLONG, (found) => {
    const [before, last] = [found.charCodeAt(found.length - 2), found.charCodeAt(found.length - 1)];
    const meant = String.fromCharCode(((before & 1) << 6) | (last & 0x3f));
    return IN_TOKENS.test(meant) ? meant : found;
  });
}
