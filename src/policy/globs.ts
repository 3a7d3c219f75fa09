import { withoutIgnorable } from '../unicode.ts';
import { countAlternatives } from './glob-alternatives.ts';
import { exactMatcher, type PathMatcher } from './glob-matcher.ts';

const MAX_LENGTH = 512;
const MAX_STARS = 16;
const MAX_ALTERNATIVES = 256;

/**
 * Why a glob can't be used, or `undefined`. micromatch compiles a broken one (`{a`, `!(a`) to a pattern that matches
 * nothing, which would switch off whatever the glob governs; and `*a*a*a*a*b` took it 8.5 s on a short path.
 */
export function globFault(glob: string): string | undefined {
  if (glob.trim() === '') return 'it is empty';
  if (glob.length > MAX_LENGTH) return 'it is too long';
  if (glob.startsWith('!')) return 'it begins with `!`, and negation is not supported';
  if (glob.includes('\\')) return 'it has a backslash; folders are separated by `/`';
  if (/[@?!+*]\(/.test(glob)) return 'extended globs such as `@(a|b)` are not supported';
  if (/[()|]/.test(glob)) return 'it has a `(`, `)` or `|`';
  if ((glob.match(/\*/g) ?? []).length > MAX_STARS) return 'it has too many stars';
  if (glob.split('/').some((part) => (part.replaceAll('**', '*').match(/\*/g) ?? []).length > 3)) {
    return 'it has more than three stars between two slashes';
  }
  if (!isBalanced(glob, '{', '}')) return 'its braces are not balanced';
  if (!isBalanced(glob, '[', ']')) return 'its brackets are not balanced';
  if (countAlternatives(glob) > MAX_ALTERNATIVES)
    return `its braces stand for more than ${MAX_ALTERNATIVES} globs`;
  return undefined;
}

function isBalanced(glob: string, open: string, close: string): boolean {
  let depth = 0;
  for (const sign of glob) {
    if (sign === open) depth += 1;
    if (sign === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const ASCII = /^[ -~]*$/;

/** micromatch's `**` crosses no line break, so that a name with one would escape. */
const LINE_BREAKS = /[\n\r\u2028\u2029]/g;

/** One path is held against a dozen globs in a row. */
let last = { text: '', folded: '' };

/** Zero-width and other signs are not seen by a reader; file systems fold NFC and NFD, and some of them case. */
function folded(text: string): string {
  if (text === last.text) return last.folded;
  const plain = ASCII.test(text) ? text : withoutIgnorable(text.normalize('NFC').replace(LINE_BREAKS, ' '));
  last = { text, folded: plain.toLowerCase() };
  return last.folded;
}

/** A list at the end of a glob: `{json,yaml,yml}`. */
const LAST_LIST = /\{([^*?{}[\]"]*,[^*?{}[\]"]*)\}$/;

/**
 * With what a path that a glob means must end, with one of them: most paths are told apart by it, without a pattern. A
 * slash in front is no part of it: `**\/CODEOWNERS` means the file at the root, too.
 */
function literalEndings(glob: string): readonly string[] {
  const endings = LAST_LIST.exec(glob)?.[1]?.split(',') ?? [/[^*?{}[\]"]*$/.exec(glob)![0]];
  return endings.map((ending) => ending.replace(/^\.?\//, ''));
}

/**
 * Whether a path that one of the globs means may end with the character of a code. Of a hundred thousand paths nearly all
 * end in a letter that none of the globs does. A plain last sign is its own folding, whatever comes before it; the empty
 * path has none, and other scripts are asked the long way.
 */
export function lastSigns(globs: readonly string[]): (code: number) => boolean {
  const signs = new Set(globs.flatMap((glob) => literalEndings(folded(glob)).map((ending) => ending.at(-1))));
  const fits = new Uint8Array(128);
  // Controls are asked the long way, too.
  fits.fill(1, 0, signs.has(undefined) ? fits.length : 0x20).fill(1, 0x7f);
  for (const sign of signs) {
    if (sign === undefined || sign >= '\x80') continue;
    fits[sign.charCodeAt(0)] = 1;
    fits[sign.toUpperCase().charCodeAt(0)] = 1;
  }
  return (code) => fits[code] !== 0;
}

const compiled = new Map<string, PathMatcher>();

/**
 * Paths are compared without regard to case, Unicode form and invisible signs, and `*` matches dot files, so that no
 * spelling of a governed path escapes. Throws a RangeError on a glob that `globFault` finds fault with.
 */
export function compileGlobs(globs: readonly string[]): PathMatcher {
  const key = JSON.stringify(globs);
  const known = compiled.get(key);
  if (known) return known;
  const patterns = globs.map((glob) => {
    const fault = globFault(glob);
    if (fault !== undefined) throw new RangeError(`a glob can't be used: ${fault}`);
    return {
      endings: literalEndings(folded(glob)),
      glob: folded(glob),
      matches: undefined as PathMatcher | undefined,
    };
  });
  const mayEnd = lastSigns(globs);
  const matcher: PathMatcher = (path) => {
    if (!mayEnd(path.charCodeAt(path.length - 1))) return false;
    const plain = folded(path);
    return patterns.some((one) => {
      if (!one.endings.some((ending) => plain.endsWith(ending))) return false;
      one.matches ??= exactMatcher(one.glob);
      return one.matches(plain);
    });
  };
  compiled.set(key, matcher);
  return matcher;
}
