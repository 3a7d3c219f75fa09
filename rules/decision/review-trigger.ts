import {
  defineRule,
  isPlaceholder,
  keysOf,
  nameOf,
  namesNothing,
  passedDate,
  readReviewTrigger,
} from '../../src/rule.ts';

/** What forces a review is named, and a date that has come and gone is said. */
export const reviewTrigger = defineRule({
  id: 'decision/review-trigger',
  severity: 'warning',
  summary: 'The review trigger names an expiry, a date or a condition, and no date in it has passed.',
  why: 'A decision without a trigger is never looked at again. One whose date has passed holds on borrowed time: prices, licences and models have changed since.',
  help: 'Name a date like 2027-01-31 or a condition like "before any model change"; when a date has passed, review the decision and set the next one.',
  requirements: ['DEC-9'],
  messages: {
    none: '`{key}` names no expiry, date or condition.',
    impossible: '`{key}` names a day that no calendar has.',
    over: 'The review that `{key}` names has passed.',
    passed: 'The review date {date} in `{key}` has passed.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- review_trigger: before any model change.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- review_trigger: 2020-01-31.\n',
    },
  },
  each: 'decision-record',
  *check({ document, state, status }, policy) {
    const fields = status === undefined ? undefined : policy.decision?.branches[status]?.fields;
    if (fields === undefined) return;
    for (const field of state) {
      const key = keysOf(fields).find((known) => known === field.key);
      if (key === undefined || fields[key]?.is !== 'review' || field.value.trim() === '') continue;
      const trigger = readReviewTrigger(field.value);
      const at = document.at(field.valueSpan);
      const passed = passedDate(trigger, policy.today);
      if (passed) yield { at, message: 'passed', data: { key, date: nameOf(passed.date) } };
      else if (trigger.isImpossible) yield { at, message: 'impossible', data: { key } };
      else if (trigger.isOver) yield { at, message: 'over', data: { key } };
      else if (isPlaceholder(field.value) || namesNothing(trigger))
        yield { at, message: 'none', data: { key } };
    }
  },
});
