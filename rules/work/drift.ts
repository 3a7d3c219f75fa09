import { defineRule, driftsOf } from '../../src/rule.ts';

/** A route says the same thing everywhere, and what it decided has arrived in its items. */
export const drift = defineRule({
  id: 'work/drift',
  severity: 'warning',
  summary: 'What documents say of items, decision and build agrees with the route.',
  why: 'A decision is made in one document and repeated in others. A list that still says blocked, or a sentence that names the decision before the last, sends the next reader off on a state that is gone.',
  help: 'Change whichever of the two places is behind.',
  requirements: ['WRK-5', 'WRK-7', 'BLD-4'],
  messages: {
    behind: '{item} still says {status}, although the decision that it waited for is made.',
    item: 'This says otherwise than the list of items, where {item} is {status}.',
    early: 'This says otherwise than the route, in which {item} stays {status}.',
    decision: 'This says otherwise than the decision, which is {status}.',
    build: 'This says {status}, and no build report is there.',
    sentence: 'The sentence that says so.',
    status: 'The status of the item.',
    decided: 'What is decided.',
  },
  examples: {
    good: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-030 - Lint\n\nStatus: ready.\n\n## Notes\n\nCTO-WORK-030 is ready.\n',
    },
    bad: {
      path: 'route/LINT-ISSUES.md',
      text: '# Issues\n\n## CTO-WORK-030 - Lint\n\nStatus: blocked.\n\n## Notes\n\nCTO-WORK-030 is ready.\n',
    },
  },
  each: 'route',
  *check(route, policy) {
    for (const drift of driftsOf(route, policy)) {
      const { at, status } = drift;
      const related = drift.related.map((one) => ({ at: one.at, message: one.is }));
      if ('item' in drift) yield { at, message: drift.kind, data: { item: drift.item, status }, related };
      else yield { at, message: drift.kind, data: { status }, related };
    }
  },
});
