import { GitError } from '../git-error.ts';
import { isZeroId } from '../object-id.ts';
import type { Plan } from './range-plan.ts';

/** What a pipeline is about. https://docs.gitlab.com/ci/variables/predefined_variables/ */
export function gitlabPlan(env: NodeJS.ProcessEnv): Plan {
  const from = 'GitLab CI';
  const commit = env.CI_COMMIT_SHA || 'HEAD';
  const ref = env.CI_MERGE_REQUEST_SOURCE_BRANCH_NAME || env.CI_COMMIT_REF_NAME;
  if (env.CI_MERGE_REQUEST_DIFF_BASE_SHA) {
    return {
      from,
      base: env.CI_MERGE_REQUEST_DIFF_BASE_SHA,
      insteadOf: [],
      allOtherwise: false,
      // In a merged results pipeline the commit is GitLab's own merge; this is the branch as it was pushed.
      head: env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || commit,
      ref,
    };
  }
  const isDefault = env.CI_COMMIT_BRANCH === env.CI_DEFAULT_BRANCH;
  const insteadOf =
    env.CI_DEFAULT_BRANCH && !isDefault ? [`refs/remotes/origin/${env.CI_DEFAULT_BRANCH}`] : [];
  const before = env.CI_COMMIT_BEFORE_SHA;
  const pushed = env.CI_PIPELINE_SOURCE === undefined || env.CI_PIPELINE_SOURCE === 'push';
  if (!pushed && insteadOf.length === 0 && (before === undefined || isZeroId(before))) {
    throw new GitError(
      'this pipeline is about no range of commits',
      'judge a revision, --rev HEAD, or name a range: --range BASE..HEAD',
    );
  }
  return { from, base: before, insteadOf, allOtherwise: pushed, head: commit, ref };
}
