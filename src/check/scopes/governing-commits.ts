import type { CommitStep } from '../../git/commit-walk.ts';
import type { Repository } from '../../git/repository.ts';
import { listTree } from '../../git/tree-listing.ts';
import { compileGlobs } from '../../policy/globs.ts';
import { isPolicyFile } from '../../policy/policy-files.ts';
import type { PolicyData } from '../../policy/schema.ts';
import type { Step } from '../scope.ts';
import { authorshipOf } from './authorship.ts';
import { blobSnapshot } from './blobs.ts';
import type { ScopeOptions } from './options.ts';
import { baseEntries } from './staged.ts';
import { oneStep } from './steps.ts';

/** Kinds whose changes are held against what was there before. */
const COMPARED = ['decision-record', 'work-items', 'decision-packet', 'admission', 'build-report'];

/** git's own files that lead or blind. */
const GIT_FILE = /(?:^|\/)\.git(?:modules|attributes)$/i;

/** Whether a change of a path can concern a rule that compares. */
export function isCompared(policy: PolicyData): (path: string) => boolean {
  const kinds = policy.kinds as Readonly<Record<string, readonly string[] | undefined>>;
  const globs = [...COMPARED.flatMap((kind) => kinds[kind] ?? []), ...policy.protected];
  const isGoverned = compileGlobs(globs);
  // Files that the policy stands on: who may sign, and what evidence looks like.
  const named = [policy.authorities.signers, policy.evidence.index].flatMap((path) =>
    path === undefined ? [] : [path.replace(/^\.\/|\/+$/g, '')],
  );
  const isNamed = (path: string): boolean => named.some((one) => path === one || path.startsWith(`${one}/`));
  return (path) => isPolicyFile(path) || GIT_FILE.test(path) || isGoverned(path) || isNamed(path);
}

/** The commits that touch what is compared, each with its tree and its first parent's. */
export async function* governingSteps(
  repository: Repository,
  commits: readonly CommitStep[],
  options: ScopeOptions,
): AsyncGenerator<Step> {
  for (const step of commits) {
    const entries = await listTree(repository, step.id);
    const before = baseEntries(entries, step.changed);
    const base = blobSnapshot(repository, before, options.maxBytes);
    const next = blobSnapshot(repository, entries, options.maxBytes);
    yield* oneStep(base, next, options, {
      commit: step.id,
      authorship: (policy) => authorshipOf(repository, step, before, policy),
    });
  }
}
