import {
  type DecisionRecord,
  decisionSteps,
  defineRule,
  differingKeys,
  isNewApproval,
  isUnclear,
  type Name,
  type Place,
  type Policy,
} from '../../src/rule.ts';

function placeOfKey(record: DecisionRecord, key?: Name): Place {
  const field = (key === undefined ? undefined : record.field(key)) ?? record.statuses[0];
  return field ? record.document.at(field.valueSpan) : record.statePlace;
}

/** What is decided in two states: the values of guarded fields, none of which is a reference of an approval. */
function objectsOf(records: readonly DecisionRecord[], guarded: readonly Name[]): readonly string[] {
  return records.flatMap((record) => guarded.map((key) => record.field(key)?.value ?? ''));
}

/** Whether an approval is none that the record had before, now or in its history. */
function isNew(key: Name, before: DecisionRecord, after: DecisionRecord, policy: Policy): boolean {
  const old = [...before.state, ...before.remembered].filter((field) => field.key === key);
  return isNewApproval(
    after.field(key)?.value ?? '',
    before.field(key)?.value ?? '',
    old.map(({ value }) => value),
    {
      approvers: policy.authorities.approve,
      objects: objectsOf([before, after], policy.decision?.guarded ?? []),
      workPrefix: policy.work?.prefix,
    },
  );
}

/** A decision moves as the policy says, and each move, or change of what was approved, has an approval of its own. */
export const transition = defineRule({
  id: 'decision/transition',
  severity: 'error',
  summary:
    'A decision moves only as the policy allows, and with a new approval; it never becomes undecided again.',
  why: 'A decision that can quietly be taken back, or given another model under the old approval, binds nobody. Deleting or renaming the record would be the easiest way to take it back.',
  help: 'Keep the record, move to a status that the policy allows, and name the approval of this very change.',
  requirements: ['DEC-11'],
  messages: {
    back: 'A decision never moves back: this record was {from} and is {to} now.',
    gone: 'A decision never moves back: the record that was {from} is gone, or is no record any more.',
    forbidden: 'The policy allows no move from {from} to {to}.',
    approval: 'The move from {from} to {to} needs a new `{key}`.',
    guarded: 'A change of `{guarded}` in a decided record needs a new `{key}`.',
    was: 'Before the change it said so here.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      base: {
        'route/LINT-DECISION-RECORD.md':
          '# Record\n\n## Current Decision State\n\n- decision_status: not_decided.\n',
      },
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- approval_source: JP, signed note of 2026-06-03.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      base: {
        'route/LINT-DECISION-RECORD.md':
          '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- approval_source: JP, signed note of 2026-06-03.\n',
      },
      text: '# Record\n\n## Current Decision State\n\n- decision_status: not_decided.\n',
    },
  },
  each: 'change',
  *check(change, policy) {
    const { decision } = policy;
    if (decision === undefined) return;
    for (const { before, was, after } of decisionSteps(change)) {
      const from = before.status;
      if (after === undefined) {
        if (from !== decision.undecided) yield { at: placeOfKey(was), message: 'gone', data: { from } };
        continue;
      }
      const { now, decided } = after;
      const to = decided.status;
      const related = [{ at: placeOfKey(was), message: 'was' }] as const;
      const lacking = decision.renew.filter((key) => !isNew(key, was, now, policy));
      const guarded = differingKeys(was, now, decision)[0];
      const data = { from, to };
      // What is misspelt, doubled or disputed in the index is reported as that, and a way back to nothing only where a
      // later commit may have mended it: else two commits would be a way round.
      if (change.authorship === undefined && isUnclear(decided, decision)) continue;
      if (from !== decision.undecided && to === decision.undecided) {
        yield { at: placeOfKey(now), message: 'back', data, related };
      } else if (from !== to && !isUnclear(before, decision)) {
        if (!decision.transitions[from]?.includes(to))
          yield { at: placeOfKey(now), message: 'forbidden', data, related };
        for (const key of lacking)
          yield { at: placeOfKey(now, key), message: 'approval', data: { ...data, key }, related };
      } else if (to !== decision.undecided && guarded !== undefined) {
        const before = [{ at: placeOfKey(was, guarded), message: 'was' }] as const;
        for (const key of lacking)
          yield { at: placeOfKey(now, guarded), message: 'guarded', data: { guarded, key }, related: before };
      }
    }
  },
});
