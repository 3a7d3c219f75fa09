import type { PathNode } from './graph.ts';
import type { TargetMatcher } from './matcher.ts';
import { isNameSign, isUnspacedScript } from './names.ts';
import { type Step, stepTo } from './walk.ts';

/** Where a path begins: its first sign, where its names begin, and the steps that it starts from. */
export interface Start {
  readonly start: number;
  readonly names: number;
  readonly steps: readonly Step[];
}

/** An address on another machine, or a word with slashes in it: go on after `end`. */
export interface NoPath {
  readonly end: number;
}

/** Longest spelling of what can stand before a first separator, such as `{{ ansible_env.HOME }}`. */
const LONGEST_HEAD = 80;

/** What shells, make, CMake, systemd, editors, Ansible and CI call the home folder. */
const HOME_HEAD =
  /(?<![a-z0-9_.$%{}-])(?:~(?<person>[a-z0-9._-]{0,32})|\$\{?(?:env:)?(?:home|userprofile|userhome)\}?|\$\{(?:home|userprofile):?[-=?+][^{}]{0,40}\}|\$env\{(?:home|userprofile)\}|\$\((?:home|userprofile)\)|%(?:userprofile|home)%|%homedrive%%homepath%|%homepath%|!userprofile!|\$user_home\$|%h|[$#]?\{{1,2} ?(?:[a-z_.]{1,40}[.:[(]{1,2})?["']?(?:home|userprofile|user_?home|home_?dir)(?:\(\))?["']?[\])]{0,2}(?:%\/)? ?\}{1,2})$/;
const OPTION_HEAD = /(?<![a-z0-9_.$%{}/-])-[a-z]$/;
const SCHEME_HEAD = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,31}:$/;
const DRIVE_HEAD = /(?<![a-z0-9])([a-z]):$/;
const PLACEHOLDER_HEAD = /<[a-z][a-z0-9_ -]{0,40}>$/;
const LOCAL_HOST = /(?:[^/@\s]{0,64}@)?(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])?(?::[0-9]{1,5})?(?=\/)/y;
/** `vscode://file/srv`, `vscode://vscode-remote/ssh-remote+host/srv`, `vscode-remote://wsl+debian/srv`. */
const EDITOR_HOST =
  /(?:file|vscode-remote\/[^/\s]{1,120}|(?:wsl|ssh-remote|dev-container|attached-container)(?:\+|%2b)[^/\s]{1,120})(?=\/)/y;
/** `ssh://kim@build:22/srv`: a path of the machine that is logged in to, as in `scp kim@build:/srv`. */
const SHELL_SCHEME = /^(?:ssh|sftp|scp|rsync):$/;
const SHELL_HOST = /(?:[^/@\s]{0,64}@)?(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?(?=\/)/y;
const WEB_ADDRESS = /[^\s"'`<>?#|,;()[\]{}]*/y;

/**
 * Judges the first separator of a word: is it a path's, and where does that path begin? `floor` is where the word
 * before it ended, before which no relative path begins.
 */
export function startAt(
  text: string,
  slash: number,
  floor: number,
  matcher: TargetMatcher,
  base: readonly Step[],
): Start | NoPath {
  const absolute = (start: number, names = slash): Start => ({
    start,
    names,
    steps: [stepTo([matcher.roots.posix])],
  });
  if (slash === floor && slash === 0) return absolute(slash);
  const previous = text[slash - 1] ?? ' ';
  const head = text.slice(Math.max(0, slash - LONGEST_HEAD), slash);
  if (previous === ':') return afterColon(text, slash, floor, head, matcher) ?? absolute(slash);
  if ('~%!$})'.includes(previous) || isNameSign(text, slash - 1)) {
    const home = HOME_HEAD.exec(head);
    if (home !== null)
      return {
        start: slash - home[0].length,
        names: slash,
        steps: [homeOf(home.groups?.person ?? '', matcher)],
      };
  }
  if (previous === '>' && PLACEHOLDER_HEAD.test(head)) return wordWithoutPath(text, slash);
  if (isAbsoluteAfter(text, slash, previous, head)) return absolute(slash);
  return relativeStart(text, slash, floor, base);
}

function isAbsoluteAfter(text: string, slash: number, previous: string, head: string): boolean {
  if ('$})'.includes(previous)) return false;
  if (!isNameSign(text, slash - 1) || isUnspacedScript(previous)) return true;
  if ('-_+@~'.includes(previous) && !/[a-z0-9.\-_+@~/]/.test(head.at(-2) ?? ' ')) return true;
  if (previous === '_' || previous === '~') return /(?<![a-z0-9.])[_~]{1,3}$/.test(head);
  if (previous === '%') return /[0-9]%$/.test(head);
  return OPTION_HEAD.test(head);
}

function afterColon(
  text: string,
  slash: number,
  floor: number,
  head: string,
  matcher: TargetMatcher,
): Start | NoPath | undefined {
  const drive = DRIVE_HEAD.exec(head);
  // The last folder of the path before (`/opt/x:/srv`) is no drive.
  if (drive !== null && slash - 2 >= floor) {
    const root = matcher.roots.drives.get(drive[1]!);
    const nodes = root === undefined ? [matcher.roots.posix] : [root, matcher.roots.posix];
    return { start: slash - 2, names: slash, steps: [stepTo(nodes)] };
  }
  const scheme = SCHEME_HEAD.exec(head)?.[0];
  if (scheme === undefined || text[slash + 1] !== '/') return undefined;
  const start = slash - scheme.length;
  const steps = [stepTo([matcher.roots.posix])];
  const isWeb = /^(?:https?|wss?|ftps?):$/.test(scheme);
  const host = slash + 2;
  const local = isWeb
    ? undefined
    : (endOf(LOCAL_HOST, text, host) ??
      endOf(EDITOR_HOST, text, host) ??
      (SHELL_SCHEME.test(scheme) ? endOf(SHELL_HOST, text, host) : undefined));
  if (local !== undefined) return { start, names: local, steps };
  if (scheme === 'file:') return { start, names: slash, steps };
  return { end: endOf(WEB_ADDRESS, text, host) ?? host };
}

function relativeStart(text: string, slash: number, floor: number, base: readonly Step[]): Start | NoPath {
  let start = slash;
  while (start > floor && slash - start <= 255 && isNameSign(text, start - 1)) start -= 1;
  return { start, names: start, steps: base };
}

function wordWithoutPath(text: string, slash: number): NoPath {
  return { end: endOf(WEB_ADDRESS, text, slash) ?? slash };
}

function homeOf(person: string, { roots, people }: TargetMatcher): Step {
  const own = person === '' ? [roots.ownHome] : [people.get(person)];
  return stepTo([roots.home, ...own].filter((node): node is PathNode => node !== undefined));
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
