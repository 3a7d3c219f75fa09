import micromatch from 'micromatch';
import { stopAfter } from '../time-limit.ts';
import { alternatives } from './glob-alternatives.ts';
import { coversSequence } from './glob-sequence.ts';

/** Whether a path, from the root and `/`-separated, is meant. */
export type PathMatcher = (path: string) => boolean;

const ACROSS_FOLDERS = '**';

type NameMatcher = (name: string) => boolean;

/** Longer names than any file system has: then three stars between slashes may take their time, and are stopped. */
const LONG_NAME = 1000;
const LONG_NAME_MS = 1000;

/** `*`, `*.md`, `CTO-*-RECORD.md`: most parts that are no plain name, told without a library that has to be loaded. */
const ONE_STAR = /^([\w.-]*)\*([\w.-]*)$/;

function between(start: string, end: string): NameMatcher {
  return (name) =>
    name.length >= Math.max(1, start.length + end.length) &&
    name.startsWith(start) &&
    name.endsWith(end) &&
    // What a star never stands for at the beginning of a name.
    (start.length > 1 || (name !== '.' && name !== '..'));
}

/** What one part of a glob, between two slashes, says of a name. */
function nameMatcher(part: string): NameMatcher {
  if (!/[*?[\]"]/.test(part)) return (name) => name === part;
  const aroundStar = ONE_STAR.exec(part);
  if (aroundStar) return between(aroundStar[1]!, aroundStar[2]!);
  // Behind a folder, where `!` and `./` mean nothing of their own.
  const pattern = micromatch.makeRe(`x/${part}`, { dot: true, strictSlashes: true });
  const matches: NameMatcher = (name) => pattern.test(`x/${name}`);
  return (name) => (name.length < LONG_NAME ? matches(name) : stopAfter(LONG_NAME_MS, () => matches(name)));
}

/**
 * Compares with regard to case and every sign, where a looser match would allow more. `globFault` finds no fault with the
 * glob. It is read part by part, with one matcher for each way to read the braces: one expression for all of
 * `**\/a/**\/a/**\/a/**\/b`, or of `{a,aa}` forty times, takes a path of a hundred letters for ever.
 */
export function exactMatcher(glob: string): PathMatcher {
  const matchers = alternatives(glob).map((one) => {
    const parts = one.replace(/^\.\//, '').split('/');
    // What is said of all that is in a folder is not said of the folder.
    if (parts.at(-1) === ACROSS_FOLDERS) parts.push('*');
    return parts.map((part) => (part === ACROSS_FOLDERS ? part : nameMatcher(part)));
  });
  const coversName = (matches: NameMatcher | string, name: string): boolean =>
    typeof matches === 'function' && matches(name);
  return (path) => {
    const names = path.split('/');
    return matchers.some((parts) => coversSequence(parts, names, ACROSS_FOLDERS, coversName));
  };
}
