import { foldLetters } from './escapes.ts';

/** A repository on a server: `github.com`, and `acme`, `storefront`. */
export interface Remote {
  readonly host: string;
  readonly names: readonly string[];
}

/** `git@host:o/r.git`, `ssh://git@host:22/o/r`, `https://host/o/r.git`, `host/o/r`; ports and users are left out. */
const REMOTE =
  /^(?:[a-z][a-z0-9+.-]{0,30}:\/\/)?(?:[^@/\s]{1,255}@)?([a-z0-9.-]{1,253})(?::\d{1,5}(?=\/))?[:/]+(.+)$/;

/** `undefined` for what names no server: a path is a remote too, and judged as a path. */
export function parseRemote(text: string): Remote | undefined {
  const folded = foldLetters(text.trim()).replaceAll('\\', '/');
  if (/^(?:[./~]|file:|[a-z]:\/)/.test(folded)) return undefined;
  const found = REMOTE.exec(folded);
  if (found === null) return undefined;
  const names = found[2]!
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((name) => name !== '' && name !== '.');
  const last = names.pop();
  if (last === undefined) return undefined;
  return { host: found[1]!.replace(/^www\./, ''), names: [...names, last.replace(/\.git$/, '')] };
}
