import {
  defineRule,
  type Inexactness,
  inexactness,
  keysOf,
  type Name,
  nameOf,
  otherModelsIn,
  type Policy,
} from '../../src/rule.ts';

const WHY: Readonly<Record<Inexactness, Name>> = {
  placeholder: nameOf('a placeholder'),
  wildcard: nameOf('a wildcard'),
  range: nameOf('a range'),
  latest: nameOf('whatever is newest at the time'),
  alternatives: nameOf('more than one'),
  characters: nameOf('more than one plain word'),
};

/** The fields of a decision that hold one exact name: those of its branch, and the pairs. */
function exactKeys(policy: Policy, status: Name): readonly Name[] {
  const { decision } = policy;
  const branch = decision?.branches[status];
  if (decision === undefined || branch === undefined) return [];
  const ofBranch = keysOf(branch.fields).filter((key) => branch.fields[key]?.is === 'exact');
  const pairs = [decision.pair, decision.fallback].flatMap((pair) =>
    pair ? [pair.provider, pair.model] : [],
  );
  return [...new Set([...ofBranch, ...pairs])];
}

function isProvider(key: Name, { decision }: Policy): boolean {
  return key === decision?.pair?.provider || key === decision?.fallback?.provider;
}

/** A provider and a model are named exactly, so that tomorrow the same words mean the same thing. */
export const exactModel = defineRule({
  id: 'decision/exact-model',
  severity: 'error',
  summary: 'Provider and model are exact names: no placeholder, wildcard, range, `latest` or alternative.',
  why: 'An approval covers what it names. `latest`, a wildcard or a choice of two lets what runs change after the approval, with nobody deciding.',
  help: 'Write the one name that the provider itself uses for exactly this model, and nothing else in the value.',
  requirements: ['DEC-6'],
  messages: {
    inexact: '`{key}` is to be one exact name, and this is {what}.',
    beside: 'The current state names a model here beside the one of `{key}`.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- model: gpt-5.5.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- model: gpt-latest.\n',
    },
  },
  each: 'decision-record',
  *check(record, policy) {
    const { document, state, status } = record;
    const { decision } = policy;
    if (status === undefined) return;
    const keys = exactKeys(policy, status);
    for (const field of state) {
      const key = keys.find((exact) => exact === field.key);
      const why =
        key === undefined || field.value.trim() === ''
          ? undefined
          : inexactness(field.value, isProvider(key, policy) ? 'provider' : 'model');
      if (key !== undefined && why !== undefined)
        yield { at: document.at(field.valueSpan), message: 'inexact', data: { key, what: WHY[why] } };
    }
    if (decision?.pair === undefined || !keys.includes(decision.pair.model)) return;
    for (const at of otherModelsIn(record, decision))
      yield { at, message: 'beside', data: { key: decision.pair.model } };
  },
});
