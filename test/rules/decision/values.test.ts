import { describe, expect, it } from 'vitest';
import { approvalSource } from '../../../rules/decision/approval-source.ts';
import { branchFields } from '../../../rules/decision/branch-fields.ts';
import { exactModel } from '../../../rules/decision/exact-model.ts';
import { fallback } from '../../../rules/decision/fallback.ts';
import { reviewTrigger } from '../../../rules/decision/review-trigger.ts';
import { credentialClassOnly } from '../../../rules/secrets/credential-class-only.ts';
import type { AnyRule } from '../../../src/rule.ts';
import { type Judging, judge } from '../judge.ts';
import { EXTERNAL, type Fields, LOCAL, RECORD, recordText } from '../record.ts';

async function told(rule: AnyRule, fields: Fields, judging?: Judging): Promise<readonly string[]> {
  return await judge(rule, { [RECORD]: recordText(fields) }, judging);
}

describe('decision/exact-model', () => {
  it.each([
    'gpt-5.5',
    'qwen3.6-35b-a3b',
    'claude-sonnet-4-6',
    'claude-sonnet-4@20250514',
    'qwen/qwen3-32b',
    '01-ai/yi-34b',
    'gpt-oss:120b',
    'gemini-2.5-pro-preview-05-06',
    'mixtral-8x7b',
    'accounts/fireworks/models/glm-5',
  ])('%s is exact', async (model) => {
    expect(await told(exactModel, { ...EXTERNAL, model })).toEqual([]);
  });

  it.each([
    ['TBD', 'a placeholder'],
    ['[model]', 'a placeholder'],
    ['{model}', 'a placeholder'],
    ['$' + '{MODEL}', 'a placeholder'],
    ['n/a', 'a placeholder'],
    ['none', 'a placeholder'],
    ['default', 'a placeholder'],
    ['openrouter/auto', 'a placeholder'],
    ['gpt-5.x', 'a wildcard'],
    ['gpt-5?', 'a wildcard'],
    ['>=gpt-5.5', 'a range'],
    ['gpt-5.5+', 'a range'],
    ['gpt-5.1..5.5', 'a range'],
    ['gpt-5.5 or newer', 'more than one'],
    ['gpt-5.5-or-later', 'more than one'],
    ['latest', 'whatever is newest at the time'],
    ['gpt-latest', 'whatever is newest at the time'],
    ['gpt-oss:latest', 'whatever is newest at the time'],
    ['gpt-5.5, gpt-5.4', 'more than one'],
    ['gpt-5.5|gpt-5.4', 'more than one'],
    ['gpt-5.5/gpt-5.4', 'more than one'],
    ['gpt-5.5 and gpt-5.4', 'more than one'],
    ['the large one', 'more than one plain word'],
    ['gpt\u20115.5', 'more than one plain word'],
    ['gрt-5.5', 'more than one plain word'],
  ])('%s is not', async (model, what) => {
    expect(await told(exactModel, { ...EXTERNAL, model })).toEqual([
      `${RECORD}:13:10 \`model\` is to be one exact name, and this is ${what}.`,
    ]);
  });

  it('sees a placeholder that markdown takes for a tag', async () => {
    expect(await told(exactModel, { ...EXTERNAL, model: '<exact model>' })).toEqual([
      `${RECORD}:13:10 \`model\` is to be one exact name, and this is a placeholder.`,
    ]);
  });

  it('takes a slash in a provider for a choice', async () => {
    expect(await told(exactModel, { ...EXTERNAL, provider: 'openai/anthropic' })).toEqual([
      `${RECORD}:12:13 \`provider\` is to be one exact name, and this is more than one.`,
    ]);
  });

  it('judges the fallback pair as well', async () => {
    const fields = { ...EXTERNAL, fallback_provider: 'vllm', fallback_model: 'qwen-latest' };
    expect(await told(exactModel, fields)).toEqual([
      `${RECORD}:21:19 \`fallback_model\` is to be one exact name, and this is whatever is newest at the time.`,
    ]);
  });
});

