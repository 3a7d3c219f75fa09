import { type DecisionRecord, defineRule, type Place } from '../../src/rule.ts';

function placeOfKey(record: DecisionRecord, key: string): Place {
  const field = record.field(key) ?? record.statuses[0];
  return field ? record.document.at(field.valueSpan) : record.statePlace;
}

/** A record states one current status, and all records of a route state the same. */
export const singleState = defineRule({
  id: 'decision/single-state',
  severity: 'error',
  summary: 'A decision has one current state: one status in its record, and no other record that disagrees.',
  why: 'With two current states each reader picks the one that suits, and with none the record looks like a decision while nothing is decided. What is described, remembered or only possible stands under headings of its own and is no second state.',
  help: 'State the status once, under the heading for the current state, and move what held before to the history.',
  requirements: ['DEC-3', 'DEC-2'],
  messages: {
    none: 'The record states no `{key}` in its current state.',
    second: 'The record states a second `{key}`.',
    disagrees: 'Another record of this route disagrees on `{key}`.',
    first: 'The first stands here.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: not_decided.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: not_decided.\n- decision_status: local_provider_required.\n',
    },
  },
  each: ['decision-record', 'route'],
  *check(subject, policy) {
    const { decision } = policy;
    if (decision === undefined) return;
    if ('decisions' in subject) {
      for (const { records, disagreements } of subject.decisions) {
        const first = records[0]!;
        for (const { other, key } of disagreements) {
          const at = placeOfKey(other, key);
          const related = [{ at: placeOfKey(first, key), message: 'first' }] as const;
          yield { at, message: 'disagrees', data: { key }, related };
        }
      }
      return;
    }
    const key = decision.status;
    const { document, statuses, nearMisses, statePlace } = subject;
    if (statuses.length === 0 && nearMisses.length === 0) {
      yield { at: statePlace, message: 'none', data: { key } };
    }
    const two = subject.restated(key);
    if (two) {
      const related = [{ at: document.at(two.first.valueSpan), message: 'first' }] as const;
      yield { at: document.at(two.second.valueSpan), message: 'second', data: { key }, related };
    }
  },
});
