import { defineRule, nameOf, nearestDecision } from '../../src/rule.ts';

/** An admission admits what was decided, and nothing else. */
export const matchesDecision = defineRule({
  id: 'admission/matches-decision',
  severity: 'error',
  summary: 'An admission agrees with the decision: branch, pair, classes, approval and fallback.',
  why: 'The decision is made by an authority; the admission is a file that a harness reads. Where they differ, what runs is what nobody approved.',
  help: 'Write the admission from the record; when the decision itself is to change, change the record first, with a new approval.',
  requirements: ['ADM-3', 'DEC-13'],
  messages: {
    undecided: 'Nothing is decided that this could admit.',
    differs: '`{key}` of the admission differs from the decision.',
    decided: 'The decision says so here.',
  },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: not_decided.\n',
    },
    bad: {
      path: 'route/lint-model-admission.json',
      text: '{\n  "provider": "vllm",\n  "model": "qwen3.6-35b-a3b",\n  "credential_source_class": "no-secret",\n  "allowed_network_class": "loopback-only",\n  "approval_source": "JP, signed note of 2026-06-03",\n  "admission_timestamp": "2026-06-04T08:00:00Z",\n  "review_trigger": "before any model change",\n  "evidence_expectations": ["pass report of the run"]\n}\n',
    },
  },
  each: 'route',
  *check({ admissions, decisions }, policy) {
    const { decision } = policy;
    if (decision === undefined) return;
    for (const { document, value, at } of admissions) {
      if (value === undefined) continue;
      const nearest = nearestDecision(value, decisions, policy);
      if (nearest === undefined) {
        yield { at: document.at(at('provider')), message: 'undecided' };
        continue;
      }
      const record = nearest.decided.record!;
      const keyOf = {
        provider: decision.pair?.provider,
        model: decision.pair?.model,
        fallback: decision.fallback?.provider,
      };
      for (const key of nearest.differing) {
        const field =
          record.field((keyOf as Record<string, string | undefined>)[key] ?? key) ?? record.statuses[0]!;
        const related = [{ at: record.document.at(field.valueSpan), message: 'decided' }] as const;
        yield { at: document.at(at(key)), message: 'differs', data: { key: nameOf(key) }, related };
      }
    }
  },
});
