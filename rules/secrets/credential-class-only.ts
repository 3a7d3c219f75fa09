import { defineRule, keysOf, looksLikeValue, type Name, type Policy } from '../../src/rule.ts';

/** The keys that name a class of credentials, in any branch. */
function credentialKeys({ decision }: Policy): readonly Name[] {
  const branches = decision ? keysOf(decision.branches).map((name) => decision.branches[name]!) : [];
  return branches.flatMap(({ fields }) => keysOf(fields).filter((key) => fields[key]?.is === 'credential'));
}

/** Where the class of a credential is asked for, its value never stands. */
export const credentialClassOnly = defineRule({
  id: 'secrets/credential-class-only',
  severity: 'error',
  summary: 'A credential source class names a class, never a value.',
  why: 'The field says where credentials come from, so it is where a hurried hand pastes the credential itself. A detector knows the shapes of many secrets, not of a password that somebody made up.',
  help: 'Name the kind of source, such as `oauth-config` or `no-secret`. If a value stood here, revoke it first.',
  requirements: ['DEC-8'],
  messages: { value: '`{key}` holds what looks like a value: name the class only.' },
  examples: {
    good: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- credential_source_class: team-oauth-config; no secret value.\n',
    },
    bad: {
      path: 'route/LINT-DECISION-RECORD.md',
      text: '# Record\n\n## Current Decision State\n\n- decision_status: external_provider_approved.\n- credential_source_class: password is {{password}}.\n',
    },
  },
  each: 'document',
  *check(document, policy) {
    if (document.kinds.length === 0) return;
    const keys = credentialKeys(policy);
    for (const { key: found, value, valueSpan } of document.fields) {
      const key = keys.find((known) => known === found);
      if (key === undefined) continue;
      const isKnownSecret = document.file.secrets.some(
        ({ surface, start, end }) => surface === 'content' && start < valueSpan.end && end > valueSpan.start,
      );
      if (isKnownSecret || looksLikeValue(value))
        yield { at: document.at(valueSpan), message: 'value', data: { key } };
    }
  },
});
