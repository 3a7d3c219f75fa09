import { defineRule, placeOf } from '../../src/rule.ts';

/** A target that nobody listed looks like any other path into somebody's home or workspace. */
export const unlistedPath = defineRule({
  id: 'target/unlisted-path',
  severity: 'warning',
  summary: 'A governed document names no path into a home or workspace that the policy does not know.',
  why: 'A path of one machine means nothing on another, and may lead to a repository that should have been listed as a target. What is meant to be named is listed in the policy: evidence roots and references.',
  help: 'List the path under `evidence.references` or `evidence.roots` of the policy, list the repository under `targets`, or write a placeholder such as `/home/user/…`.',
  requirements: ['TGT-5'],
  messages: { unlisted: 'This is a path into a home or workspace that the policy does not list.' },
  examples: {
    good: { path: 'plans/.sot/plan.md', text: '# Plan\n\nThe notes lie in `/home/user/notes/plan.md`.\n' },
    bad: {
      path: 'plans/.sot/plan.md',
      text: '# Plan\n\nThe notes lie in `/home/ada/workspaces/shop/plan.md`.\n',
    },
  },
  each: 'document',
  *check({ file, kinds }) {
    if (kinds.length === 0) return;
    for (const span of file.unlistedPaths) {
      const isTarget = file.targets.some(({ start, end }) => start < span.end && span.start < end);
      if (span.surface === 'content' && !isTarget) yield { at: placeOf(file, span), message: 'unlisted' };
    }
  },
});
