import { alternatives, countAlternatives } from '../policy/glob-alternatives.ts';

// What lies on another host: `git@github.com:acme/shop.git`, `github.com:acme/shop.git`, `gh:acme/shop`
const REMOTE =
  /^(?:[\w.-]{1,64}@[\w.-]{1,255}:(?!\d{1,5}$)[\w~/.-]|[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}:[\w~/.-]{1,255}\.git$|(?:github|gitlab|bitbucket|gist|gh|gl|bb):[\w.-]{1,100}\/)/i;

// Absolute: `/x`, `~`, `~/x`, `$HOME/x`, `%USERPROFILE%\x`, `C:\x`, `\\host\x`, `file:x`, `https://x`
const ABSOLUTE =
  /^(?:\/(?!\/?$)[\w.~*{[-]|\/$|~(?:[\w-]{0,64})(?:[/\\]|$)|\$\{?[A-Za-z_]\w{0,63}\}?[/\\]|%[A-Za-z_]\w{0,63}%|[A-Za-z]:[\\/]|\\\\|file:|[A-Za-z][A-Za-z0-9+.-]{1,15}:\/\/)/;

/** Percent escapes, twice: `%252e` is `.` to whoever decodes once more than we do. */
function decoded(text: string): string {
  const once = (one: string): string =>
    one.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return once(once(text));
}

/** `{src,..}/**` names two paths. Of more than these, or in more entries than anybody writes, each of its parts counts. */
const MAX_ALTERNATIVES = 64;
const MAX_EXPANDED = 1000;

function withoutBraces(text: string): readonly string[] {
  return text
    .split(/[\s`"'<>()[\];|=]+/)
    .filter((token) => token.includes('{'))
    .flatMap((token, at) =>
      at >= MAX_EXPANDED || token.length > 512 || countAlternatives(token) > MAX_ALTERNATIVES
        ? token.split(/[{},]/)
        : alternatives(token),
    );
}

/** Whether a text names a path that leads out of the folder that it is read in: absolute, into a home, or by `..`. */
export function leavesFolder(text: string): boolean {
  const plain = decoded(text.normalize('NFKC'));
  const tokens = plain.split(/[\s`"'<>()[\],;|=]+/);
  return [...tokens, ...(plain.includes('{') ? withoutBraces(plain) : [])].some(
    (token) =>
      ABSOLUTE.test(token) ||
      REMOTE.test(token) ||
      // In `{..,a}` a library sees a range, and expands nothing.
      token.split(/[/\\{}]/).some((part) => part === '..'),
  );
}
