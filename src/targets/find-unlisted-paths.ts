import { exactMatcher } from '../policy/glob-matcher.ts';
import { isHonestHomePath, isPlaceholderPerson } from './placeholders.ts';
import type { UnlistedPathSpan } from './span.ts';

const REST = String.raw`(?<rest>[\\/]+[^\s"'${'`'}<>|,;:()[\]{}=?#&!\u2026]{1,1024})`;
const PERSON = String.raw`(?<person>[^\s\\/"'${'`'}|,;:()=?#&!]{1,64})`;

/**
 * The first separator, not after a letter of a longer path or of an address: `docs/home/a/b`, `https://example.com/home/a/b`.
 * What stands before it is asked after it was found, since nearly every sign of a text is no separator.
 */
const BEGINS = String.raw`\/(?<=(?:^|[^\w.~/\\%}-]|file:\/\/|file:\/\/localhost)\/)(?<!file:\/(?=\/))\/{0,2}`;

const KINDS = {
  posix: new RegExp(String.raw`${BEGINS}(?:(?:var|usr|export)\/{1,3})?home\/{1,3}${PERSON}${REST}`, 'g'),
  macos: new RegExp(String.raw`${BEGINS}Users\/{1,3}${PERSON}${REST}`, 'g'),
  windows: new RegExp(
    String.raw`(?<![A-Za-z0-9])(?:[A-Za-z]:|\/mnt\/[a-z]|\/cygdrive\/[a-z]|\/[a-z])[\\/]{1,4}[Uu]sers[\\/]{1,4}${PERSON}${REST}`,
    'g',
  ),
  tilde: new RegExp(String.raw`~(?<![\w.~/\\$%}*-]~)${REST}`, 'g'),
} as const;

/** What each kind cannot do without: most texts have none of it, and a search is many times as fast as a pattern. */
const SIGNS: Readonly<Record<keyof typeof KINDS, readonly string[]>> = {
  posix: ['home/'],
  macos: ['Users/'],
  windows: ['sers/', 'sers\\'],
  tilde: ['~/', '~\\'],
};

const TILDE = 0x7e;
const LAST_OF_USERS = 0x73;
const LAST_OF_HOME = 0x65;

/**
 * Paths into somebody's home that no list allows, no tool is known to keep there, and no placeholder makes an example:
 * `/home/NAME/…`, `/Users/NAME/…`, `C:\Users\NAME\…`, `~/…`. In the order of the text. `allowed` are a policy's
 * references and evidence roots: globs, absolute or from `~`; what lies below one is meant with it.
 */
export function findUnlistedPaths(text: string, allowed: readonly string[]): readonly UnlistedPathSpan[] {
  const spans: UnlistedPathSpan[] = [];
  if (!hasSignBefore(text, '/') && !hasSignBefore(text, '\\')) return spans;
  // Compiled with the first path that asks: most texts have none.
  let isAllowed: ((path: string) => boolean) | undefined;
  for (const home of ['posix', 'macos', 'windows', 'tilde'] as const) {
    if (!SIGNS[home].some((sign) => text.includes(sign))) continue;
    for (const found of text.matchAll(KINDS[home])) {
      const written = withoutSentenceEnd(found[0]);
      const person = found.groups?.person;
      const rest = withoutSentenceEnd(found.groups?.rest ?? '').replace(/^[\\/]+/, '');
      if (rest === '' || (person !== undefined && isPlaceholderPerson(person))) continue;
      if (home === 'tilde' && isHonestHomePath(rest)) continue;
      isAllowed ??= allowedBy(allowed);
      if (isAllowed(normalised(written))) continue;
      spans.push({ start: found.index, end: found.index + written.length, home });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Whether any of the signs may stand there: a separator is searched for at many times the speed of a word. */
function hasSignBefore(text: string, separator: '/' | '\\'): boolean {
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === TILDE) return true;
    if (before === LAST_OF_USERS && text.endsWith('sers', at)) return true;
    if (before === LAST_OF_HOME && text.endsWith('home', at)) return true;
  }
  return false;
}

function withoutSentenceEnd(path: string): string {
  return path.replace(/[.*_~\\/]{1,16}$/, '');
}

/** With `/` only, `..` resolved, a drive in one spelling, so that a glob of the policy can be held against it. */
function normalised(path: string): string {
  const names: string[] = [];
  const drive = /^(?:([A-Za-z]):|\/(?:mnt\/|cygdrive\/)?([a-z])(?=\/Users\/))/.exec(path);
  const rest = path.slice(drive?.[0].length ?? 0).replaceAll('\\', '/');
  for (const name of rest.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  const letter = drive?.[1] ?? drive?.[2];
  if (letter !== undefined) return `${letter.toUpperCase()}:/${names.join('/')}`;
  return path.startsWith('~') ? names.join('/') : `/${names.join('/')}`;
}

function allowedBy(allowed: readonly string[]): (path: string) => boolean {
  const globs = allowed.flatMap((glob) => {
    const folder = glob.replace(/\/+(?:\*\*)?$/, '');
    return [folder, `${folder}/**`];
  });
  const spelled = [...new Set(globs.flatMap(inEveryHome))];
  if (spelled.length === 0) return () => false;
  const matchers = spelled.map(exactMatcher);
  const known = new Map<string, boolean>();
  return (path) => {
    const answer = known.get(path) ?? matchers.some((matches) => matches(path));
    if (known.size < 10_000) known.set(path, answer);
    return answer;
  };
}

/** `~` of a policy is anybody's home, and `~` of a document may be the home that the policy names. */
function inEveryHome(glob: string): string[] {
  const rest = /^~\/(.*)$/.exec(glob)?.[1];
  if (rest !== undefined) return [glob, `/home/*/${rest}`, `/Users/*/${rest}`, `[A-Z]:/Users/*/${rest}`];
  const own = /^(?:\/home|\/Users|[A-Za-z]:[\\/]Users)[\\/][^\\/]+[\\/](.*)$/.exec(glob)?.[1];
  return own === undefined ? [glob] : [glob.replaceAll('\\', '/'), `~/${own}`];
}
