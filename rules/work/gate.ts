import { defineRule, type Fact, type Name, nameOf, toName } from '../../src/rule.ts';

/** A fact as a message names it. */
function nameOfFact(fact: Fact): Name {
  switch (fact.fact) {
    case 'decision':
      return (fact.status && toName(`the decision ${fact.status.join(' or ')}`)) ?? nameOf('a decision');
    case 'admission':
      return nameOf('an admission that agrees with the decision');
    case 'pass-report':
      return nameOf('a pass report of the admitted pair');
    case 'item':
      return toName(`${fact.item} as ${fact.status.join(' or ')}`) ?? fact.item;
  }
}

/** What waits for facts waits until they are there. */
export const gate = defineRule({
  id: 'work/gate',
  severity: 'error',
  summary: 'A gated work item stays blocked until every fact that the policy asks for is there.',
  why: 'The status of an item is what the next agent acts on. Set to ready too early, it starts what has been neither decided nor admitted nor proven.',
  help: 'Set the status back to blocked, or bring the missing facts first: the decision, the admission, the reference to the run that passed.',
  requirements: ['WRK-3', 'WRK-4', 'WRK-5', 'WRK-6'],
  messages: { early: '{item} stays {blocked} without {missing}.' },
  examples: {
    good: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-020 - Admit\n\nStatus: blocked.\n',
    },
    bad: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-020 - Admit\n\nStatus: ready.\n',
    },
  },
  each: 'route',
  *check({ gates, items }, { work }) {
    if (work === undefined) return;
    for (const { item, mayLeaveBlocked, missing } of gates) {
      if (mayLeaveBlocked) continue;
      const data = { item, blocked: work.blocked, missing: missing.map(nameOfFact) };
      for (const { id, status, statuses } of items) {
        if (id !== item || status === undefined || status === work.blocked) continue;
        yield { at: statuses[0]!.place, message: 'early', data };
      }
    }
  },
});