describe('decision/approval-source', () => {
  it.each([
    'JP chat approval on 2026-05-31',
    'JP',
    'jp approval, ticket 14',
    'Governed Core route CORE-ROUTE-12',
    'approved by JP on 2026-06-03',
    'JP-2026-06-03',
    'JP approval of the Codex branch on 2026-06-03',
    'JP chat approval for openai-codex on 2026-05-31',
    'JP approval in Hermes chat on 2026-06-03',
    'JP approval on 2026-06-03, not by Codex',
    'JP approval on 2026-06-03 (recorded by Codex)',
  ])('%s is an authority’s', async (approval) => {
    expect(await told(approvalSource, { ...EXTERNAL, approval_source: approval })).toEqual([]);
  });

  const MESSAGES = {
    agent: '`approval_source` names as an authority what the policy says is none.',
    nobody: '`approval_source` names none of the policy’s authorities.',
    notGiven: '`approval_source` speaks of an approval that has not been given.',
  };
  it.each([
    ['Codex', 'agent'],
    ['Case runtime approval', 'agent'],
    ['Hermes approved on 2026-06-01', 'agent'],
    ['approved by Codex, JP informed', 'agent'],
    ['Codex on behalf of JP', 'agent'],
    ['JP and Codex', 'agent'],
    ['JP / Hermes', 'agent'],
    ['JP via Codex', 'agent'],
    ['Pi agent decision', 'agent'],
    ['the backend approved', 'agent'],
    ['ＣＯＤＥＸ approval', 'agent'],
    ['Bob, on 2026-06-01', 'nobody'],
    ['JPX approval', 'nobody'],
    ['JP-bot approval', 'nobody'],
    ['Core route', 'nobody'],
    ['ЈР approval', 'nobody'],
    ['see the ticket', 'nobody'],
    ['pending JP approval', 'notGiven'],
    ['no JP approval yet', 'notGiven'],
    ['JP has not approved', 'notGiven'],
    ['awaiting JP', 'notGiven'],
    ['JP declined on 2026-06-01', 'notGiven'],
    ['JP approval required', 'notGiven'],
    ['without approval of JP', 'notGiven'],
  ] as const)('%s is not', async (approval, fault) => {
    expect(await told(approvalSource, { ...EXTERNAL, approval_source: approval })).toEqual([
      `${RECORD}:14:20 ${MESSAGES[fault]}`,
    ]);
  });
});

describe('decision/review-trigger', () => {
  it.each([
    'before any model change',
    '2026-06-15',
    'on 2027-01-31 or when the licence changes',
    'expires with the contract',
    '31 January 2027',
    'December 2026',
    'Q4 2026',
    'every quarter',
  ])('%s', async (trigger) => {
    expect(await told(reviewTrigger, { ...EXTERNAL, review_trigger: trigger })).toEqual([]);
  });

  it.each([
    ['2026-06-14', '2026-06-14'],
    ['before 2026-01-31 or any model change', '2026-01-31'],
    ['2025/12/31', '2025-12-31'],
    ['31 January 2026', '2026-01-31'],
    ['January 31, 2026', '2026-01-31'],
    ['May 2026', '2026-05-31'],
    ['Q1 2026', '2026-03-31'],
  ])('%s has passed', async (trigger, date) => {
    expect(await told(reviewTrigger, { ...EXTERNAL, review_trigger: trigger })).toEqual([
      `${RECORD}:17:19 The review date ${date} in \`review_trigger\` has passed. [warning]`,
    ]);
  });

  it.each(['later', 'none', 'never', 'TBD', 'soon enough', '2026-13-45', 'not needed if all is well'])(
    '%s names nothing',
    async (trigger) => {
      expect(await told(reviewTrigger, { ...EXTERNAL, review_trigger: trigger })).toEqual([
        `${RECORD}:17:19 \`review_trigger\` names no expiry, date or condition. [warning]`,
      ]);
    },
  );
});

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
  ])('%s is a class', async (value) => {
    expect(await told(credentialClassOnly, { ...EXTERNAL, credential_source_class: value })).toEqual([]);
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
    'f3a9c27be1d04',
    `https${'://'}me:tulip@host/x`,
  ])('%s is a value', async (value) => {
    expect(await told(credentialClassOnly, { ...EXTERNAL, credential_source_class: value })).toEqual([
      `${RECORD}:15:28 \`credential_source_class\` holds what looks like a value: name the class only.`,
    ]);
  });
});

const PAIR = { fallback_provider: 'vllm', fallback_model: 'qwen3.6-35b-a3b' };

