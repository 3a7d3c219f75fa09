import { claimsOf, defineRule } from '../../src/rule.ts';

/** Backends carry out; they decide nothing, and a plan can't make them. */
export const noAuthorityClaim = defineRule({
  id: 'sot/no-authority-claim',
  severity: 'error',
  summary:
    'No planning document gives a backend authority, lets a stage be skipped or widens what may be run on.',
  why: 'A sentence that calls a backend an authority, or that lets a stage be skipped or a real repository be used, is all that an agent needs to act beyond what was decided. Planning documents are read as permission, so they must not sound like it.',
  help: 'Leave authority where it is: with the people and routes that the policy lists, the stages in their order, and the fixtures that were prepared for runs.',
  requirements: ['SOT-6'],
  messages: {
    claimed: 'This makes the claim `{claim}`, which no planning document may make.',
  },
  examples: {
    good: {
      path: 'route/.sot/plan.md',
      text: '# Plan\n\nCase is a candidate backend and has no authority.\n',
    },
    bad: { path: 'route/.sot/plan.md', text: '# Plan\n\nCase is the authority for admissions.\n' },
  },
  each: 'sot',
  *check({ document }, policy) {
    for (const { claim, at } of claimsOf(document, 'sot', policy))
      yield { at, message: 'claimed', data: { claim } };
  },
});
