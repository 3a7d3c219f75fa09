import { type DecisionRecord, decisionSteps, defineRule, type Field, skeleton } from '../../src/rule.ts';

function entries({ history }: DecisionRecord): readonly string[] {
  return history.map(({ value }) => skeleton(value.trim()));
}

/** The first past entry that is no longer there, the order kept. */
function lost(was: DecisionRecord, now: DecisionRecord): Field | undefined {
  const left = entries(now);
  let from = 0;
  return was.history.find(({ value }) => {
    const at = left.indexOf(skeleton(value.trim()), from);
    from = at < 0 ? from : at + 1;
    return at < 0;
  });
}

function count(list: readonly string[], wanted: string): number {
  return list.filter((entry) => entry === wanted).length;
}

/** What held before stays written down. */
export const history = defineRule({
  id: 'decision/history',
  severity: 'error',
  summary:
    'A record remembers each state that it had: a move adds the previous one, and nothing is rewritten or removed.',
  why: 'Who reads the record later must see what was decided when an older run was made. A history that can be edited is none.',
  help: 'Add the previous status to the list of past states, and leave the entries that stand there as they are.',
  requirements: ['DEC-12'],
  messages: {
    lost: 'A past entry of the decision history has been removed, rewritten or moved.',
    unrecorded: 'The move away from {from} is not recorded among the past states.',
    was: 'Before the change it stood here.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      base: {
        'route/LINT-DECISION-RECORD.md':
          '# Record\n\n## Current Decision State\n\n- decision_status: not_decided.\n',
      },
      text: '# Record\n\n## Current Decision State\n\n- decision_status: local_provider_required.\n\n## Decision History\n\nPrevious state:\n\n- decision_status: not_decided.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      base: {
        'route/LINT-DECISION-RECORD.md':
          '# Record\n\n## Current Decision State\n\n- decision_status: not_decided.\n',
      },
      text: '# Record\n\n## Current Decision State\n\n- decision_status: local_provider_required.\n',
    },
  },
  each: 'change',
  *check(change) {
    for (const { was, after } of decisionSteps(change)) {
      if (after === undefined) continue;
      const { now } = after;
      const missing = lost(was, now);
      if (missing) {
        const related = [{ at: was.document.at(missing.keySpan), message: 'was' }] as const;
        yield { at: now.historyPlace, message: 'lost', related };
      }
      const from = was.status;
      if (from === undefined || now.status === undefined || now.status === from) continue;
      const name = skeleton(from);
      if (count(entries(now), name) <= count(entries(was), name))
        yield { at: now.historyPlace, message: 'unrecorded', data: { from } };
    }
  },
});
