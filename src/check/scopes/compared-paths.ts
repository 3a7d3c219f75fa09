import { compileGlobs } from '../../policy/globs.ts';
import { isPolicyFile } from '../../policy/policy-files.ts';
import type { PolicyData } from '../../policy/schema.ts';

/** Kinds whose changes are held against what was there before. */
const COMPARED = ['decision-record', 'work-items', 'decision-packet', 'admission', 'build-report'];

/** git's own files that lead or blind. */
const GIT_FILE = /(?:^|\/)\.git(?:modules|attributes)$/i;

/** Whether a change of a path can concern a rule that compares. */
export function isCompared(policy: PolicyData): (path: string) => boolean {
  const kinds = policy.kinds as Readonly<Record<string, readonly string[] | undefined>>;
  const asked = (policy.sot?.statements ?? []).flatMap(({ documents }) => documents);
  const globs = [...COMPARED.flatMap((kind) => kinds[kind] ?? []), ...asked, ...policy.protected];
  const isGoverned = compileGlobs(globs);
  // Files that the policy stands on: who may sign, and what evidence looks like.
  const named = [policy.authorities.signers, policy.evidence.index].flatMap((path) =>
    path === undefined ? [] : [path.replace(/^\.\/|\/+$/g, '')],
  );
  const isNamed = (path: string): boolean => named.some((one) => path === one || path.startsWith(`${one}/`));
  return (path) => isPolicyFile(path) || GIT_FILE.test(path) || isGoverned(path) || isNamed(path);
}
