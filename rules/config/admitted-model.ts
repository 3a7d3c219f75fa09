import { admittedPairs, defineRule, isSamePair, unadmittedRoles, wholeFile } from '../../src/rule.ts';

/** A generated config names admitted pairs only, in every role. */
export const admittedModel = defineRule({
  id: 'config/admitted-model',
  severity: 'error',
  summary: 'A generated config has an admitted pair as `models.default`, and no unadmitted one in any role.',
  why: 'The config decides which model answers. A role that names another pair switches models behind the back of the admission.',
  help: 'Write the admitted pair as `models.default`, and set every other role to null or to an admitted pair.',
  requirements: ['ADM-5'],
  messages: {
    missing: 'The config lacks `{key}`.',
    empty: 'In the config `{key}` is empty.',
    wrong: 'In the config `{key}` is not of the form that it must have.',
    unknown: 'The format of the config has no such key.',
    noConfig: 'This is no mapping of keys.',
    unadmitted: 'No admission admits the pair of `models.default`.',
    role: 'A role beside `models.default` names a pair that no admission admits.',
  },
  examples: {
    good: {
      path: 'notes/config.json',
      text: '{ "models": { "default": { "provider": "vllm", "model": "qwen3.6-35b-a3b" } } }\n',
    },
    bad: {
      path: 'run/case-data/config.json',
      text: '{ "models": { "default": { "provider": "vllm", "model": "qwen3.6-35b-a3b" } } }\n',
    },
  },
  each: 'route',
  *check({ configs, records }) {
    const admitted = records.flatMap((record) => admittedPairs(record.admitted));
    for (const { document, value, shortcomings, at } of configs) {
      for (const { problem, key, ...span } of shortcomings) {
        if (problem === 'unknown') yield { at: document.at(span), message: 'unknown' };
        else if (key !== undefined) yield { at: document.at(span), message: problem, data: { key } };
        else if (document.faults.length === 0) yield { at: wholeFile(document.file), message: 'noConfig' };
      }
      if (value === undefined) continue;
      const main = value.models.default;
      if (!admitted.some((pair) => isSamePair(pair, main)))
        yield { at: document.at(at('models', 'default')), message: 'unadmitted' };
      for (const path of unadmittedRoles(value, admitted))
        yield { at: document.at(at(...path)), message: 'role' };
    }
  },
});
