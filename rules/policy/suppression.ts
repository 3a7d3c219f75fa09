import { defineRule } from '../../src/rule.ts';

/** An excuse has an end. After it, and where there is nothing left to excuse, the entry goes. */
export const suppression = defineRule({
  id: 'policy/suppression',
  severity: 'error',
  summary: 'A suppression is within its time and still excuses something.',
  why: 'An entry that nobody looks at again becomes a hole: it excuses what comes later at the same place, and nobody remembers why.',
  help: 'Mend what the entry excuses and remove it, or decide anew: a new date, with its reason and owner.',
  requirements: ['POL-4'],
  messages: {
    expired: 'This suppression of {rule} has expired and excuses nothing.',
    unused: 'This suppression of {rule} excuses nothing any more.',
  },
  examples: {
    good: {
      path: 'plans/.sot/old.md',
      text: '# Old\n',
      policy: {
        suppress: [
          {
            rule: 'sot/front-matter',
            path: 'plans/**',
            reason: 'kept as found',
            owner: 'ada',
            expires: '2999-01-31',
          },
        ],
      },
    },
    bad: {
      path: 'plans/.sot/old.md',
      text: '# Old\n',
      policy: {
        suppress: [
          {
            rule: 'sot/front-matter',
            path: 'plans/**',
            reason: 'kept as found',
            owner: 'ada',
            expires: '2001-01-31',
          },
        ],
      },
    },
  },
  each: 'suppression',
  *check({ at, rule, expired, unused }) {
    if (expired) yield { at, message: 'expired', data: { rule } };
    else if (unused) yield { at, message: 'unused', data: { rule } };
  },
});
