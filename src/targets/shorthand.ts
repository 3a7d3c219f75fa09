import type { Name } from '../name.ts';
import { literalPattern } from '../pattern.ts';
import type { Span } from '../place.ts';
import type { Remote } from './remote.ts';

/** Remotes without their server, such as `acme/storefront`. */
export interface Shorthands {
  /** Finds any of them in a folded text, with the `.git` after it. */
  readonly pattern: RegExp;
  readonly targets: ReadonlyMap<string, { readonly target: Name; readonly onForge: boolean }>;
}

/** Servers whose `owner/name` is how people and tools name a repository (`uses: owner/name@v1`, `owner/name#12`). */
const FORGES = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org']);

/** `gh:`, `origin:`, `git@work:`: git's `insteadOf` and ssh's `Host` are words without a dot. */
const PREFIX = /(?<![a-z0-9._/@-])(?:[a-z][a-z0-9_-]{0,63}@)?[a-z][a-z0-9_-]{1,63}:$/;
/** `pkg:github/acme/storefront@1.2`: a package URL. */
const PACKAGE_URL = /(?<![a-z0-9._/@-])pkg:(?:github|gitlab|bitbucket)\/$/;
/** `github:acme/storefront/main` of a flake, and not the port of a server. */
const FORGE_PREFIX = /^(?:github|gitlab|bitbucket|gh|gl|bb):$/;
/** `acme/storefront/.github/workflows/x.yml@main`: a file of it, at a revision; an image has a digest there. */
const FILE_AT = /\/[a-z0-9_./+-]{1,250}@(?!sha(?:256|512):)[a-z0-9]/y;
/** What goes on is another name, or a path; `:1.2` after it is an image's tag. */
const GOES_ON = /[a-z0-9_~+%/-]|[.:][a-z0-9_]/y;

export function shorthandsOf(remotes: readonly { remote: Remote; target: Name }[]): Shorthands | undefined {
  const targets = new Map<string, { target: Name; onForge: boolean }>();
  for (const { remote, target } of remotes) {
    if (remote.names.length < 2) continue;
    targets.set(remote.names.join('/'), { target, onForge: FORGES.has(remote.host) });
  }
  if (targets.size === 0) return undefined;
  const names = [...targets.keys()].sort((a, b) => b.length - a.length).map(literalPattern);
  return { pattern: new RegExp(`(?:${names.join('|')})(?:\\.git(?![a-z0-9]))?`, 'g'), targets };
}

/**
 * With such a prefix, or `.git` after it, of any server; bare of the well-known ones. Part of a longer path, a scoped
 * package (`@acme/storefront`) and an image with a tag (`acme/storefront:1.2`) are something else.
 */
export function* findShorthands(text: string, shorthands: Shorthands): Generator<Span & { target: Name }> {
  for (const found of text.matchAll(shorthands.pattern)) {
    const end = found.index + found[0].length;
    const before = text.slice(Math.max(0, found.index - 130), found.index);
    const prefix = PREFIX.exec(before) ?? PACKAGE_URL.exec(before);
    GOES_ON.lastIndex = end;
    FILE_AT.lastIndex = end;
    const isWithin = text[end] === '/' && (FORGE_PREFIX.test(prefix?.[0] ?? '') || FILE_AT.test(text));
    if (!isWithin && GOES_ON.test(text)) continue;
    const isSuffixed = found[0].endsWith('.git');
    const known = shorthands.targets.get(isSuffixed ? found[0].slice(0, -4) : found[0]);
    if (known === undefined) continue;
    const standsAlone = !/[a-z0-9._~/@:$}%-]/.test(text[found.index - 1] ?? ' ');
    if (prefix === null && !(standsAlone && (isSuffixed || known.onForge))) continue;
    yield { start: found.index - (prefix?.[0].length ?? 0), end, target: known.target };
  }
}
