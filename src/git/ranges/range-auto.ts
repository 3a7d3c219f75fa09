import { shallowError } from '../commits/commit-list.ts';
import { GitError } from '../git-error.ts';
import { isZeroId, type ObjectId, toObjectId } from '../object-id.ts';
import type { Repository } from '../repository/repository.ts';
import { currentBranch, findCommit, upstreamOf } from '../revision.ts';
import type { Range } from './range.ts';
import type { Plan } from './range-plan.ts';

export interface AutoRange {
  readonly from: Plan['from'];
  /** `undefined` for a deletion, which brings nothing. */
  readonly range: Range | undefined;
  /** The branch or tag that was pushed or proposed: a name is judged, too. */
  readonly ref: string | undefined;
  /** The tag object that was pushed, whose message no commit holds. */
  readonly tag: ObjectId | undefined;
}

async function first(repository: Repository, names: readonly string[]): Promise<ObjectId | undefined> {
  for (const name of names) {
    const id = await findCommit(repository, name);
    if (id !== undefined) return id;
  }
  return undefined;
}

function missing(repository: Repository, side: string): GitError {
  if (repository.shallow) return shallowError();
  return new GitError(
    `the ${side} of the range that the environment names is not in this clone`,
    "fetch it: git remote set-branches origin '*' && git fetch origin; or name a range: --range BASE..HEAD",
  );
}

/** Looks the plan's commits up. What is missing is replaced soundly, so that more is judged, or is a `GitError`. */
export async function rangeOf(repository: Repository, plan: Plan): Promise<AutoRange> {
  const { from, ref } = plan;
  if (plan.deletion) return { from, range: undefined, ref, tag: undefined };
  const head = await findCommit(repository, plan.head);
  if (head === undefined) throw missing(repository, 'head');
  const named = plan.base === undefined || isZeroId(plan.base) ? [] : [plan.base];
  const found = await first(repository, named);
  // In a shallow clone another base could hide what was cut off.
  if (named.length > 0 && found === undefined && repository.shallow) throw shallowError();
  const base = found ?? (await first(repository, plan.insteadOf));
  if (base === undefined && !plan.allOtherwise) throw missing(repository, 'base');
  const pushed = toObjectId(plan.head);
  return {
    from,
    range: { base, head, selection: { tips: [head], not: base === undefined ? [] : [base] } },
    ref,
    tag: pushed === head ? undefined : pushed,
  };
}

/** A branch is set up with one that is there; a detached HEAD can't be, and without a remote there is none. */
async function withoutUpstream(repository: Repository): Promise<GitError> {
  const remote = repository.settings.some(({ section }) => section === 'remote');
  const range = remote
    ? 'name a range: --range origin/main..HEAD'
    : 'name a range, --range main..HEAD, or judge all there is: --history';
  if ((await currentBranch(repository)) === undefined) {
    return new GitError('HEAD is detached, so it has no upstream to be compared with', range);
  }
  return new GitError(
    'the current branch has no upstream, so there is nothing to compare it with',
    remote ? `set one, git branch --set-upstream-to=origin/main, or ${range}` : range,
  );
}

/** The range that the environment is about: GitHub Actions, GitLab CI, else what the upstream branch does not have. */
export async function rangeAuto(repository: Repository, env: NodeJS.ProcessEnv): Promise<AutoRange> {
  if (env.GITHUB_ACTIONS === 'true') {
    const { githubPlan } = await import('./range-github.ts');
    return rangeOf(repository, githubPlan(env, repository.isForbidden));
  }
  if (env.GITLAB_CI === 'true') {
    const { gitlabPlan } = await import('./range-gitlab.ts');
    return rangeOf(repository, gitlabPlan(env));
  }
  const base = await upstreamOf(repository);
  if (base !== undefined) {
    return rangeOf(repository, {
      from: 'upstream',
      base,
      insteadOf: [],
      allOtherwise: false,
      head: 'HEAD',
      ref: undefined,
    });
  }
  throw await withoutUpstream(repository);
}