describe('decision/fallback', () => {
  it.each([
    ['a listed pair', { ...EXTERNAL, ...PAIR }],
    ['none', EXTERNAL],
    ['both empty', { ...EXTERNAL, fallback_provider: '', fallback_model: '' }],
    ['a local pair under the local branch', { ...LOCAL, ...PAIR }],
  ])('%s', async (_, fields) => {
    expect(await told(fallback, fields)).toEqual([]);
  });

  const never = (key: string): string =>
    `\`${key}\` may not be this without an admission that names it as the fallback.`;
  it.each([
    [
      'the model alone',
      { fallback_model: 'qwen3.6-35b-a3b' },
      ['20:19 A fallback is a whole pair: `fallback_provider` is missing.'],
    ],
    [
      'the provider alone',
      { fallback_provider: 'vllm' },
      ['20:22 A fallback is a whole pair: `fallback_model` is missing.'],
    ],
    [
      'one empty',
      { ...PAIR, fallback_model: '' },
      ['20:22 A fallback is a whole pair: `fallback_model` is missing.'],
    ],
    [
      'not listed',
      { ...PAIR, fallback_model: 'qwen3.6-8b' },
      ['20:22 This fallback is not in the list of the policy.'],
    ],
    [
      'inexact',
      { ...PAIR, fallback_model: 'qwen-latest' },
      [
        '20:22 This fallback is not in the list of the policy.',
        '21:19 `fallback_model` is to be one exact name.',
      ],
    ],
    [
      'anthropic',
      { fallback_provider: 'anthropic', fallback_model: 'claude-sonnet-4-6' },
      [`20:22 ${never('fallback_provider')}`, `21:19 ${never('fallback_model')}`],
    ],
    [
      'the same in other letters',
      { fallback_provider: 'Anthropic', fallback_model: 'haiku-5' },
      [`20:22 ${never('fallback_provider')}`],
    ],
  ])('%s', async (_, fields, expected) => {
    expect(await told(fallback, { ...EXTERNAL, ...fields })).toEqual(
      expected.map((line) => `${RECORD}:${line}`),
    );
  });

  it('is never anthropic by the list of the policy alone', async () => {
    const pair = { provider: 'anthropic', model: 'claude-sonnet-4-6' };
    const fields = { ...EXTERNAL, fallback_provider: pair.provider, fallback_model: pair.model };
    const policy = { decision: { fallback: { allowed: [pair] } } };
    expect(await told(fallback, fields, { policy })).toHaveLength(2);
  });

  it('has no external pair under a local branch', async () => {
    const policy = { decision: { fallback: { allowed: [{ provider: 'acme', model: 'a-1' }] } } };
    const pair = { fallback_provider: 'acme', fallback_model: 'a-1' };
    expect(await told(fallback, { ...LOCAL, ...pair }, { policy })).toEqual([
      `${RECORD}:20:22 \`local_provider_required\` allows no external fallback.`,
    ]);
    expect(await told(fallback, { ...EXTERNAL, ...pair }, { policy })).toEqual([]);
  });
});

describe('decision/branch-fields: classes of a local branch', () => {
  const words = (key: string): string => `\`${key}\` names no class that \`local_provider_required\` allows.`;
  it.each([
    ['credential_source_class', 'local-keyring'],
    ['credential_source_class', 'none'],
    ['credential_source_class', 'no secret; nothing leaves the host'],
    ['allowed_network_class', 'local-only'],
    ['allowed_network_class', 'bounded-to-the-model-host'],
    ['allowed_network_class', 'loopback, no-internet'],
  ])('%s: %s', async (key, value) => {
    expect(await told(branchFields, { ...LOCAL, [key]: value })).toEqual([]);
  });

  it.each([
    ['credential_source_class', 'team-oauth-config', 15, 28],
    ['credential_source_class', 'hosted-oauth-and-local-config', 15, 28],
    ['credential_source_class', 'non-local', 15, 28],
    ['allowed_network_class', 'hosted-model-plus-local', 16, 26],
    ['allowed_network_class', 'unbounded', 16, 26],
    ['allowed_network_class', 'not bounded', 16, 26],
    ['allowed_network_class', 'hosted-model-only', 16, 26],
  ] as const)('%s: %s is none', async (key, value, line, column) => {
    expect(await told(branchFields, { ...LOCAL, [key]: value })).toEqual([
      `${RECORD}:${line}:${column} ${words(key)}`,
    ]);
  });
});

describe('decision/branch-fields: the effect', () => {
  const unsaid = (status: string, statement: string): string =>
    `${RECORD}:19:11 \`effect\` does not say what \`${status}\` demands of it: ${statement}.`;

  it.each([
    'CTO-WORK-020 stays blocked until an admitted provider/model and a real Stage 2 pass report exist',
    'CTO-WORK-020 is still blocked until an admitted provider and model and a real Stage 2 pass report exist',
  ])('%s', async (effect) => {
    expect(await told(branchFields, { ...EXTERNAL, effect })).toEqual([]);
  });

  it.each([
    'CTO-WORK-020 is ready',
    'CTO-WORK-020 remains blocked',
    'CTO-WORK-020 no longer remains blocked until admitted provider/model and real Stage 2 pass report exist',
    'CTO-WORK-022 remains blocked until admitted provider/model and real Stage 2 pass report exist',
    'none',
  ])('%s is not enough', async (effect) => {
    expect(await told(branchFields, { ...EXTERNAL, effect })).toEqual([
      unsaid('external_provider_approved', 'effect-external'),
    ]);
  });

  it('is said in the words of its own branch', async () => {
    expect(await told(branchFields, { ...EXTERNAL, effect: LOCAL.effect! })).toEqual([
      unsaid('external_provider_approved', 'effect-external'),
    ]);
    expect(await told(branchFields, { ...LOCAL, effect: EXTERNAL.effect! })).toEqual([
      unsaid('local_provider_required', 'effect-local'),
    ]);
  });
});
