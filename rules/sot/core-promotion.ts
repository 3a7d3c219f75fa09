import { defineRule, resembles } from '../../src/rule.ts';

/** Promotion is decided elsewhere: a local document can only say that it has not happened. */
export const corePromotion = defineRule({
  id: 'sot/core-promotion',
  severity: 'error',
  summary: 'No local document promotes itself.',
  why: 'Whoever writes a planning document could otherwise give it authority by one line of front matter.',
  help: 'Set the key back to the value that the policy names under `sot.promotion`. Promotion is a decision of the core route.',
  requirements: ['SOT-2'],
  messages: {
    promoted: '`{key}` is to be {value}: a local document does not promote itself.',
    resembles: 'This key only resembles `{key}`: write it exactly, with the value {value}.',
  },
  examples: {
    good: {
      path: 'route/.sot/plan.md',
      text: '---\ntitle: Plan\ncore_promotion_status: not-promoted\n---\n\n# Plan\n',
    },
    bad: {
      path: 'route/.sot/plan.md',
      text: '---\ntitle: Plan\ncore_promotion_status: promoted\n---\n\n# Plan\n',
    },
  },
  each: 'sot',
  *check({ document }, policy) {
    const promotion = policy.sot?.promotion;
    if (promotion === undefined) return;
    const { key, value } = promotion;
    for (const field of document.fields) {
      if (field.key === key && field.value !== value) {
        yield { at: document.at(field.valueSpan), message: 'promoted', data: { key, value } };
      } else if (field.form === 'front-matter' && resembles(field.key, key)) {
        yield { at: document.at(field.keySpan), message: 'resembles', data: { key, value } };
      }
    }
  },
});
