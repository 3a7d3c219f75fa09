import { describe, expect, it } from 'vitest';
import { credentialClassOnly } from '../../../rules/secrets/credential-class-only.ts';
import { judge } from '../judge.ts';
import { EXTERNAL, type Fields, RECORD, recordText } from '../record.ts';

const told = (fields: Fields) => judge(credentialClassOnly, { [RECORD]: recordText(fields) });

describe('secrets/credential-class-only', () => {
  it.each([
    'team-oauth-config',
    'hermes-openai-codex-oauth-and-local-vllm-config; no secret value',
    'oauth2',
    'no-secret',
    'local keychain class; no secret value is written here',
    '$OPENAI_API_KEY',
    'k8s-workload-identity',
    'vault: team/ci (class only)',
    'env:CASE_TOKEN',
    'user:keychain',
    'hermes:openai-codex-oauth',
  ])('%s is a class', async (value) => {
    expect(await told({ ...EXTERNAL, credential_source_class: value })).toEqual([]);
  });

  it.each([
    'hunter2',
    'Passw0rd-for-ci',
    `password ${'is'} tulip`,
    `API_KEY${'='}tulip`,
    'oauth; key: tulip',
    `Bearer ${'abcdefgh'}`,
    `sk${'-'}tulips1234567890`,
    'correct!horse',
    `user${':'}pass`,
    `admin${':'}tulip`,
    `jp${':'}pass`,
    `oauth; jp@example.org${':'}tulip`,
    'f3a9c27be1d04',
    `https${'://'}me:tulip@host/x`,
  ])('%s is a value', async (value) => {
    expect(await told({ ...EXTERNAL, credential_source_class: value })).toEqual([
      `${RECORD}:15:28 \`credential_source_class\` holds what looks like a value: name the class only.`,
    ]);
  });
});
