import { defineRule, hasPhrase, inexactness, namesOtherPair } from '../../src/rule.ts';

/** A second pair is as explicit as the first: whole, exact, listed, and never one that needs an admission it lacks. */
export const fallback = defineRule({
  id: 'decision/fallback',
  severity: 'error',
  summary: 'A fallback is a whole, exact pair of the policy’s list; a local branch has no external one.',
  why: 'A fallback that is half named, or that nobody listed, is a way to switch the provider without a decision. Some pairs a program falls back to by itself: they count only once an admission names them.',
  help: 'Name both fields with a pair that the policy lists, or leave both out.',
  requirements: ['DEC-13'],
  messages: {
    half: 'A fallback is a whole pair: `{key}` is missing.',
    inexact: '`{key}` is to be one exact name.',
    never: '`{key}` may not be this without an admission that names it as the fallback.',
    external: '`{status}` allows no external fallback.',
    otherKey: 'A fallback is named by `{provider}` and `{model}`: this key is neither.',
    unlisted: 'This fallback is not in the list of the policy.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- fallback_provider: vllm.\n- fallback_model: qwen3.6-35b-a3b.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- fallback_provider: vllm.\n',
    },
  },
  each: 'decision-record',
  *check({ document, status, admitted, field, others }, policy) {
    const shape = policy.decision?.fallback;
    const branch = status === undefined ? undefined : policy.decision?.branches[status];
    if (status === undefined || shape === undefined || branch === undefined) return;
    const known = [...shape.allowed.flatMap((pair) => [pair.provider, pair.model])];
    known.push(...shape.neverProviders, ...shape.neverModels);
    for (const other of others)
      if (namesOtherPair(other, shape, policy.decision?.pair, known)) {
        const data = { provider: shape.provider, model: shape.model };
        yield { at: document.at(other.keySpan), message: 'otherKey', data };
      }
    const [provider, model] = [field(shape.provider), field(shape.model)];
    const isSet = (one: typeof provider): boolean => one !== undefined && one.value.trim() !== '';
    if (!isSet(provider) && !isSet(model)) return;
    if (provider === undefined || model === undefined || !isSet(provider) || !isSet(model)) {
      const [there, key] = isSet(provider) ? [provider, shape.model] : [model, shape.provider];
      yield { at: document.at(there!.valueSpan), message: 'half', data: { key } };
      return;
    }
    const sides = [
      { one: provider, key: shape.provider, of: 'provider', never: shape.neverProviders },
      { one: model, key: shape.model, of: 'model', never: shape.neverModels },
    ] as const;
    const inexact = sides.filter(({ one, of }) => inexactness(one.value, of) !== undefined);
    for (const { one, key } of inexact)
      yield { at: document.at(one.valueSpan), message: 'inexact', data: { key } };
    const isAdmitted =
      !branch.local &&
      admitted?.fallback?.provider === provider.value &&
      admitted.fallback.model === model.value;
    const never = sides.filter(({ one, never: words }) => words.some((word) => hasPhrase(one.value, word)));
    if (never.length > 0 && !isAdmitted) {
      for (const { one, key } of never)
        yield { at: document.at(one.valueSpan), message: 'never', data: { key } };
      return;
    }
    const listed = shape.allowed.find(
      (pair) => pair.provider === provider.value && pair.model === model.value,
    );
    const at = document.at(provider.valueSpan);
    if (listed === undefined) yield { at, message: 'unlisted' };
    else if (branch.local && !listed.local) yield { at, message: 'external', data: { status } };
  },
});
