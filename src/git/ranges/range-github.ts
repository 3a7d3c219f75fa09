import { resolve } from 'node:path';
import { z } from 'zod';
import { type IsForbidden, readAdministration } from '../follow.ts';
import { GitError } from '../git-error.ts';
import type { Plan } from './range-plan.ts';

const id = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const branch = z.string().min(1);

/** The parts that are used of https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const payload = z.object({
  pull_request: z
    .object({ base: z.object({ sha: id, ref: branch }), head: z.object({ sha: id, ref: branch.optional() }) })
    .optional(),
  merge_group: z.object({ base_sha: id, head_sha: id, head_ref: branch.optional() }).optional(),
  before: id.optional(),
  after: id.optional(),
  deleted: z.boolean().optional(),
  ref: z.string().nullish(),
  repository: z.object({ default_branch: branch }).optional(),
});

type Payload = z.infer<typeof payload>;

function readPayload(env: NodeJS.ProcessEnv, isForbidden: IsForbidden): Payload {
  const path = env.GITHUB_EVENT_PATH;
  const text = path && readAdministration('GITHUB_EVENT_PATH', resolve(path), isForbidden);
  if (text) {
    try {
      return payload.parse(JSON.parse(text));
    } catch {
      // Both quote what they read, so the error below says it in our words.
    }
  }
  throw new GitError(
    'the file of GITHUB_EVENT_PATH is missing or is no event of GitHub',
    'name the range instead: --range BASE..HEAD',
  );
}

/** Branches that were judged when they were pushed: a new branch brings what they do not have. */
function defaultBranch(event: Payload): readonly string[] {
  const name = event.repository?.default_branch;
  return name === undefined || event.ref === `refs/heads/${name}` ? [] : [`refs/remotes/origin/${name}`];
}

function unknownEvent(): GitError {
  return new GitError(
    'this event of GitHub Actions is about no range of commits',
    'judge a revision, --rev HEAD, or name a range: --range BASE..HEAD',
  );
}

/** What the event of a workflow run is about. https://docs.github.com/en/actions/reference/events-that-trigger-workflows */
export function githubPlan(env: NodeJS.ProcessEnv, isForbidden: IsForbidden): Plan {
  const event = readPayload(env, isForbidden);
  const from = 'GitHub Actions';
  if (event.pull_request) {
    const { base, head } = event.pull_request;
    const insteadOf = [`refs/remotes/origin/${base.ref}`];
    return { from, base: base.sha, insteadOf, allOtherwise: false, head: head.sha, ref: head.ref };
  }
  if (event.merge_group) {
    const { base_sha, head_sha, head_ref } = event.merge_group;
    return { from, base: base_sha, insteadOf: [], allOtherwise: false, head: head_sha, ref: head_ref };
  }
  if (event.before !== undefined && event.after !== undefined) {
    return {
      from,
      deletion: event.deleted === true,
      base: event.before,
      insteadOf: defaultBranch(event),
      allOtherwise: true,
      head: event.after,
      ref: event.ref ?? undefined,
    };
  }
  // Started by hand or by the clock: a branch is compared with the default one.
  const insteadOf = env.GITHUB_REF === undefined ? [] : defaultBranch({ ...event, ref: env.GITHUB_REF });
  if (insteadOf.length === 0) throw unknownEvent();
  return { from, base: undefined, insteadOf, allOtherwise: false, head: 'HEAD', ref: env.GITHUB_REF };
}
