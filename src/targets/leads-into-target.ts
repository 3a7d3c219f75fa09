import type { Name } from '../name.ts';
import { baseSteps, pathLookup, type TextPlace } from './base.ts';
import { findTargets } from './find-targets.ts';
import type { TargetMatcher } from './matcher.ts';
import { splitBase } from './normalise.ts';
import { parseRemote } from './remote.ts';
import { advance, arrivals, type Step, stepTo } from './walk.ts';

/**
 * The target that a path leads into, or through. The text is taken as the path and nothing else: what a symbolic link,
 * an alternate or an argument holds. A submodule's URL is judged as a remote, too. Pure: nothing is opened, no link
 * followed.
 */
export function leadsIntoTarget(
  path: string,
  matcher: TargetMatcher,
  place: TextPlace = {},
): Name | undefined {
  const location = path.replace(/[\r\n]+$/, '');
  const remote = parseRemote(location);
  const host = remote && matcher.hosts.get(remote.host);
  const onServer = host && firstArrival([stepTo([host])], remote.names, matcher);
  return (
    onServer ?? firstArrival(...fileSystemWay(location, matcher, place), matcher) ?? inUrl(location, matcher)
  );
}

function fileSystemWay(
  location: string,
  matcher: TargetMatcher,
  place: TextPlace,
): [readonly Step[], string[]] {
  const { base, rest } = splitBase(location);
  const { roots } = matcher;
  const names = rest.split('/');
  if (base === '..') return [baseSteps(place, matcher), names];
  if (base === '~') return [[stepTo([roots.home, roots.ownHome])], names];
  return [[stepTo([roots.drives.get(base.slice(0, 1)) ?? roots.posix])], names];
}

/** `ssh://localhost/srv/shop`, `file:///srv/%73hop`: git decodes what it is given as a URL. */
function inUrl(location: string, matcher: TargetMatcher): Name | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(location) ? findTargets(location, matcher)[0]?.target : undefined;
}

function firstArrival(
  steps: readonly Step[],
  names: readonly string[],
  matcher: TargetMatcher,
): Name | undefined {
  const stack = [...steps];
  for (const name of names) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (stack.length > 1) stack.pop();
      continue;
    }
    for (const { target } of arrivals(stack.at(-1)!, name, 0, pathLookup(matcher))) return target;
    stack.push(advance(stack.at(-1)!, name, pathLookup(matcher)));
  }
  return undefined;
}
